package org.entente.node.checks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.agreement.AuthorityId;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;

/**
 * The secret keys of epochs, derived from their sealed seeds and kept in memory until the epoch is
 * closed. Safe for use by many threads.
 */
final class EpochKeys {
  private static final int SEED_BYTES = 32;

  private final Vault vault;
  private final OpeningGrant own;
  private final Voprf voprf;
  private final SecureRandom random = new SecureRandom();
  private final Map<EpochId, SecretKey> keys = new HashMap<>();

  EpochKeys(Vault vault, OpeningGrant own, Voprf voprf) {
    this.vault = vault;
    this.own = own;
    this.voprf = voprf;
  }

  /** A new seed, sealed for its row. */
  Locked seed(EpochId epoch) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    return vault.lock(seed, row(epoch));
  }

  /** The commitment to the key of a seed, in hexadecimal. */
  String publicKey(EpochId epoch, AuthorityId partner, Locked seed) {
    return HexFormat.of().formatHex(derived(epoch, partner, seed).publicKey());
  }

  synchronized SecretKey of(Epoch epoch) {
    return keys.computeIfAbsent(epoch.id(), id -> derived(id, epoch.partner(), epoch.seed()));
  }

  /**
   * The key of the noise that fills up what a record has: the same for the same record, so that an
   * unchanged record stays unchanged.
   */
  Mac noise(Epoch epoch) {
    byte[] seed = opened(epoch.id(), epoch.seed());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed, "HmacSHA256"));
      byte[] key = mac.doFinal("entente-1 check noise".getBytes(StandardCharsets.UTF_8));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  private SecretKey derived(EpochId epoch, AuthorityId partner, Locked seed) {
    String purpose = "entente-1 check " + partner.value() + " " + epoch;
    return voprf.key(opened(epoch, seed), purpose.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] opened(EpochId epoch, Locked seed) {
    return vault.unlock(seed, row(epoch)).open(own);
  }

  synchronized void destroy(EpochId epoch) {
    SecretKey key = keys.remove(epoch);
    if (key != null) {
      key.destroy();
    }
  }

  private static String row(EpochId epoch) {
    return "check-seed/" + epoch;
  }
}
