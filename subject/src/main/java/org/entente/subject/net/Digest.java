package org.entente.subject.net;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * The digest of a file.
 *
 * @param written as written
 * @param canonical hexadecimal in lower case
 * @param function which function has digests of this length
 */
public record Digest(String written, String canonical, Function function) {
  /** Longer than the longest with its name and blanks. */
  public static final int MAX_LENGTH = 200;

  /** Functions by which files are known. */
  public enum Function {
    MD5("MD5", 32),
    SHA_1("SHA-1", 40),
    SHA_224("SHA-224", 56),
    SHA_256("SHA-256", 64),
    SHA_384("SHA-384", 96),
    SHA_512("SHA-512", 128);

    private final String name;
    private final int digits;

    Function(String name, int digits) {
      this.name = name;
      this.digits = digits;
    }

    /** As standards write it. */
    public String written() {
      return name;
    }
  }

  private static final Pattern NAMED = Pattern.compile("(?i)^(?:md5|sha-?[0-9]{1,3})\\s*[:=]\\s*");
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

  /**
   * Reads a digest, with or without the name of its function before it.
   *
   * @throws Unreadable {@code hash-length} or {@code hash-form}
   */
  public static Digest read(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("hash-length", "A digest has at most 128 digits.");
    }
    String plain =
        NAMED
            .matcher(written.strip())
            .replaceFirst("")
            .replaceAll("\\s", "")
            .toLowerCase(Locale.ROOT);
    if (!HEXADECIMAL.matcher(plain).matches()) {
      throw new Unreadable("hash-form", "A digest has the digits 0 to 9 and a to f.");
    }
    for (Function function : Function.values()) {
      if (function.digits == plain.length()) {
        return new Digest(written, plain, function);
      }
    }
    throw new Unreadable("hash-length", "No digest of a file has this many digits.");
  }

  /** Whether it is the digest of nothing, or no digest: one digit over and over. */
  public boolean saysNothing() {
    return canonical.chars().distinct().count() < 3 || EMPTY.contains(canonical);
  }

  /** What an empty file has. */
  private static final Set<String> EMPTY =
      Set.of(
          "d41d8cd98f00b204e9800998ecf8427e",
          "da39a3ee5e6b4b0d3255bfef95601890afd80709",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  @Override
  public String toString() {
    return "Digest[" + function + "]";
  }
}
