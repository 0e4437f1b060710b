package org.entente.formats.lists;

import java.util.List;
import java.util.Optional;
import org.entente.formats.Entry;

/**
 * A person or thing that a list names.
 *
 * @param list which list, such as {@code UN} or {@code EU}
 * @param reference by which the list calls the entry from edition to edition
 * @param since when it was listed, as written
 * @param updated when the list last changed the entry, as written
 * @param beside things of theirs that the list names with them, such as wallets
 */
public record Listed(
    String list,
    String reference,
    Optional<String> since,
    Optional<String> updated,
    Entry entry,
    List<Entry> beside) {
  public Listed {
    beside = List.copyOf(beside);
  }

  @Override
  public String toString() {
    return "Listed[" + list + " " + entry.kind() + "]";
  }
}
