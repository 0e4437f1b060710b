package org.entente.node.casework;

import java.util.Set;
import java.util.regex.Pattern;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.entente.seal.AttachmentKey;

/**
 * What the content of a message says of an attachment: the parts that only the reader may see.
 *
 * @param name as the officer called the file
 * @param mediaType as recognised from the file, not as claimed
 * @param sizeBytes length in clear
 * @param key 32 bytes that open the sealed stream
 */
public record Attached(AttachmentId id, String name, String mediaType, long sizeBytes, byte[] key) {
  private static final int NAME_MAX = 150;

  /** RFC 6838 section 4.2, in lower case and without parameters. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,60}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}");

  private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");
  private static final long PICTURE_MOST_BYTES = 20L * 1024 * 1024;

  public Attached {
    key = key.clone();
  }

  /**
   * Whether a file may be called so: a name that every file system, page and evidence file can
   * hold, without path, control character or character that turns the direction of a line.
   */
  static boolean mayBeCalled(String name) {
    return !name.isBlank()
        && name.length() <= NAME_MAX
        && !name.equals(".")
        && !name.equals("..")
        && name.codePoints().allMatch(Attached::inName);
  }

  private static boolean inName(int c) {
    return c != '/'
        && c != '\\'
        && Character.getDirectionality(c) < Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  /** Whether a page shows it as a picture; browsers draw both kinds behind walls of their own. */
  public boolean shownAsPicture() {
    return PICTURES.contains(mediaType) && sizeBytes <= PICTURE_MOST_BYTES;
  }

  /** Whether a page shows the first pages of it, drawn by the node. */
  public boolean shownAsPages() {
    return mediaType.equals("application/pdf") && sizeBytes <= PICTURE_MOST_BYTES;
  }

  /** Whether what a message says of a file can be shown, downloaded and taken into evidence. */
  boolean sound() {
    return mayBeCalled(name)
        && MEDIA_TYPE.matcher(mediaType).matches()
        && sizeBytes > 0
        && sizeBytes <= SealedAttachment.LARGEST_BYTES
        && key.length == AttachmentKey.BYTES;
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "Attached[" + id + "]";
  }
}
