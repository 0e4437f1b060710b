package org.entente.node.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.RequestSubject;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.subject.Subject;

/**
 * Where records, searches, lists and requests mention a person: for oversight and for the answer to
 * the person concerned. Reads only; the caller accounts for it with an entry of its own.
 *
 * <p>What searches asked lies sealed and in no index: it is opened one by one, the newest first,
 * and no more than {@link #MOST_OPENED}. Safe for use by many threads.
 */
public final class Mentions {
  /** Most matches per kind. A name that resembles more people than this resembles everyone. */
  public static final int MOST = 40;

  /** Sealed questions and lines opened for one person. */
  public static final int MOST_OPENED = 20_000;

  /** Restricted and corrected requests looked at for one person. */
  private static final int MOST_RESTRICTED = 1_000;

  private final Store store;
  private final RecordContents contents;
  private final Search search;
  private final RequestIndex requests;
  private final Screening screening;
  private final Casework casework;

  Mentions(
      Store store,
      RecordContents contents,
      Search search,
      RequestIndex requests,
      Screening screening,
      Casework casework) {
    this.store = store;
    this.contents = contents;
    this.search = search;
    this.requests = requests;
    this.screening = screening;
    this.casework = casework;
  }

  /** Whether enough is said to find a person: a name or a number. */
  public static boolean askable(Question question) {
    return !question.names().isEmpty() || !question.numbers().isEmpty();
  }

  /** A request about a person like this. */
  public record InRequest(
      MessageId message,
      CaseId caseId,
      PersonSought person,
      boolean restricted,
      Likeness likeness) {
    @Override
    public String toString() {
      return "InRequest[" + message + "]";
    }
  }

  /** A search for a person like this. */
  public record Searched(
      String id, OfficerId by, Instant at, Question question, long found, Likeness likeness) {
    @Override
    public String toString() {
      return "Searched[" + id + "]";
    }
  }

  /** A kept line of a list about a person like this. */
  public record Listed(
      ScreeningId id, OfficerId by, Instant at, long line, Subject subject, Likeness likeness) {
    @Override
    public String toString() {
      return "Listed[" + id + "]";
    }
  }

  /**
   * What was met among things that are opened one by one.
   *
   * @param complete whether nothing older was left unopened
   */
  public record Opened<T>(List<T> met, boolean complete) {
    public Opened {
      met = List.copyOf(met);
    }
  }

  /** Records that may be the person, the likeliest first. */
  public Opened<Found> records(Question question) {
    List<Found> found = search.find(question, Likeness.POSSIBLE, MOST);
    return new Opened<>(found, found.size() < MOST);
  }

  /** A record as it stands; empty once it was erased. */
  public Optional<RecordView> record(RecordId id) {
    return store.read(tx -> RecordRows.find(tx, id)).map(search::view);
  }

  /**
   * Everything by which entries of the ledger refer to a record: itself, what it was joined with.
   */
  public Set<String> names(RecordId id) {
    Set<String> names = new HashSet<>(Set.of(id.toString()));
    store.read(tx -> RecordRows.joined(tx, id)).forEach(other -> names.add(other.toString()));
    store
        .read(tx -> RecordRows.find(tx, id))
        .ifPresent(row -> {
          names.add(row.importId().toString());
          row.mergedInto().ifPresent(into -> names.add(into.toString()));
        });
    return names;
  }

  /** The cases beside which a record stands, or stood. */
  public Set<CaseId> casesBeside(RecordId id) {
    return store.read(tx -> MatchRows.casesOf(tx, id));
  }

  /** Cases with a request about a person like this; what is restricted or erased is not found. */
  List<CaseId> casesAbout(Question question) {
    return requests.like(question, List.of(), Likeness.POSSIBLE, MOST).stream()
        .flatMap(like -> casework.cases().caseOf(like.message()).stream())
        .distinct()
        .toList();
  }

  /** Requests that arrived or left about a person like this, the likeliest first. */
  public Opened<InRequest> requests(Question question) {
    List<InRequest> found = new ArrayList<>();
    List<RequestIndex.Like> alike = requests.like(question, List.of(), Likeness.POSSIBLE, MOST);
    for (RequestIndex.Like like : alike) {
      Optional<PersonSought> person = casework.requestSubjects().person(like.message());
      Optional<CaseId> caseId = casework.cases().caseOf(like.message());
      if (person.isPresent() && caseId.isPresent()) {
        found.add(
            new InRequest(like.message(), caseId.get(), person.get(), false, like.likeness()));
      }
    }
    Comparison comparison = Comparison.with(question);
    Set<MessageId> met = new HashSet<>();
    found.forEach(request -> met.add(request.message()));
    List<MessageId> corrected = casework.requestSubjects().corrected(MOST_RESTRICTED);
    for (MessageId message : corrected) {
      if (!met.contains(message)) {
        beforeCorrection(message, comparison)
            .filter(Mentions::alike)
            .flatMap(likeness -> request(message, question))
            .ifPresent(found::add);
      }
    }
    List<RequestSubject> restricted = casework.requestSubjects().restricted(MOST_RESTRICTED);
    for (RequestSubject subject : restricted) {
      casework
          .requestSubjects()
          .personThoughRestricted(subject.message())
          .ifPresent(person -> {
            Likeness likeness = comparison.of(AskedPerson.subject(person));
            if (alike(likeness)) {
              found.add(new InRequest(subject.message(), subject.caseId(), person, true, likeness));
            }
          });
    }
    return new Opened<>(
        found,
        alike.size() < MOST
            && corrected.size() < MOST_RESTRICTED
            && restricted.size() < MOST_RESTRICTED);
  }

  /**
   * How like the person is whose name stood in a request before it was corrected. Only oversight
   * looks there: who looked at the wrong person must stay provable.
   */
  private Optional<Likeness> beforeCorrection(MessageId message, Comparison comparison) {
    return casework
        .requestSubjects()
        .personBeforeCorrection(message)
        .map(person -> comparison.of(AskedPerson.subject(person)));
  }

  /** Whom one request is about, compared again; empty if it was erased. */
  public Optional<InRequest> request(MessageId message, Question question) {
    Optional<PersonSought> person = casework.requestSubjects().personThoughRestricted(message);
    Optional<CaseId> caseId = casework.cases().caseOf(message);
    if (person.isEmpty() || caseId.isEmpty()) {
      return Optional.empty();
    }
    Comparison comparison = Comparison.with(question);
    Likeness now = comparison.of(AskedPerson.subject(person.get()));
    Likeness best =
        beforeCorrection(message, comparison)
            .filter(before -> alike(before) && !alike(now))
            .orElse(now);
    return Optional.of(
        new InRequest(
            message,
            caseId.get(),
            person.get(),
            casework.requestSubjects().person(message).isEmpty(),
            best));
  }

  /** Searches of officers for a person like this, newest first. */
  public Opened<Searched> searches(Question question) {
    Comparison comparison = Comparison.with(question);
    List<Searched> met = new ArrayList<>();
    int opened = 0;
    String before = QuestionRows.NEWEST;
    List<QuestionRows.Row> page = page(before);
    while (!page.isEmpty() && opened < MOST_OPENED) {
      for (QuestionRows.Row row : page) {
        opened++;
        searched(row, comparison).filter(s -> alike(s.likeness())).ifPresent(met::add);
      }
      before = page.getLast().id();
      page = page(before);
    }
    return new Opened<>(met, page.isEmpty());
  }

  private List<QuestionRows.Row> page(String before) {
    return store.read(tx -> QuestionRows.before(tx, before));
  }

  /** One search; empty where there is none. */
  public Optional<Searched> search(String id, Question question) {
    return store
        .read(tx -> QuestionRows.find(tx, id))
        .flatMap(row -> searched(row, Comparison.with(question)));
  }

  private Optional<Searched> searched(QuestionRows.Row row, Comparison comparison) {
    Question asked;
    try {
      asked =
          RecordJson.any(
              contents.openPart("record-question/" + row.id(), row.locked()), Question.class);
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
    return Optional.of(
        new Searched(row.id(), row.by(), row.at(), asked, row.found(), comparison.of(asked)));
  }

  /** Kept lines of lists about a person like this. */
  public Opened<Listed> lists(Question question) {
    return screening.mentions(Comparison.with(question), MOST_OPENED);
  }

  /** Why a list was held against the index; empty where nothing is known of it any more. */
  public String reasonOfList(ScreeningId id) {
    return screening.reason(id).orElse("");
  }

  /**
   * Whether it may be the same person: a number met, or the names do not contradict and it is more
   * likely than not.
   */
  public static boolean alike(Likeness likeness) {
    return likeness.matches(Likeness.POSSIBLE);
  }

  /** Records whose end has come or comes within a time, and that are not erased yet. */
  public long endingBefore(Instant at) {
    return store.read(tx ->
        tx.sql("SELECT COUNT(*) FROM record WHERE erase_by <= :at AND erased_at IS NULL")
            .param("at", Times.micros(at))
            .query(Long.class)
            .single());
  }
}
