package org.entente.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.entente.formats.json.JsonHead;
import org.entente.formats.lists.ListFile;
import org.entente.formats.lists.Listed;
import org.entente.formats.misp.MispReader;
import org.entente.formats.money.MoneyReader;
import org.entente.formats.stix.StixReader;

/**
 * A file in a format of others: what it is, and what it says.
 *
 * <p><b>Guarantees.</b> Whatever the bytes are, the reading ends with a dossier and a list of what
 * was not taken, or with one reason why nothing is; it takes no more memory than the limits of the
 * formats.
 */
public final class ForeignFile {
  /** So much of a file shows what it is. */
  private static final int HEAD_BYTES = 64 * 1024;

  private static final List<String> MISP = List.of("Event", "response", "Attribute", "Orgc");

  private ForeignFile() {}

  /**
   * Reads a file. The stream is read to its end and not closed.
   *
   * @throws FormatBroken with the reason if nothing of it is taken
   */
  public static Taken read(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, HEAD_BYTES);
    in.mark(HEAD_BYTES);
    byte[] bytes = in.readNBytes(HEAD_BYTES - 1);
    in.reset();
    String head = new String(bytes, StandardCharsets.UTF_8);
    String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
    if (text.isBlank()) {
      throw new FormatBroken(FormatFault.EMPTY);
    }
    if (head.length() != text.length()) {
      in.skipNBytes(3);
    }
    if (text.stripLeading().startsWith("<")) {
      return list(in);
    }
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
      throw new FormatBroken(FormatFault.NOT_KNOWN);
    }
    JsonHead says = JsonHead.of(text);
    if (says.text("type").equals("bundle")
        || says.text("id").startsWith("bundle--")
        || says.has("spec_version")
        || says.has("objects")) {
      return StixReader.read(in);
    }
    if (MISP.stream().anyMatch(says::has)) {
      return MispReader.read(in);
    }
    if (!says.text("schema").isEmpty()) {
      return MoneyReader.read(in);
    }
    throw new FormatBroken(FormatFault.NOT_KNOWN);
  }

  /** The entries of a list; those that are more than a dossier holds are counted. */
  private static Taken list(InputStream in) throws IOException {
    Taking taking = new Taking();
    ListFile list = ListFile.open(in, taking);
    Listed listed = list.next();
    while (listed != null) {
      OptionalInt at = taking.addApart(listed.reference(), listed.entry());
      for (Entry beside : listed.beside()) {
        OptionalInt thing = taking.addApart("", beside);
        if (at.isPresent() && thing.isPresent()) {
          taking.link(at.getAsInt(), Link.Kind.OWNS, thing.getAsInt());
        }
      }
      listed = list.next();
    }
    return taking.taken(list.format(), Origin.UNSAID);
  }
}
