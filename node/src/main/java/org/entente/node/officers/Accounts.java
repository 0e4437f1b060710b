package org.entente.node.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/** The open accounts as administrators keep them. Safe for use by many threads. */
public final class Accounts {
  private final Store store;
  private final Journal journal;

  public Accounts(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * An account.
   *
   * @param signedInAt when its officer signed in last; empty where they never did, or not since the
   *     node notes it
   * @param ownPassword whether the officer chose the password that holds
   */
  public record Account(
      Officer officer, Instant openedAt, Optional<Instant> signedInAt, boolean ownPassword) {
    /** Whether one person both drafts and releases, though never the same message. */
    public boolean bothHands() {
      return officer.is(Role.DESK) && officer.is(Role.APPROVER);
    }
  }

  /** All of them by login. */
  public List<Account> all() {
    return store.read(tx ->
        tx.sql("SELECT * FROM officer WHERE disabled_at IS NULL ORDER BY login")
            .query(Accounts::account)
            .list());
  }

  public Optional<Account> find(OfficerId id) {
    return store.read(tx ->
        tx.sql("SELECT * FROM officer WHERE id = :id AND disabled_at IS NULL")
            .param("id", id.toString())
            .query(Accounts::account)
            .optional());
  }

  /**
   * Gives an account other roles; they hold from the officer's next click. One administrator stays.
   *
   * @return the key of a sentence that says why not; empty when it was done
   */
  public Optional<String> changeRoles(OfficerId id, Set<Role> roles, OfficerId by) {
    if (roles.isEmpty()) {
      return Optional.of("officer.fault.roles");
    }
    return store.write(tx -> {
      boolean stays = roles.contains(Role.ADMINISTRATOR);
      if ((!stays && Officers.lastAdministrator(tx, id)) || !change(tx, id, roles)) {
        return Optional.of("officers.last-roles");
      }
      journal.append(
          tx,
          Event.ROLES_CHANGED,
          by.toString(),
          Map.of("officer", id.toString(), "roles", codes(roles, " ")));
      return Optional.empty();
    });
  }

  private static boolean change(Tx tx, OfficerId id, Set<Role> roles) {
    return tx.sql(
                """
                UPDATE officer
                SET roles = :roles
                WHERE id = :id AND disabled_at IS NULL
                """)
            .param("roles", codes(roles, ","))
            .param("id", id.toString())
            .update()
        == 1;
  }

  private static String codes(Set<Role> roles, String between) {
    return roles.stream().sorted().map(Role::name).collect(Collectors.joining(between));
  }

  private static Account account(ResultSet rs, int number) throws SQLException {
    return new Account(
        Officers.row(rs, number),
        Times.instant(rs.getLong("created_at")),
        Times.instant(rs.getObject("signed_in_at")),
        rs.getLong("own_password") == 1);
  }
}
