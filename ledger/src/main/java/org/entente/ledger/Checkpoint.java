package org.entente.ledger;

import java.util.List;

/**
 * What a log says of itself at one moment: its name, how many entries it has, and the root over
 * them (C2SP tlog-checkpoint). Not yet signed. Immutable.
 *
 * @param origin the log's name, at most {@link #MAX_ORIGIN_BYTES} bytes of UTF-8; by custom a URL
 *     without scheme
 * @param size number of entries
 * @param root of the Merkle tree over them
 * @param extensions further lines, normally none: nobody audits them
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /** Longest origin: the length that later cosignature formats can carry. */
  public static final int MAX_ORIGIN_BYTES = 255;

  /** Most extension lines; the format discourages any. */
  public static final int MAX_EXTENSIONS = 8;

  /** Longest extension line in characters. */
  public static final int MAX_EXTENSION_CHARS = 1024;

  private static final int FIXED_LINES = 3;

  /** Refuses what the text cannot carry, and a root of an empty log that is not the empty root. */
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isOrigin(origin)) {
      throw new IllegalArgumentException("an origin is one line of 1 to 255 bytes");
    }
    if (size < 0 || size > MerkleTree.MAX_SIZE) {
      throw new IllegalArgumentException("a log has 0 to 2^48 entries");
    }
    if (size == 0 && !root.equals(MerkleTree.emptyRoot())) {
      throw new IllegalArgumentException("an empty log has the empty root");
    }
    if (extensions.size() > MAX_EXTENSIONS
        || !extensions.stream().allMatch(Checkpoint::isExtension)) {
      throw new IllegalArgumentException("extensions are at most 8 lines of 1 to 1024 characters");
    }
  }

  /** A checkpoint without extensions. */
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /** The text that is signed; every line ends with a newline. */
  public String text() {
    StringBuilder text = new StringBuilder(origin).append('\n').append(size).append('\n');
    text.append(root.base64()).append('\n');
    for (String extension : extensions) {
      text.append(extension).append('\n');
    }
    return text.toString();
  }

  /** Reads exactly what {@link #text} writes. */
  public static Parsed<Checkpoint> parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length <= FIXED_LINES || !lines[lines.length - 1].isEmpty()) {
      return Parsed.refused(
          "bad-checkpoint", "A checkpoint has three whole lines. Ask for it again.");
    }
    List<String> extensions = List.of(lines).subList(FIXED_LINES, lines.length - 1);
    if (!isOrigin(lines[0])) {
      return Parsed.refused(
          "bad-origin", "The log's name is not one line of 1 to 255 bytes. Ask for it again.");
    }
    long size = StrictText.decimal(lines[1]);
    if (size < 0 || size > MerkleTree.MAX_SIZE) {
      return Parsed.refused(
          "bad-size", "The log's size is not a plain number below 2^48. Ask for it again.");
    }
    Hash root = Hash.fromBase64(lines[2]).orElse(null);
    if (root == null || (size == 0 && !root.equals(MerkleTree.emptyRoot()))) {
      return Parsed.refused(
          "bad-root", "The root is not the Base64 of a SHA-256 hash. Ask for it again.");
    }
    if (extensions.size() > MAX_EXTENSIONS
        || !extensions.stream().allMatch(Checkpoint::isExtension)) {
      return Parsed.refused(
          "bad-extension", "The checkpoint has lines this node cannot read. Ask for it again.");
    }
    return new Parsed.Read<>(new Checkpoint(lines[0], size, root, extensions));
  }

  private static boolean isOrigin(String origin) {
    return !origin.isEmpty()
        && origin.length() <= MAX_ORIGIN_BYTES
        && StrictText.isLine(origin)
        && StrictText.utf8Length(origin) <= MAX_ORIGIN_BYTES;
  }

  private static boolean isExtension(String line) {
    return !line.isEmpty() && line.length() <= MAX_EXTENSION_CHARS && StrictText.isLine(line);
  }
}
