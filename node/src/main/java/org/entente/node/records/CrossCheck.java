package org.entente.node.records;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.intake.SubjectJson;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Direction;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.RequestSubject;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault.Locked;
import org.entente.node.work.Follower;
import org.entente.node.work.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that arrive are compared with the national index and with all other requests of this
 * node, so that what is known here stands beside them (Directive (EU) 2023/977 Art. 16(1)(d)).
 *
 * <p><b>Guarantees.</b> Every request that arrived is compared once, also over a restart, and again
 * when an officer wants it; every request is compared again when its person was corrected, and what
 * was decided before is then asked anew, as it is once the register says something else. A match
 * stays a possible one until an officer confirmed or rejected it; each decision is an entry in the
 * ledger and changes nothing else, neither records nor weights.
 *
 * <p><b>Does not guarantee</b> that a record imported after the comparison is met: an officer
 * compares again. Safe for use by many threads.
 */
public final class CrossCheck {
  private static final Logger LOG = LoggerFactory.getLogger(CrossCheck.class);

  /** Most matches per kind. A name that resembles more people than this resembles everyone. */
  public static final int MOST = 10;

  /** Three identifiers fit one reference, and ten such references one entry. */
  private static final int IN_ONE_ENTRY = 30;

  /** A ground says at least a few words, and is no report. */
  static final int GROUND_MIN = 5;

  public static final int GROUND_MAX = 500;

  private static final int PAGE = 50;
  private static final String FOLLOWER = "cross-check";

  /** Casework tells when there is something; a word of another replica does not come here. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** A page of requests waits until the index of records has followed a large import. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(12);

  private final Store store;
  private final Journal journal;
  private final Casework casework;
  private final RecordContents contents;
  private final IndexSecrets secrets;
  private final Search search;
  private final RequestIndex requests;
  private final IndexFollower records;
  private final InstantSource clock;
  private final Follower worker =
      new Follower("cross-check", LOOK_AGAIN, LONGEST_ROUND, new Requests());

  CrossCheck(
      Store store,
      Journal journal,
      Casework casework,
      RecordContents contents,
      IndexSecrets secrets,
      Search search,
      RequestIndex requests,
      IndexFollower records,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.casework = casework;
    this.contents = contents;
    this.secrets = secrets;
    this.search = search;
    this.requests = requests;
    this.records = records;
    this.clock = clock;
  }

  /**
   * What may be known of the person of a case.
   *
   * @param checkedAt when the comparison was last made; empty as long as it was not
   */
  public record Beside(Optional<Instant> checkedAt, List<PossibleMatch> matches) {
    public Beside {
      matches = List.copyOf(matches);
    }

    @Override
    public String toString() {
      return "Beside[" + matches.size() + "]";
    }
  }

  Follower worker() {
    return worker;
  }

  /** Requests came, left or say something else now. */
  public void wake() {
    worker.wake();
  }

  /** The requests of this node, in the order in which they came, left or changed. */
  private final class Requests implements Follower.Source {
    @Override
    public Round follow() throws InterruptedException {
      return round();
    }

    @Override
    public long behind() {
      long newest = casework.requestSubjects().newest();
      return Math.max(0, newest - store.read(CrossCheck::followed));
    }
  }

  private Round round() throws InterruptedException {
    try {
      while (requests.follow()) {
        worker.works();
      }
      if (compareNext()) {
        return Round.DID;
      }
      requests.keep();
      return Round.NOTHING;
    } catch (IndexSilent e) {
      LOG.debug("Requests wait for the search index.", e);
      return new Round.Failed("index-silent");
    } catch (UncheckedIOException e) {
      requests.again();
      throw e;
    }
  }

  /** Compares the next requests; false if there are none. */
  private boolean compareNext() throws InterruptedException {
    long from = store.read(CrossCheck::followed);
    List<RequestSubject> page = casework.requestSubjects().after(from, PAGE);
    if (page.isEmpty()) {
      return false;
    }
    records.await();
    List<Compared> compared = new ArrayList<>();
    for (RequestSubject subject : page) {
      if (!worker.goesOn()) {
        break; // What was compared so far is kept.
      }
      Optional<Met> met = compares(subject) ? Optional.of(met(subject)) : Optional.empty();
      compared.add(new Compared(subject, met, stale(subject)));
      worker.works();
    }
    if (compared.isEmpty()) {
      return true;
    }
    store.write(tx -> {
      for (Compared each : compared) {
        each.stale().forEach(id -> MatchRows.drop(tx, id));
        each.met().ifPresent(met -> keep(tx, each.subject(), met, Journal.NODE));
      }
      FollowedRevision.set(tx, FOLLOWER, compared.getLast().subject().revision());
      return compared.size();
    });
    return true;
  }

  /**
   * What arrived is compared. An own request is not when it leaves, because its officer searched
   * for whom they ask about; once its person was corrected, that search was about somebody else.
   */
  private boolean compares(RequestSubject subject) {
    return subject.direction() == Direction.IN
        || store.read(tx ->
            MatchRows.checked(tx, subject.message())
                || casework.requestSubjects().corrections(tx, subject.message()) > 0);
  }

  /**
   * A request with whom it met and which matches of it hold no more.
   *
   * @param met empty where it was not compared
   */
  private record Compared(RequestSubject subject, Optional<Met> met, List<UUID> stale) {}

  /** Whom one request met. */
  private record Met(List<Found> records, List<RequestIndex.Like> requests) {
    static final Met NOBODY = new Met(List.of(), List.of());
  }

  private Met met(RequestSubject subject) {
    Optional<Question> question = requests.question(subject.message());
    if (question.isEmpty() || question.get().asksNothing()) {
      return Met.NOBODY;
    }
    List<Found> found = search.find(question.get(), Likeness.BESIDE, MOST);
    List<MessageId> own = requests.of(subject.caseId());
    return new Met(found, requests.like(question.get(), own, Likeness.POSSIBLE, MOST));
  }

  /**
   * What was met before and is no match any more, from either side: the person of the request was
   * corrected, or what was met went.
   */
  private List<UUID> stale(RequestSubject subject) {
    List<UUID> stale = new ArrayList<>();
    for (MatchRows.Row row : store.read(tx -> MatchRows.open(tx, subject.message()))) {
      boolean still =
          match(row, row.caseId(), row.message())
              .filter(m ->
                  m.likeness()
                      .matches(row.record().isPresent() ? Likeness.BESIDE : Likeness.POSSIBLE))
              .isPresent();
      if (!still) {
        stale.add(row.id());
      }
    }
    return stale;
  }

  private void keep(Tx tx, RequestSubject subject, Met met, String by) {
    Instant now = clock.instant();
    for (Found f : met.records()) {
      MatchRows.note(
          tx,
          subject.message(),
          subject.caseId(),
          f.record().id(),
          null,
          f.likeness().probability(),
          now);
    }
    for (RequestIndex.Like like : met.requests()) {
      MatchRows.note(
          tx,
          subject.message(),
          subject.caseId(),
          null,
          like.message(),
          like.likeness().probability(),
          now);
    }
    MatchRows.checked(tx, subject.message(), subject.caseId(), now);
    journal.append(
        tx,
        Event.REQUEST_COMPARED,
        by,
        Map.of(
            "case", subject.caseId().toString(),
            "records", Integer.toString(met.records().size()),
            "requests", Integer.toString(met.requests().size())));
  }

  private static long followed(Reads tx) {
    return FollowedRevision.of(tx, FOLLOWER);
  }

  /** What stands beside a case; looking at it is noted. Empty if the officer may not read cases. */
  public Optional<Beside> beside(Officer officer, CaseId id) {
    List<MessageId> own = requests.of(id);
    if (!Rights.may(officer, Right.READ_CASES) || own.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> checkedAt = store.read(tx -> MatchRows.checkedAt(tx, id));
    List<PossibleMatch> matches = new ArrayList<>();
    for (MatchRows.Row row : store.read(tx -> MatchRows.of(tx, id))) {
      match(row, id, own.getFirst()).ifPresent(matches::add);
    }
    if (!matches.isEmpty()) {
      store.write(tx -> {
        for (Map<String, String> looked : looked(id, matches)) {
          journal.append(tx, Event.MATCHES_READ, officer.id().toString(), looked);
        }
        return matches;
      });
    }
    return Optional.of(new Beside(checkedAt, matches));
  }

  /** The entries name every record, so that who looked at one can be found. */
  private static List<Map<String, String>> looked(CaseId id, List<PossibleMatch> matches) {
    List<String> seen = new ArrayList<>();
    for (PossibleMatch match : matches) {
      if (match.known() instanceof PossibleMatch.Known.Recorded(RecordView record)) {
        seen.add(record.id().toString());
      }
    }
    List<Map<String, String>> entries = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(seen.size(), from + IN_ONE_ENTRY);
      Map<String, String> references = new LinkedHashMap<>();
      references.put("case", id.toString());
      Several.put(references, "records", seen.subList(from, to), " ");
      entries.add(references);
      from = to;
    } while (from < seen.size());
    return entries;
  }

  private Optional<PossibleMatch> match(MatchRows.Row row, CaseId seenFrom, MessageId own) {
    boolean later = !row.caseId().equals(seenFrom);
    Optional<Question> question = requests.question(later ? own : row.message());
    Optional<PossibleMatch.Known> known =
        row.record().isPresent()
            ? recorded(row.record().get())
            : later
                ? requested(row.caseId(), row.message())
                : requested(row.otherCase().orElseThrow(), row.other().orElseThrow());
    if (question.isEmpty() || known.isEmpty()) {
      return Optional.empty();
    }
    Likeness likeness =
        Comparison.with(question.get())
            .of(
                switch (known.get()) {
                  case PossibleMatch.Known.Recorded(RecordView record) ->
                      record.described().subject();
                  case PossibleMatch.Known.Requested other -> AskedPerson.subject(other.person());
                });
    if (row.record().isPresent()) {
      // What the search gave it; nothing where they are not one person's any more.
      likeness = likeness.with(likeness.matches(Likeness.POSSIBLE) ? row.probability() : 0);
    }
    return Optional.of(
        new PossibleMatch(
            row.id(),
            known.get(),
            likeness,
            row.state(),
            row.foundAt(),
            row.decidedBy(),
            row.decidedAt(),
            store.read(tx -> lookAgain(tx, row, said(known.get()))),
            ground(row)));
  }

  /** Whether its person was corrected, or its register changed, since a decision was made. */
  private boolean lookAgain(Reads tx, MatchRows.Row row, Optional<String> said) {
    return row.state() != PossibleMatch.State.OPEN
        && (corrections(tx, row) > row.corrections()
            || (row.said().isPresent() && said.isPresent() && !row.said().equals(said)));
  }

  /** A keyed digest of what a register says of the person; empty where a request was met. */
  private Optional<String> said(PossibleMatch.Known known) {
    return known instanceof PossibleMatch.Known.Recorded(RecordView record)
        ? Optional.of(secrets.digest(SubjectJson.bytes(record.described())))
        : Optional.empty();
  }

  private int corrections(Reads tx, MatchRows.Row row) {
    return casework.requestSubjects().corrections(tx, row.message())
        + row.other().map(other -> casework.requestSubjects().corrections(tx, other)).orElse(0);
  }

  /** On which ground was decided; empty where none was given or it went with its case. */
  private String ground(MatchRows.Row row) {
    try {
      return row.ground().isEmpty()
          ? ""
          : RecordJson.any(
              contents.openPart(MatchRows.place(row.id()), row.ground().get()), String.class);
    } catch (KeyForgotten e) {
      return "";
    }
  }

  private Optional<PossibleMatch.Known> recorded(RecordId id) {
    return store
        .read(tx -> RecordRows.find(tx, id))
        .map(row -> new PossibleMatch.Known.Recorded(search.view(row)));
  }

  private Optional<PossibleMatch.Known> requested(CaseId caseId, MessageId message) {
    Optional<PersonSought> person = casework.requestSubjects().person(message);
    Optional<String> reference = casework.cases().reference(caseId);
    return person.isEmpty() || reference.isEmpty()
        ? Optional.empty()
        : Optional.of(new PossibleMatch.Known.Requested(caseId, reference.get(), person.get()));
  }

  /**
   * An officer says whether it is the same person; it may be said differently later.
   *
   * @param ground what shows that it is the same person, kept sealed with the decision; may be
   *     empty where it is another person
   */
  public Outcome<UUID> decide(
      Officer officer, CaseId caseId, UUID match, boolean same, String ground) {
    if (!Rights.may(officer, Right.DECIDE_MATCHES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    String said = ground.strip();
    if ((same && said.length() < GROUND_MIN) || said.length() > GROUND_MAX) {
      return Outcome.refused(RecordRefusal.GROUND_MISSING);
    }
    Optional<Locked> sealed =
        said.isEmpty()
            ? Optional.empty()
            : Optional.of(contents.lockPart(MatchRows.place(match), RecordJson.any(said)));
    PossibleMatch.State state = same ? PossibleMatch.State.CONFIRMED : PossibleMatch.State.REJECTED;
    Optional<String> says =
        store
            .read(tx -> MatchRows.find(tx, match))
            .flatMap(MatchRows.Row::record)
            .flatMap(this::recorded)
            .flatMap(this::said);
    return store.write(tx -> {
      Optional<MatchRows.Row> row = MatchRows.find(tx, match);
      if (row.isEmpty()
          || !(row.get().caseId().equals(caseId)
              || row.get().otherCase().equals(Optional.of(caseId)))) {
        return Outcome.<UUID>refused(Usual.NOT_FOUND);
      }
      if (row.get().state() == state && !lookAgain(tx, row.get(), says)) {
        return Outcome.<UUID>refused(Usual.WRONG_STATE);
      }
      MatchRows.decide(
          tx,
          row.get(),
          new MatchRows.Decision(
              state, officer.id(), corrections(tx, row.get()), says, sealed, clock.instant()));
      Map<String, String> references = new LinkedHashMap<>();
      references.put("case", row.get().caseId().toString());
      row.get().record().ifPresent(r -> references.put("record", r.toString()));
      row.get().otherCase().ifPresent(c -> references.put("other", c.toString()));
      Event event = same ? Event.MATCH_CONFIRMED : Event.MATCH_REJECTED;
      String by = officer.id().toString();
      if (sealed.isPresent()) {
        journal.append(tx, event, by, references, sealed.get().hash());
      } else {
        journal.append(tx, event, by, references);
      }
      return Outcome.done(match);
    });
  }

  /** Compares the requests of a case again, with what is known now. */
  public Outcome<CaseId> again(Officer officer, CaseId caseId) {
    if (!Rights.may(officer, Right.DECIDE_MATCHES)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    List<RequestSubject> own = casework.requestSubjects().of(caseId);
    if (own.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    for (RequestSubject subject : own) {
      List<UUID> stale = stale(subject);
      Met met;
      try {
        met = met(subject);
      } catch (IndexSilent e) {
        return Outcome.refused(Usual.INDEX_SILENT);
      }
      store.write(tx -> {
        stale.forEach(id -> MatchRows.drop(tx, id));
        keep(tx, subject, met, officer.id().toString());
        return subject;
      });
    }
    return Outcome.done(caseId);
  }
}
