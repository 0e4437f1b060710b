package org.entente.node.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.records.RecordIndex.Candidate;
import org.entente.node.store.Store;

/** Finds and ranks: the index brings candidates, each is compared in full, the best are shown. */
final class Search {
  /** Below this a name only shares letters with another; it would hide what matters. */
  static final double THRESHOLD = 0.3;

  /** More than a person looks through; the question is too wide then. */
  static final int SHOWN = 40;

  /** Fewer while typing: they change with the next letter. */
  static final int SHOWN_TYPING = 12;

  /** No chain of merged records is longer in earnest. */
  private static final int CHAIN_MAX = 50;

  private final Store store;
  private final RecordContents contents;
  private final RecordIndex index;
  private final IndexTerms terms;

  Search(Store store, RecordContents contents, RecordIndex index, IndexTerms terms) {
    this.store = store;
    this.contents = contents;
    this.index = index;
    this.terms = terms;
  }

  private record Hit(RecordId id, Likeness likeness, float score) {}

  List<Found> find(Question question) {
    Comparison comparison = Comparison.with(question);
    boolean named = !question.names().isEmpty();
    boolean numbered = !question.numbers().isEmpty();
    List<Hit> hits = new ArrayList<>();
    for (Candidate candidate : index.candidates(terms.lookup(question))) {
      Likeness likeness = comparison.of(terms.subject(candidate));
      boolean kept =
          likeness.numberMet()
              || (named && likeness.matches(THRESHOLD))
              || (named && question.typing())
              || (!named && !numbered);
      if (kept) {
        hits.add(new Hit(RecordId.of(candidate.id()), likeness, candidate.score()));
      }
    }
    hits.sort(
        Comparator.comparing((Hit h) -> h.likeness().numberMet())
            .thenComparingDouble(h -> h.likeness().rank())
            .thenComparingDouble(Hit::score)
            .reversed()
            .thenComparing(h -> h.id().toString()));
    return shown(hits, question.typing() ? SHOWN_TYPING : SHOWN);
  }

  /** Only those that are at least so likely, or share a number, and no more than so many. */
  List<Found> find(Question question, double least, int most) {
    return find(question).stream().filter(f -> f.likeness().matches(least)).limit(most).toList();
  }

  /** A record that was found before, compared again; empty if it was erased meanwhile. */
  Optional<Found> found(RecordId record, RecordId through, Comparison comparison) {
    Map<RecordId, RecordView> views = views(List.of(record, through));
    RecordView shown = views.get(record);
    RecordView met = views.get(through);
    return shown == null || met == null
        ? Optional.empty()
        : Optional.of(new Found(shown, met, comparison.of(met.described().subject())));
  }

  /** Reads the records of the best hits; of records that were merged only the first is shown. */
  private List<Found> shown(List<Hit> hits, int limit) {
    List<Hit> best = hits.subList(0, Math.min(hits.size(), limit));
    Map<RecordId, RecordView> views = views(best.stream().map(Hit::id).toList());
    Map<RecordId, Found> found = new LinkedHashMap<>();
    for (Hit hit : best) {
      RecordView through = views.get(hit.id());
      if (through != null) {
        RecordView root = root(through, views);
        found.putIfAbsent(root.id(), new Found(root, through, hit.likeness()));
      }
    }
    return List.copyOf(found.values());
  }

  /** The records with these identifiers, and those they were merged into. */
  private Map<RecordId, RecordView> views(Collection<RecordId> ids) {
    Map<RecordId, RecordView> views = new HashMap<>();
    Set<RecordId> wanted = new HashSet<>(ids);
    for (int step = 0; step < CHAIN_MAX && !wanted.isEmpty(); step++) {
      Set<RecordId> next = new HashSet<>();
      for (RecordRows.Row row : store.read(tx -> RecordRows.find(tx, Set.copyOf(wanted)))) {
        views.put(row.id(), view(row));
        row.mergedInto().ifPresent(next::add);
      }
      next.removeAll(views.keySet());
      wanted.clear();
      wanted.addAll(next);
    }
    return views;
  }

  private static RecordView root(RecordView from, Map<RecordId, RecordView> views) {
    RecordView at = from;
    for (int step = 0; step < CHAIN_MAX; step++) {
      Optional<RecordView> next = at.mergedInto().map(views::get);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  RecordView view(RecordRows.Row row) {
    return contents.view(row);
  }
}
