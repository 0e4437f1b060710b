package org.entente.formats.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.jspecify.annotations.Nullable;

/**
 * A list of sanctioned persons and things, entry by entry.
 *
 * <p><b>Guarantees.</b> A list of any length is read in the memory of one entry (of the advanced
 * form also its tables and documents, within a limit). Names are in the order that the list means.
 * Weak aliases are marked. A document type or entities are refused.
 */
public final class ListFile {
  /** How entries of one list are read. */
  interface Entries {
    /** Names of the elements that matter. */
    Set<String> elements();

    /** Takes an element; hands over what is listed in it, or nothing. */
    Optional<Listed> take(XmlPart part, Taking taking);
  }

  private final XmlWalk walk;
  private final Format format;
  private final Entries entries;
  private final Taking taking;
  private final Deque<Listed> ready = new ArrayDeque<>();

  private ListFile(XmlWalk walk, Format format, Entries entries, Taking taking) {
    this.walk = walk;
    this.format = format;
    this.entries = entries;
    this.taking = taking;
  }

  /**
   * Begins to read a list. The stream is not closed.
   *
   * @param taking learns what is not taken
   * @throws FormatBroken if it is none that is known
   */
  public static ListFile open(InputStream in, Taking taking) throws IOException {
    XmlWalk walk = new XmlWalk(in, ALL);
    return switch (walk.root()) {
      case "CONSOLIDATED_LIST" -> new ListFile(walk, Format.UN_LIST, new UnList(), taking);
      case "export" -> new ListFile(walk, Format.EU_LIST, new EuList(), taking);
      case "sdnList" -> new ListFile(walk, Format.OFAC_LIST, new OfacList(), taking);
      case "Sanctions" ->
          new ListFile(walk, Format.OFAC_ADVANCED_LIST, new OfacAdvancedList(), taking);
      default -> throw new FormatBroken(FormatFault.NOT_KNOWN);
    };
  }

  private static final Set<String> ALL =
      Set.of(
          "INDIVIDUAL",
          "ENTITY",
          "sanctionEntity",
          "sdnEntry",
          "ReferenceValueSets",
          "Location",
          "IDRegDocument",
          "DistinctParty");

  public Format format() {
    return format;
  }

  /**
   * The next entry; null at the end.
   *
   * @throws FormatBroken if the list breaks off: what came before is not the whole of it
   */
  public @Nullable Listed next() throws IOException {
    while (ready.isEmpty()) {
      XmlPart part = walk.next();
      if (part == null) {
        return null;
      }
      if (walk.over()) {
        taking.left(Why.TOO_LARGE, part.name(), "");
      } else if (entries.elements().contains(part.name())) {
        entries.take(part, taking).ifPresent(ready::add);
      }
    }
    return ready.poll();
  }
}
