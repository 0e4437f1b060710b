package org.entente.node.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.intake.Described;
import org.entente.intake.SubjectJson;
import org.entente.intake.SubjectKind;
import org.entente.node.records.RecordIndex.Entry;
import org.entente.node.records.RecordIndex.Lookup;
import org.entente.node.records.RecordIndex.Weighted;
import org.entente.subject.Keys;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Subject;
import org.entente.subject.Vessel;
import org.entente.subject.WrittenName;
import org.entente.subject.compare.BirthTerms;
import org.entente.subject.names.NameMatcher;
import org.entente.subject.names.PreparedName;
import org.entente.subject.names.Term;

/** From what records and questions say to the blinded terms of the index. */
final class IndexTerms {
  /** Candidates that are compared in full; the index only has to bring the right one among them. */
  static final int CANDIDATES = 150;

  /** Rises with every change of what becomes a term: an index made before is built anew. */
  static final int VERSION = 5;

  private static final String NAME = "n";
  private static final String BORN = "b";
  private static final String NUMBER = "k";
  private static final String KIND = "kind";
  private static final String CATEGORY = "category";
  private static final String OFFENCE = "offence";
  private static final String SOURCE = "source";

  /** A number that meets outweighs everything else. */
  private static final float NUMBER_WEIGHT = 10;

  private final IndexSecrets secrets;
  private final NameMatcher names = NameMatcher.shipped();

  IndexTerms(IndexSecrets secrets) {
    this.secrets = secrets;
  }

  Entry entry(RecordId id, Described described, Provisions provisions, String source) {
    Subject subject = described.subject();
    return entry(
        id.toString(),
        subject,
        List.of(
            blind(KIND, described.kind().code()),
            blind(CATEGORY, provisions.category().code()),
            blind(OFFENCE, provisions.offence().code()),
            blind(SOURCE, source)));
  }

  /** An entry of another index than that of records, found by what its subject is known by. */
  Entry entry(String id, Subject subject) {
    return entry(id, subject, List.of(blind(KIND, SubjectKind.of(subject).code())));
  }

  private Entry entry(String id, Subject subject, List<String> filters) {
    Set<String> terms = new LinkedHashSet<>();
    for (WrittenName name : namesOf(subject)) {
      names.termsOf(names.prepare(name.written())).forEach(t -> terms.add(blind(NAME, t)));
    }
    for (PartialDate date : datesOf(subject)) {
      BirthTerms.kept(date).forEach(t -> terms.add(blind(BORN, t)));
    }
    Keys.of(subject).forEach(t -> terms.add(blind(NUMBER, t)));
    byte[] summary = secrets.seal(SubjectJson.bytes(subject), id);
    return new Entry(id, List.copyOf(terms), filters, summary);
  }

  /** The subject of a candidate. */
  Subject subject(RecordIndex.Candidate candidate) {
    return SubjectJson.subject(secrets.open(candidate.summary(), candidate.id()));
  }

  Lookup lookup(Question question) {
    Map<String, Float> terms = new LinkedHashMap<>();
    for (String name : question.names()) {
      PreparedName prepared = names.prepare(name);
      List<Term> asked =
          question.typing() ? names.termsTyped(prepared) : names.termsAsked(prepared);
      asked.forEach(t -> terms.merge(blind(NAME, t.text()), t.weight(), Math::max));
    }
    for (PartialDate date : question.dates()) {
      born(date, terms);
    }
    question.numbers().forEach(t -> terms.put(blind(NUMBER, t), NUMBER_WEIGHT));
    List<String> filters = new ArrayList<>();
    question.kind().ifPresent(k -> filters.add(blind(KIND, k.code())));
    question.category().ifPresent(c -> filters.add(blind(CATEGORY, c.code())));
    question.offence().ifPresent(o -> filters.add(blind(OFFENCE, o.code())));
    if (!question.source().isBlank()) {
      filters.add(blind(SOURCE, question.source().strip()));
    }
    return new Lookup(weighted(terms), List.of(), filters, CANDIDATES);
  }

  /**
   * What looks like this subject: a date or a number must meet where it has one, so that the search
   * through a whole import stays cheap.
   */
  Lookup like(Subject subject, int limit) {
    Map<String, Float> terms = new LinkedHashMap<>();
    Set<String> strong = new LinkedHashSet<>();
    for (WrittenName name : namesOf(subject)) {
      names
          .termsAsked(names.prepare(name.written()))
          .forEach(t -> terms.merge(blind(NAME, t.text()), t.weight(), Math::max));
    }
    for (PartialDate date : datesOf(subject)) {
      born(date, terms);
      BirthTerms.telling(date).forEach(t -> strong.add(blind(BORN, t.text())));
    }
    for (String number : Keys.of(subject)) {
      terms.put(blind(NUMBER, number), NUMBER_WEIGHT);
      strong.add(blind(NUMBER, number));
    }
    String kind = blind(KIND, SubjectKind.of(subject).code());
    return new Lookup(weighted(terms), List.copyOf(strong), List.of(kind), limit);
  }

  static List<WrittenName> namesOf(Subject subject) {
    return switch (subject) {
      case Person p -> p.names();
      case Organisation o -> o.names();
      case Vessel v -> v.name().map(n -> List.of(WrittenName.of(n))).orElse(List.of());
      default -> List.of();
    };
  }

  private static List<PartialDate> datesOf(Subject subject) {
    return subject instanceof Person person ? person.born() : List.of();
  }

  private void born(PartialDate date, Map<String, Float> into) {
    BirthTerms.asked(date).forEach(t -> into.merge(blind(BORN, t.text()), t.weight(), Math::max));
  }

  private static List<Weighted> weighted(Map<String, Float> terms) {
    return terms.entrySet().stream().map(e -> new Weighted(e.getKey(), e.getValue())).toList();
  }

  private String blind(String field, String term) {
    return secrets.blind(field, term);
  }
}
