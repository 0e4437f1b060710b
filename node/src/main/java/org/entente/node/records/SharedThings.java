package org.entente.node.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.intake.ColumnMeaning;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Erasure;
import org.entente.node.casework.ToldThings;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.work.Follower;
import org.entente.node.work.Round;

/**
 * The same thing in several matters: a plate, a wallet, a telephone, a document, a logo that two of
 * them tell of, with its reason.
 *
 * <p><b>Guarantees.</b> What is kept of a thing is a keyed digest and where it stands; what it is
 * is read from its messages. What was erased or is restricted is in nothing any more from the
 * transaction on. Each look is an entry in the ledger that names the matters.
 *
 * <p><b>Does not guarantee</b> that equal things mean equal persons: numbers change hands.
 */
public final class SharedThings implements Follower.Source {
  /** Things that are shown at once, those of most matters first. */
  public static final int MOST = 100;

  /** Other matters that are named beside one thing. */
  static final int CASES_MOST = 20;

  private static final int PAGE = 50;
  private static final String FOLLOWER = "shared-things";

  /** Casework tells when there is something; a word of another replica does not come here. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

  private final Store store;
  private final Journal journal;
  private final Casework casework;
  private final ThingTokens tokens;
  private final Follower worker = new Follower(FOLLOWER, LOOK_AGAIN, LONGEST_ROUND, this);

  SharedThings(Store store, Journal journal, Casework casework, IndexSecrets secrets) {
    this.store = store;
    this.journal = journal;
    this.casework = casework;
    this.tokens = new ThingTokens(secrets);
  }

  /** A matter, by its reference. */
  public record Matter(CaseId id, String reference) {}

  /**
   * A thing that several matters tell of.
   *
   * @param field as what it is the same; empty for a logo
   * @param written as one of the messages has it
   * @param matters of the others, or all where no matter is looked from
   */
  public record Shared(Optional<ColumnMeaning> field, String written, List<Matter> matters) {
    public Shared {
      matters = List.copyOf(matters);
    }

    @Override
    public String toString() {
      return "Shared[" + field + "]";
    }
  }

  Follower worker() {
    return worker;
  }

  /** Messages came, left or say something else now. */
  public void wake() {
    worker.wake();
  }

  @Override
  public long behind() {
    return Math.max(0, casework.toldThings().newest() - store.read(SharedThings::followed));
  }

  @Override
  public Round follow() {
    List<ToldThings.Told> page =
        casework.toldThings().after(store.read(SharedThings::followed), PAGE);
    if (page.isEmpty()) {
      return Round.NOTHING;
    }
    Map<ToldThings.Told, Set<String>> read = new LinkedHashMap<>();
    for (ToldThings.Told told : page) {
      read.put(told, tokens.of(casework.toldThings().of(told.message())).keySet());
    }
    store.write(tx -> {
      read.forEach((told, all) -> {
        forget(tx, told.message());
        if (!casework.erasure().withheld(tx, told.message())) {
          all.forEach(token -> put(tx, token, told));
        }
      });
      FollowedRevision.set(tx, FOLLOWER, page.getLast().revision());
      return true;
    });
    return Round.DID;
  }

  private static void put(Tx tx, String token, ToldThings.Told told) {
    tx.sql(
            """
            INSERT INTO thing_token (token, message_id, case_id)
            VALUES (:token, :message, :case)
            """)
        .param("token", token)
        .param("message", told.message().toString())
        .param("case", told.caseId().toString())
        .update();
  }

  private static void forget(Tx tx, MessageId message) {
    tx.sql("DELETE FROM thing_token WHERE message_id = :message")
        .param("message", message.toString())
        .update();
  }

  private static long followed(Reads tx) {
    return FollowedRevision.of(tx, FOLLOWER);
  }

  /** What became of a message reaches what was kept of it. */
  public void follow(Tx tx, MessageId message, Erasure.Change change) {
    switch (change) {
      case Erasure.Change.Withheld withheld -> forget(tx, message);
      case Erasure.Change.Lifted lifted -> casework.toldThings().changed(tx, message);
      case Erasure.Change.Corrected corrected -> casework.toldThings().changed(tx, message);
      case Erasure.Change.Handled handled -> {}
    }
  }

  /** A token, and the messages that have it. */
  private record Met(String token, MessageId message, List<CaseId> cases) {}

  /** The things of a case of which other matters tell too; looking at them is noted. */
  public List<Shared> beside(Officer officer, CaseId id) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return List.of();
    }
    return shown(
        officer,
        store.read(tx ->
            tx
                .sql(
                    """
                    SELECT mine.token, MIN(mine.message_id) AS message_id
                    FROM thing_token mine
                    WHERE mine.case_id = :case AND EXISTS (
                      SELECT 1
                      FROM thing_token other
                      WHERE other.token = mine.token AND other.case_id <> mine.case_id)
                    GROUP BY mine.token ORDER BY MIN(mine.message_id), mine.token LIMIT :limit
                    """)
                .param("case", id.toString())
                .param("limit", MOST)
                .query(SharedThings::told)
                .list()
                .stream()
                .map(told -> met(tx, told, id.toString()))
                .toList()),
        Optional.of(id));
  }

  /** Things of which most matters tell, for an analyst; looking at them is noted. */
  public Outcome<List<Shared>> across(Officer officer) {
    if (!Rights.may(officer, Right.SEE_SHARED_THINGS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return Outcome.done(
        shown(
            officer,
            store.read(tx ->
                tx
                    .sql(
                        """
                        SELECT token, MIN(message_id) AS message_id
                        FROM thing_token
                        GROUP BY token
                        HAVING COUNT(DISTINCT case_id) > 1
                        ORDER BY COUNT(DISTINCT case_id) DESC, token LIMIT :limit
                        """)
                    .param("limit", MOST)
                    .query(SharedThings::told)
                    .list()
                    .stream()
                    .map(told -> met(tx, told, ""))
                    .toList()),
            Optional.empty()));
  }

  private static Met told(ResultSet rs, int number) throws SQLException {
    return new Met(rs.getString("token"), MessageId.of(rs.getString("message_id")), List.of());
  }

  private static Met met(Reads tx, Met told, String without) {
    return new Met(
        told.token(),
        told.message(),
        tx.sql(
                """
                SELECT DISTINCT case_id
                FROM thing_token
                WHERE token = :token AND case_id <> :without
                ORDER BY case_id DESC LIMIT :limit
                """)
            .param("token", told.token())
            .param("without", without)
            .param("limit", CASES_MOST)
            .query((rs, n) -> CaseId.of(rs.getString("case_id")))
            .list());
  }

  private List<Shared> shown(Officer officer, List<Met> met, Optional<CaseId> from) {
    List<Shared> shared = new ArrayList<>();
    Set<String> cases = new LinkedHashSet<>();
    Map<MessageId, Map<String, ThingTokens.Seen>> read = new LinkedHashMap<>();
    for (Met each : met) {
      ThingTokens.Seen seen =
          read.computeIfAbsent(
                  each.message(), message -> tokens.of(casework.toldThings().of(message)))
              .get(each.token());
      List<Matter> matters = new ArrayList<>();
      for (CaseId id : each.cases()) {
        casework.cases().reference(id).ifPresent(name -> matters.add(new Matter(id, name)));
      }
      if (seen != null && !matters.isEmpty()) {
        shared.add(new Shared(seen.field(), seen.written(), matters));
        matters.forEach(matter -> cases.add(matter.id().toString()));
      }
    }
    if (!shared.isEmpty()) {
      store.write(tx -> {
        List<String> all = List.copyOf(cases);
        for (int at = 0; at < all.size(); at += CASES_MOST) {
          Map<String, String> references = new LinkedHashMap<>();
          from.ifPresent(id -> references.put("case", id.toString()));
          Several.put(
              references, "others", all.subList(at, Math.min(all.size(), at + CASES_MOST)), " ");
          journal.append(tx, Event.THINGS_COMPARED, officer.id().toString(), references);
        }
        return all.size();
      });
    }
    return shared;
  }
}
