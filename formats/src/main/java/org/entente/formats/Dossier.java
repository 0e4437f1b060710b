package org.entente.formats;

import java.util.List;

/**
 * Persons and things and how they belong together, in no particular format: readers make it,
 * writers take it.
 */
public record Dossier(Origin origin, List<Entry> entries, List<Link> links) {
  /** More entries of one file are counted and left out. */
  public static final int ENTRIES_MOST = 10_000;

  public static final int LINKS_MOST = 20_000;

  public Dossier {
    entries = List.copyOf(entries);
    links = List.copyOf(links);
    for (Link link : links) {
      if (link.from() < 0
          || link.to() < 0
          || link.from() >= entries.size()
          || link.to() >= entries.size()) {
        throw new IllegalArgumentException("a link to no entry");
      }
    }
  }

  @Override
  public String toString() {
    return "Dossier[" + entries.size() + "]";
  }
}
