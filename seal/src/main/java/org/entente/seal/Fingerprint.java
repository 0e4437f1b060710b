package org.entente.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 over the canonical encoding of an {@link IdentityCard}: what is printed in the agreement
 * or read out by telephone.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {
  /** Length of a fingerprint in bytes. */
  public static final int BYTES = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** Refuses anything but 64 lower-case hexadecimal digits. */
  public Fingerprint {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
    }
  }

  /** The fingerprint of these bytes. */
  public static Fingerprint of(byte[] encoded) {
    return ofDigest(digest(encoded));
  }

  static Fingerprint ofDigest(byte[] digest) {
    return new Fingerprint(HexFormat.of().formatHex(digest));
  }

  /** Reads a typed fingerprint: either case, spaces and colons between digits allowed. */
  public static Optional<Fingerprint> parse(String typed) {
    if (typed.length() > 4 * 2 * BYTES) {
      return Optional.empty();
    }
    var digits = typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    return HEX.matcher(digits).matches() ? Optional.of(new Fingerprint(digits)) : Optional.empty();
  }

  /** The 32 raw bytes; a fresh array each time. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** 34 words to be read out: one for each byte, then two that check the others. */
  public List<String> words() {
    return FingerprintWords.words(bytes());
  }

  /**
   * Reads words back. A missing or additional word is noticed; a wrong or exchanged one too, but
   * for one in 65,536, which shows when the fingerprint is compared with the card.
   */
  public static FingerprintWords.Reading parseWords(String spoken) {
    return FingerprintWords.parse(spoken);
  }

  static byte[] digest(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
