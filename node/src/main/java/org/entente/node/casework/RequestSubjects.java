package org.entente.node.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Whom the requests of this node are about, for what compares them: requests that arrived and
 * requests that left, never drafts. Safe for use by many threads.
 */
public final class RequestSubjects {
  private final Store store;
  private final Contents contents;
  private final Corrections corrections;
  private volatile Runnable listener = () -> {};

  RequestSubjects(Store store, Contents contents, Corrections corrections) {
    this.store = store;
    this.contents = contents;
    this.corrections = corrections;
  }

  /** Notes a request in the transaction in which it arrived or was released. */
  void note(Tx tx, MessageId message, CaseId caseId, Direction direction) {
    tx.sql(
            """
            INSERT INTO mention (revision, message_id, case_id,
              direction) SELECT COALESCE(MAX(revision), 0) + 1, :message, :case, :direction
            FROM mention
            """)
        .param("message", message.toString())
        .param("case", caseId.toString())
        .param("direction", direction.name())
        .update();
    tx.afterCommit(listener);
  }

  /** Notes that a request says something else, nothing any more, or again: it is compared anew. */
  void changed(Tx tx, MessageId message) {
    tx.sql(
            """
            UPDATE mention
            SET revision = (SELECT MAX(revision) + 1 FROM mention)
            WHERE message_id = :message
            """)
        .param("message", message.toString())
        .update();
    tx.afterCommit(listener);
  }

  /**
   * Tells once requests came, left or changed and that is on disk; said while the node is put
   * together.
   */
  public void whenChanged(Runnable word) {
    listener = word;
  }

  /** The case of a request; empty if there is no such request. */
  public static Optional<CaseId> caseOf(Tx tx, MessageId request) {
    return tx.sql("SELECT case_id FROM mention WHERE message_id = :message")
        .param("message", request.toString())
        .query((rs, n) -> CaseId.of(rs.getString("case_id")))
        .optional();
  }

  /** The next requests after a revision, in their order. */
  public List<RequestSubject> after(long revision, int limit) {
    return store.read(tx ->
        tx.sql("SELECT * FROM mention WHERE revision > :r ORDER BY revision LIMIT :limit")
            .param("r", revision)
            .param("limit", limit)
            .query(RequestSubjects::subject)
            .list());
  }

  /** The requests of one case. */
  public List<RequestSubject> of(CaseId id) {
    return store.read(tx ->
        tx.sql("SELECT * FROM mention WHERE case_id = :case ORDER BY revision")
            .param("case", id.toString())
            .query(RequestSubjects::subject)
            .list());
  }

  public long newest() {
    return store.read(
        tx -> tx.sql("SELECT COALESCE(MAX(revision), 0) FROM mention").query(Long.class).single());
  }

  /**
   * Whom a request is about, with what was corrected since: what was wrong is not compared any more
   * (Directive (EU) 2016/680 Art. 7(3), 16(1)). Who calls this accounts for it with an entry of its
   * own.
   *
   * @return empty if there is no such request
   */
  public Optional<PersonSought> person(MessageId message) {
    return read(message, (tx, row) -> corrections.applied(tx, message, contents.forReading(row)));
  }

  /**
   * Whom a request was about as it was exchanged, where that was corrected: for oversight, which
   * must still find who looked at the person whose name stood there.
   */
  public Optional<PersonSought> personBeforeCorrection(MessageId message) {
    return read(message, (tx, row) -> contents.reopen(row))
        .filter(person -> !Optional.of(person).equals(personThoughRestricted(message)));
  }

  /** How often the person of a request was corrected; what else of it was does not count. */
  public int corrections(Reads tx, MessageId message) {
    return (int)
        corrections.of(tx, message).stream()
            .filter(correction -> PersonSought.FIELDS.contains(correction.passage()))
            .count();
  }

  /** Messages of which something was corrected, the last corrected first. */
  public List<MessageId> corrected(int most) {
    return store.read(tx -> corrections.corrected(tx, most));
  }

  private Optional<PersonSought> read(
      MessageId message, BiFunction<Reads, MessageRows.Row, Content> reading) {
    return store.read(tx ->
        MessageRows.find(tx, message).map(row -> reading.apply(tx, row)).flatMap(Content::about));
  }

  /** Requests whose content is restricted, in their order; such are in no index. */
  public List<RequestSubject> restricted(int most) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT *
                FROM mention
                WHERE message_id IN (SELECT id FROM message WHERE restricted_at IS NOT NULL)
                  OR case_id IN (SELECT id FROM case_file WHERE restricted_at IS NOT NULL)
                ORDER BY revision DESC LIMIT :limit
                """)
            .param("limit", most)
            .query(RequestSubjects::subject)
            .list());
  }

  /**
   * Whom a request is about, also where its content is restricted: for the answer to the person
   * concerned and for oversight, who account for it with an entry that has its reason.
   */
  public Optional<PersonSought> personThoughRestricted(MessageId message) {
    return read(message, (tx, row) -> corrections.applied(tx, message, contents.reopen(row)));
  }

  private static RequestSubject subject(ResultSet rs, int number) throws SQLException {
    return new RequestSubject(
        rs.getLong("revision"),
        MessageId.of(rs.getString("message_id")),
        CaseId.of(rs.getString("case_id")),
        Direction.valueOf(rs.getString("direction")));
  }
}
