package org.entente.node.records;

import java.util.List;

/**
 * Finds records by terms. Everything that goes in is blinded already: terms are keyed digests,
 * summaries are sealed; an implementation can lie on a machine that must not read them.
 *
 * <p><b>Guarantees.</b> After {@link #refresh} what was put is found; after {@link #commit} it is
 * still there when the machine fails, together with the revision.
 *
 * <p><b>Failures.</b> {@link java.io.UncheckedIOException}: the index is of no use until it is
 * opened again; it can always be rebuilt.
 */
interface RecordIndex extends AutoCloseable {
  /**
   * A record as the index holds it.
   *
   * @param terms what it is found by
   * @param filters what a search can be narrowed to
   */
  record Entry(String id, List<String> terms, List<String> filters, byte[] summary) {}

  /**
   * A term looked for.
   *
   * @param weight what a hit counts, greater than 0, before rarity
   */
  record Weighted(String term, float weight) {}

  /**
   * What is looked for.
   *
   * @param terms each hit adds to the score
   * @param anyOf one of these must be there; no condition if empty
   * @param allOf all of these must be there
   */
  record Lookup(List<Weighted> terms, List<String> anyOf, List<String> allOf, int limit) {}

  /** A record that may be meant, best score first. */
  record Candidate(String id, float score, byte[] summary) {}

  /** Puts records in, instead of what was there under the same identifiers. */
  void put(List<Entry> entries);

  void remove(List<String> ids);

  List<Candidate> candidates(Lookup lookup);

  /** Makes visible what was put and removed. */
  void refresh();

  /** Keeps everything, and with it how far the store was followed. */
  void commit(Followed followed);

  /** What was kept at the last commit; {@link Followed#NOTHING} for an empty index. */
  Followed followed();

  long size();

  /** Throws everything away, to be built again. */
  void clear();

  @Override
  void close();

  /**
   * How far the index followed the store.
   *
   * @param key fingerprint of the key its terms were blinded with
   */
  record Followed(long revision, String key) {
    static final Followed NOTHING = new Followed(0, "");
  }
}
