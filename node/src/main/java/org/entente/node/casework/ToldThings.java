package org.entente.node.casework;

import java.util.List;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * What messages tell of that arrived or left, for what compares it between matters: never drafts.
 * Safe for use by many threads.
 */
public final class ToldThings {
  private final Store store;
  private final Contents contents;
  private volatile Runnable listener = () -> {};

  ToldThings(Store store, Contents contents) {
    this.store = store;
    this.contents = contents;
  }

  /**
   * A message that can tell of things.
   *
   * @param revision its place in the order in which they came, went and changed
   */
  public record Told(long revision, MessageId message, CaseId caseId) {}

  /** Notes a message in the transaction in which it arrived or was released. */
  void note(Tx tx, MessageId message, CaseId caseId) {
    tx.sql(
            """
            INSERT INTO told_by (message_id, case_id, revision)
            SELECT :message, :case, COALESCE(MAX(revision), 0) + 1
            FROM told_by
            """)
        .param("message", message.toString())
        .param("case", caseId.toString())
        .update();
    tx.afterCommit(listener);
  }

  /** Notes that a message is to be looked at anew. */
  public void changed(Tx tx, MessageId message) {
    tx.sql(
            """
            UPDATE told_by
            SET revision = (SELECT MAX(revision) + 1 FROM told_by)
            WHERE message_id = :message
            """)
        .param("message", message.toString())
        .update();
    tx.afterCommit(listener);
  }

  /** Tells once there is something new on disk; said while the node is put together. */
  public void whenChanged(Runnable word) {
    listener = word;
  }

  /** The next after a revision, in their order. */
  public List<Told> after(long revision, int limit) {
    return store.read(tx ->
        tx.sql("SELECT * FROM told_by WHERE revision > :r ORDER BY revision LIMIT :limit")
            .param("r", revision)
            .param("limit", limit)
            .query((rs, n) ->
                new Told(
                    rs.getLong("revision"),
                    MessageId.of(rs.getString("message_id")),
                    CaseId.of(rs.getString("case_id"))))
            .list());
  }

  public long newest() {
    return store.read(ToldThings::newest);
  }

  private static long newest(Reads tx) {
    return tx.sql("SELECT COALESCE(MAX(revision), 0) FROM told_by").query(Long.class).single();
  }

  /**
   * What a message tells of; nothing where it was erased or is restricted. Who shows it to an
   * officer accounts for it with an entry of its own.
   */
  public Subjects of(MessageId message) {
    return store.read(tx ->
        MessageRows.find(tx, message)
            .map(row -> contents.forReading(row).tells())
            .orElse(Subjects.NONE));
  }
}
