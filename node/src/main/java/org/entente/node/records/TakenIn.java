package org.entente.node.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Evaluation;
import org.entente.intake.Described;
import org.entente.intake.Description;
import org.entente.intake.SubjectJson;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.ToldSubject;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/**
 * Persons and things that a partner told of, taken into the national index by an officer's
 * decision: as they were written, with their source, their evaluation and handling, and no partner
 * may check them.
 *
 * <p><b>Guarantees.</b> Such a record ends with what it came from: once its message is erased or
 * restricted, the record is erased in the same transaction; stricter handling is put on it; after a
 * correction of its message the need to keep it is looked at again. It is reviewed after {@value
 * #REVIEW_MONTHS} months and erased after {@value #KEPT_MONTHS} at the latest.
 */
public final class TakenIn {
  /**
   * As long as a concluded exchange is kept without a review, Directive (EU) 2023/977 Art. 16(4).
   */
  static final int REVIEW_MONTHS = 6;

  /** What is needed for longer is in a case or a register of the state's own by then. */
  static final int KEPT_MONTHS = 12;

  /** What a request says of its own source: nothing. */
  private static final Evaluation NOT_SAID =
      new Evaluation(Evaluation.Source.X, Evaluation.Information.FOUR);

  private final Store store;
  private final Journal journal;
  private final Casework casework;
  private final RecordContents contents;
  private final IndexSecrets secrets;
  private final Runnable nudge;
  private final InstantSource clock;

  TakenIn(
      Store store,
      Journal journal,
      Casework casework,
      RecordContents contents,
      IndexSecrets secrets,
      Runnable nudge,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.casework = casework;
    this.contents = contents;
    this.secrets = secrets;
    this.nudge = nudge;
    this.clock = clock;
  }

  /**
   * What an officer would take.
   *
   * @param told under the evaluation and handling that it came with
   */
  public record Offered(
      CaseId caseId, String reference, ToldSubject told, Provisions provisions, String source) {
    @Override
    public String toString() {
      return "Offered[" + caseId + "]";
    }
  }

  private record Source(CaseView view, MessageView message, ToldSubject told) {}

  /**
   * What would be taken; looking at it is a look at its case.
   *
   * @param at its place in what the message tells of, from 0
   */
  public Outcome<Offered> offered(Officer by, MessageId message, int at) {
    return source(by, message, at).then(source -> Outcome.done(offered(source)));
  }

  private Outcome<Source> source(Officer by, MessageId message, int at) {
    if (!Rights.may(by, Right.TAKE_INTO_INDEX)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<CaseView> view =
        casework.cases().caseOf(message).flatMap(file -> casework.cases().view(by, file));
    Optional<MessageView> arrived =
        view.flatMap(file ->
            file.messages().stream()
                .filter(m -> m.id().equals(message) && m.direction() == Direction.IN)
                .findFirst());
    Optional<ToldSubject> told = arrived.flatMap(m -> m.corrected().told(at));
    return told.filter(subject -> subject.subject().isPresent()).isEmpty()
        ? Outcome.refused(Usual.NOT_FOUND)
        : Outcome.done(new Source(view.orElseThrow(), arrived.orElseThrow(), told.get()));
  }

  private Offered offered(Source source) {
    ToldSubject told = source.told();
    Instant now = clock.instant();
    Provisions provisions =
        new Provisions(
            told.role().category(),
            source.view().summary().offence(),
            told.evaluation() == null ? NOT_SAID : told.evaluation(),
            told.handling(),
            now.atZone(ZoneOffset.UTC).plusMonths(REVIEW_MONTHS).toInstant(),
            now.atZone(ZoneOffset.UTC).plusMonths(KEPT_MONTHS).toInstant(),
            List.of());
    return new Offered(
        source.view().summary().id(),
        source.view().summary().reference(),
        told,
        provisions,
        source.view().summary().partner().value());
  }

  /** Takes it. What was taken once and is still there is not taken again. */
  public Outcome<RecordId> take(Officer by, MessageId message, int at) {
    return source(by, message, at).then(source -> take(by, message, at, source));
  }

  private Outcome<RecordId> take(Officer by, MessageId message, int at, Source source) {
    ToldSubject told = source.told();
    if (!(Description.understood(told.kind(), told.known())
        instanceof Description.Read.Meant meant)) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Offered offered = offered(source);
    Described described = new Described(meant.subject(), "", told.said(), meant.notes());
    byte[] content = SubjectJson.bytes(described);
    RecordId id = RecordId.next();
    String key = secrets.digest(("taken:" + message + ":" + at).getBytes(StandardCharsets.UTF_8));
    String digest =
        secrets.digest(RecordJson.any(List.of(described, offered.provisions().toString())));
    Instant now = clock.instant();
    Outcome<RecordId> outcome =
        store.write(tx -> {
          Map<String, RecordRows.Known> known =
              RecordRows.known(tx, offered.source(), List.of(key));
          if (known.values().stream().anyMatch(each -> !each.erased())) {
            return Outcome.<RecordId>refused(RecordRefusal.TAKEN_ALREADY);
          }
          if (casework.erasure().withheld(tx, message)) {
            return Outcome.<RecordId>refused(Usual.NOT_FOUND);
          }
          RecordId record =
              known.values().stream().findFirst().map(RecordRows.Known::id).orElse(id);
          RecordRows.put(
              tx,
              new RecordRows.Written(
                  record,
                  offered.source(),
                  key,
                  told.kind(),
                  digest,
                  contents.lock(record, content),
                  offered.provisions(),
                  ImportId.of(message.toString()),
                  RecordRows.newest(tx) + 1),
              now);
          note(tx, record, message, at, now);
          Map<String, String> references = new LinkedHashMap<>();
          references.put("record", record.toString());
          references.put("message", message.toString());
          references.put("case", offered.caseId().toString());
          Several.put(references, "articles", source.message().articles(), " + ");
          journal.append(tx, Event.RECORD_TAKEN_IN, by.id().toString(), references);
          return Outcome.done(record);
        });
    nudge.run();
    return outcome;
  }

  private static void note(Tx tx, RecordId record, MessageId message, int at, Instant now) {
    tx.sql(
            """
            INSERT INTO taken_in (record_id, message_id, place, taken_at)
            VALUES (:record, :message, :place, :now)
            ON CONFLICT (record_id) DO UPDATE
            SET taken_at = excluded.taken_at
            """)
        .param("record", record.toString())
        .param("message", message.toString())
        .param("place", at)
        .param("now", Times.micros(now))
        .update();
  }

  private static List<RecordId> of(Tx tx, MessageId message) {
    return tx.sql(
            """
            SELECT record_id
            FROM taken_in
            WHERE message_id = :message AND record_id IN (
              SELECT id FROM record WHERE erased_at IS NULL)
            ORDER BY place
            """)
        .param("message", message.toString())
        .query((rs, n) -> RecordId.of(rs.getString("record_id")))
        .list();
  }

  /** What became of a message reaches the records that were taken from it. */
  public void follow(Tx tx, MessageId message, Erasure.Change change) {
    Instant now = clock.instant();
    List<RecordId> records = of(tx, message);
    for (RecordId record : records) {
      switch (change) {
        case Erasure.Change.Withheld withheld -> {
          RecordRows.erase(tx, record, now);
          journal.append(
              tx, Event.RECORD_ERASED, Journal.NODE, Map.of("record", record.toString()));
        }
        case Erasure.Change.Lifted lifted -> {} // What was erased is taken again by an officer.
        case Erasure.Change.Corrected corrected -> RecordRows.review(tx, List.of(record), now);
        case Erasure.Change.Handled(var codes) -> RecordRows.handle(tx, record, codes, now);
      }
    }
    if (!records.isEmpty()) {
      tx.afterCommit(nudge);
    }
  }
}
