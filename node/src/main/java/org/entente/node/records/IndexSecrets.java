package org.entente.node.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.node.store.LockedColumns;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;

/**
 * The keys of the search index: terms become keyed digests, summaries are sealed. One key per node,
 * made at first use, kept in the store wrapped by the node's master key.
 *
 * <p><b>Does not guarantee</b> that equal terms look different: how often a digest occurs can be
 * counted by the holder of the index. Safe for use by many threads.
 */
final class IndexSecrets {
  private static final String NAME = "records";
  private static final String ROW = "record-index-key/" + NAME;
  private static final int KEY_BYTES = 32;

  /** 64 bits: among a hundred million terms, two share a digest about never. */
  private static final int TERM_BYTES = 8;

  private static final int DIGEST_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec terms;
  private final SecretKeySpec digests;
  private final SecretKeySpec summaries;
  private final String fingerprint;
  private final SecureRandom random = new SecureRandom();
  private final ThreadLocal<Mac> termMacs = ThreadLocal.withInitial(this::termMac);

  private IndexSecrets(byte[] key) {
    this.terms = derived(key, "terms", "HmacSHA256");
    this.digests = derived(key, "digests", "HmacSHA256");
    this.summaries = derived(key, "summaries", "AES");
    this.fingerprint = HexFormat.of().formatHex(mac(key, "fingerprint"), 0, TERM_BYTES);
  }

  /** The keys of this node; made if there are none yet. */
  static IndexSecrets of(Store store, RecordContents contents) {
    return new IndexSecrets(
        store.write(tx -> {
          Optional<Locked> kept = kept(tx);
          if (kept.isPresent()) {
            return contents.openPart(ROW, kept.get());
          }
          byte[] fresh = new byte[KEY_BYTES];
          new SecureRandom().nextBytes(fresh);
          keep(tx, contents.lockPart(ROW, fresh));
          return fresh;
        }));
  }

  private static Optional<Locked> kept(Tx tx) {
    return tx.sql(
            """
            SELECT sealed_key, wrapped_key, salt, key_hash
            FROM record_index_key
            WHERE name = :name
            """)
        .param("name", NAME)
        .query((rs, n) -> LockedColumns.only(rs, "key"))
        .optional();
  }

  private static void keep(Tx tx, Locked key) {
    tx.sql(
            """
            INSERT INTO record_index_key (name, sealed_key, wrapped_key, salt, key_hash)
            VALUES (:name, :sealed, :wrapped, :salt, :hash)
            """)
        .param("name", NAME)
        .param("sealed", key.ciphertext())
        .param("wrapped", key.wrappedKey())
        .param("salt", key.salt())
        .param("hash", key.hash())
        .update();
  }

  /**
   * Tells one key, and one way of making terms, from another; says nothing about the key. An index
   * with another one is built anew.
   */
  String fingerprint() {
    return fingerprint + "-" + IndexTerms.VERSION;
  }

  /** A term as the index holds it. */
  String blind(String field, String term) {
    Mac mac = termMacs.get();
    mac.update(field.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    byte[] whole = mac.doFinal(term.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, TERM_BYTES));
  }

  /** A keyed digest by which equal content is recognised. */
  String digest(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(digests);
      return HexFormat.of().formatHex(mac.doFinal(content), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  byte[] seal(byte[] summary, String id) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(summary);
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /**
   * @throws IllegalStateException when the summary was changed or belongs to another record
   */
  byte[] open(byte[] sealed, String id) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, id)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("A summary in the index is not this node's", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String id) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, summaries, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private Mac termMac() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(terms);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  private static SecretKeySpec derived(byte[] key, String purpose, String algorithm) {
    return new SecretKeySpec(mac(key, purpose), algorithm);
  }

  private static byte[] mac(byte[] key, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(("entente-1 index " + purpose).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "IndexSecrets[…]";
  }
}
