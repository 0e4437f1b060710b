package org.entente.node.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entente.node.records.RecordIndex.Candidate;
import org.entente.node.store.Store;
import org.entente.subject.Subject;

/** Finds and ranks: the index brings candidates, each is compared in full, the best are shown. */
final class Search {
  /** Below this a name only shares letters with another; it would hide what matters. */
  static final double THRESHOLD = 0.3;

  /** Names whose ranks are no further apart fit equally well. */
  private static final double EQUALLY_WELL = 0.3;

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
    return opened(hits(question, 0), question.typing() ? SHOWN_TYPING : SHOWN);
  }

  /** Only those that are at least so likely, or share a number, and no more than so many. */
  List<Found> find(Question question, double least, int most) {
    return opened(matching(question, least), SHOWN).stream().limit(most).toList();
  }

  /** A record that was met, and the one into which it was merged; neither was opened. */
  record Met(RecordId record, RecordId through, double probability) {}

  /** What a list shows, as identifiers: nobody looks at the records yet. */
  List<Met> met(Question question, int most) {
    List<Hit> matching =
        hits(question, Likeness.POSSIBLE).stream().filter(hit -> hit.likeness().listed()).toList();
    return matching.isEmpty() ? List.of() : met(matching, rows(idsOf(matching)), most);
  }

  private List<Hit> matching(Question question, double least) {
    return hits(question, least).stream().filter(hit -> hit.likeness().matches(least)).toList();
  }

  /** The best first; what cannot become as likely as this need not be among them. */
  private List<Hit> hits(Question question, double least) {
    Comparison comparison = Comparison.with(question);
    boolean named = !question.names().isEmpty();
    boolean numbered = !question.numbers().isEmpty();
    List<Hit> hits = new ArrayList<>();
    List<Double> names = new ArrayList<>();
    for (Candidate candidate : index.candidates(terms.lookup(question))) {
      Subject held = terms.subject(candidate);
      if (least > 0 && !comparison.mayReach(held, least)) {
        continue;
      }
      Likeness likeness = comparison.of(held);
      likeness.name().ifPresent(name -> names.add(name.rank()));
      boolean kept =
          likeness.numberMet()
              || (named && likeness.matches(THRESHOLD))
              || (named && question.typing())
              || (!named && !numbered);
      if (kept) {
        hits.add(new Hit(RecordId.of(candidate.id()), likeness, candidate.score()));
      }
    }
    long persons = hits.isEmpty() ? 0 : index.size();
    hits.replaceAll(hit ->
        new Hit(hit.id(), hit.likeness().among(persons, namesakes(hit, names)), hit.score()));
    hits.sort(
        Comparator.comparing((Hit h) -> h.likeness().numberMet())
            .thenComparingDouble(h -> h.likeness().rank())
            .thenComparingDouble(Hit::score)
            .reversed()
            .thenComparing(h -> h.id().toString()));
    return hits;
  }

  /** How many others were found whose names fit as well. */
  private static int namesakes(Hit hit, List<Double> names) {
    return hit.likeness()
        .name()
        .map(name -> (int) names.stream().filter(r -> r >= name.rank() - EQUALLY_WELL).count() - 1)
        .orElse(0);
  }

  /** A record that was found before, compared again; empty if it was erased meanwhile. */
  Optional<Found> found(RecordId record, RecordId through, Comparison comparison) {
    Map<RecordId, RecordRows.Row> rows = rows(List.of(record, through));
    if (!rows.containsKey(record) || !rows.containsKey(through)) {
      return Optional.empty();
    }
    RecordView met = view(rows, through);
    RecordView shown = record.equals(through) ? met : view(rows, record);
    return Optional.of(new Found(shown, met, comparison.of(met.described().subject())));
  }

  private static List<RecordId> idsOf(List<Hit> hits) {
    return hits.stream().map(Hit::id).toList();
  }

  /** Opens the best hits; of records that were merged only the first is shown. */
  private List<Found> opened(List<Hit> hits, int limit) {
    List<Hit> best = hits.subList(0, Math.min(hits.size(), limit));
    Map<RecordId, RecordRows.Row> rows = rows(idsOf(best));
    Map<RecordId, Likeness> likeness = new HashMap<>();
    best.forEach(hit -> likeness.put(hit.id(), hit.likeness()));
    Map<RecordId, RecordView> views = new HashMap<>();
    List<Found> found = new ArrayList<>();
    for (Met met : met(best, rows, limit)) {
      RecordView record = views.computeIfAbsent(met.record(), id -> view(rows, id));
      RecordView through = views.computeIfAbsent(met.through(), id -> view(rows, id));
      found.add(new Found(record, through, Objects.requireNonNull(likeness.get(met.through()))));
    }
    return found;
  }

  private RecordView view(Map<RecordId, RecordRows.Row> rows, RecordId id) {
    return view(Objects.requireNonNull(rows.get(id)));
  }

  /** Each record once, by the hit that fits best. */
  private static List<Met> met(List<Hit> hits, Map<RecordId, RecordRows.Row> rows, int most) {
    Map<RecordId, Met> met = new LinkedHashMap<>();
    for (Hit hit : hits) {
      RecordRows.Row through = rows.get(hit.id());
      if (through != null && met.size() < most) {
        RecordId root = root(through, rows).id();
        met.putIfAbsent(root, new Met(root, hit.id(), hit.likeness().probability()));
      }
    }
    return List.copyOf(met.values());
  }

  /** The records with these identifiers, and those they were merged into; none is opened. */
  private Map<RecordId, RecordRows.Row> rows(Collection<RecordId> ids) {
    Map<RecordId, RecordRows.Row> rows = new HashMap<>();
    Set<RecordId> wanted = new HashSet<>(ids);
    for (int step = 0; step < CHAIN_MAX && !wanted.isEmpty(); step++) {
      Set<RecordId> next = new HashSet<>();
      for (RecordRows.Row row : store.read(tx -> RecordRows.find(tx, Set.copyOf(wanted)))) {
        rows.put(row.id(), row);
        row.mergedInto().ifPresent(next::add);
      }
      next.removeAll(rows.keySet());
      wanted.clear();
      wanted.addAll(next);
    }
    return rows;
  }

  private static RecordRows.Row root(RecordRows.Row from, Map<RecordId, RecordRows.Row> rows) {
    RecordRows.Row at = from;
    for (int step = 0; step < CHAIN_MAX; step++) {
      Optional<RecordRows.Row> next = at.mergedInto().map(rows::get);
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
