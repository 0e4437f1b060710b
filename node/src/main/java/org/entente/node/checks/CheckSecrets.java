package org.entente.node.checks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.agreement.AuthorityId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;

/**
 * Keyed digests: an officer's pseudonym before a partner, and what stands for a name or a date when
 * the node looks whether questions follow a pattern. One key per node, sealed in the store. Safe
 * for use by many threads.
 */
final class CheckSecrets {
  private static final String NAME = "checks";
  private static final String ROW = "check-key/" + NAME;
  private static final int KEY_BYTES = 32;
  private static final int DIGEST_BYTES = 16;

  private final SecretKeySpec key;

  private CheckSecrets(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The key of this node; made at first use. */
  static CheckSecrets of(Store store, Vault vault, OpeningGrant own) {
    return new CheckSecrets(
        store.write(tx -> {
          Optional<Locked> kept = kept(tx);
          if (kept.isPresent()) {
            return vault.unlock(kept.get(), ROW).open(own);
          }
          byte[] fresh = new byte[KEY_BYTES];
          new SecureRandom().nextBytes(fresh);
          keep(tx, vault.lock(fresh, ROW));
          return fresh;
        }));
  }

  private static Optional<Locked> kept(Tx tx) {
    return tx.sql("SELECT * FROM check_key WHERE name = :name")
        .param("name", NAME)
        .query((rs, n) -> LockedColumns.only(rs, "key"))
        .optional();
  }

  private static void keep(Tx tx, Locked key) {
    tx.sql(
            """
            INSERT INTO check_key (name, sealed_key, wrapped_key, salt, key_hash)
            VALUES (:name, :sealed, :wrapped, :salt, :hash)
            """)
        .param("name", NAME)
        .param("sealed", key.ciphertext())
        .param("wrapped", key.wrappedKey())
        .param("salt", key.salt())
        .param("hash", key.hash())
        .update();
  }

  /** How a partner knows an officer: the same for a year, another one for every partner. */
  String pseudonym(OfficerId officer, AuthorityId partner, Instant at) {
    int year = at.atZone(ZoneOffset.UTC).getYear();
    return digest("officer", officer + " " + partner.value() + " " + year);
  }

  /** What stands for a text; empty for an empty one. */
  String digest(String what, String text) {
    if (text.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(what.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of()
          .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "CheckSecrets[…]";
  }
}
