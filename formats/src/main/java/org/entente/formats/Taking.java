package org.entente.formats;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.formats.Untaken.Why;
import org.entente.intake.SubjectKind;

/**
 * A dossier while a file is read: entries by what the file calls them, links, and what was left.
 *
 * <p><b>Guarantees.</b> Never holds more than a dossier may; what is over is counted.
 */
public final class Taking {
  /** Names that a file gives are shown no longer than this. */
  private static final int NAME_MOST = 80;

  /** Kinds of what was left that are told apart; the rest is counted together. */
  private static final int UNTAKEN_MOST = 300;

  /** What is known by a number or address alone. */
  private static final Set<SubjectKind> EXACT =
      EnumSet.of(
          SubjectKind.NETWORK,
          SubjectKind.HASH,
          SubjectKind.WEB,
          SubjectKind.ONLINE,
          SubjectKind.PHONE,
          SubjectKind.ACCOUNT,
          SubjectKind.WALLET,
          SubjectKind.DEVICE);

  private static final String OTHERS = "…";

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> byReference = new HashMap<>();
  private final Map<String, Integer> byIdentity = new HashMap<>();
  private final Set<Link> links = new LinkedHashSet<>();
  private final Map<String, Untaken> untaken = new LinkedHashMap<>();

  /** Notes something that was not taken. */
  public void left(Why why, String what, String where) {
    String name = plain(what);
    String key = why + "|" + name;
    if (untaken.size() >= UNTAKEN_MOST && !untaken.containsKey(key)) {
      name = OTHERS;
      key = why + "|" + OTHERS;
    }
    untaken.merge(
        key,
        new Untaken(why, name, 1, plain(where)),
        (a, b) -> new Untaken(a.why(), a.what(), a.times() + 1, a.first()));
  }

  private static String plain(String name) {
    String shown = name.length() > NAME_MOST ? name.substring(0, NAME_MOST) + OTHERS : name;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
  }

  /**
   * Adds an entry under what the file calls it. A number or address that is there already is that
   * one, and what is said beside goes to it; persons of one name stay two.
   *
   * @return its place, or empty if there was no room
   */
  public OptionalInt add(String reference, Entry entry) {
    return EXACT.contains(entry.kind())
        ? add(reference, entry, entry.identity())
        : addApart(reference, entry);
  }

  /** Adds an entry that is one of its own, whatever others are known by. */
  public OptionalInt addApart(String reference, Entry entry) {
    String identity = entry.identity();
    return add(
        reference, entry, byIdentity.containsKey(identity) ? "#" + entries.size() : identity);
  }

  private OptionalInt add(String reference, Entry entry, String identity) {
    Integer same = byIdentity.get(identity);
    if (same != null) {
      String note = entry.standing().note().orElse("");
      Entry before = entries.get(same);
      if (!note.isEmpty() && !before.standing().note().orElse("").contains(note)) {
        entries.set(same, before.with(before.standing().noted(note)));
      }
      alias(reference, same);
      return OptionalInt.of(same);
    }
    if (entries.size() >= Dossier.ENTRIES_MOST) {
      left(Why.TOO_MANY, entry.kind().code(), reference);
      return OptionalInt.empty();
    }
    int at = entries.size();
    entries.add(entry);
    byIdentity.put(identity, at);
    alias(reference, at);
    return OptionalInt.of(at);
  }

  /** Lets a further name of the file mean an entry. */
  public void alias(String reference, int at) {
    if (!reference.isEmpty()) {
      byReference.putIfAbsent(reference, at);
    }
  }

  /** Where the entry is that the file calls so. */
  public OptionalInt find(String reference) {
    Integer at = byReference.get(reference);
    return at == null ? OptionalInt.empty() : OptionalInt.of(at);
  }

  public Entry get(int at) {
    return entries.get(at);
  }

  public void replace(int at, Entry entry) {
    entries.set(at, entry);
  }

  public int size() {
    return entries.size();
  }

  /** Links two entries; an entry is not linked with itself. */
  public void link(int from, Link.Kind kind, int to) {
    if (from == to) {
      return;
    }
    if (links.size() >= Dossier.LINKS_MOST) {
      left(Why.TOO_MANY, "link", "");
      return;
    }
    links.add(new Link(from, kind, to));
  }

  public Taken taken(Format format, Origin origin) {
    return new Taken(
        format, new Dossier(origin, entries, List.copyOf(links)), List.copyOf(untaken.values()));
  }
}
