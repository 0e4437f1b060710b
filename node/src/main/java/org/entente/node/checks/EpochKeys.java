package org.entente.node.checks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
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
  private static final String HMAC = "HmacSHA256";

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
  SecretKeySpec noise(Epoch epoch) {
    byte[] seed = opened(epoch.id(), epoch.seed());
    try {
      Mac mac = mac(new SecretKeySpec(seed, HMAC));
      return new SecretKeySpec(
          mac.doFinal("entente-1 check noise".getBytes(StandardCharsets.UTF_8)), HMAC);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /** A code under such a key; for one thread. */
  static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
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
