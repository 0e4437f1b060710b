package org.entente.node.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.ShippedAgreements;
import org.entente.agreement.Status;
import org.entente.node.store.Store;
import org.entente.node.store.StoreSettings;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database from before agreements were kept for each partner goes on with the same histories. */
class LivesCarriedOverTest {
  private static final AuthorityId BAKU = new AuthorityId("az.mia");
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");
  private static final String HASH = "ab".repeat(32);

  @Test
  void whatWasLoadedAndWhatANoteChangedIsFoundAgain(@TempDir Path folder) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("node.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .target("13")
        .load()
        .migrate();
    try (Connection database = DriverManager.getConnection(url)) {
      before(database);
    }

    Store store = Store.open(StoreSettings.embedded(folder.resolve("node.db")), () -> {});
    List<Held> held = store.read(tx -> HeldAgreements.all(tx, BAKU));
    store.close();

    assertThat(held).hasSize(1);
    Held.Life life = held.getFirst().with(BELGRADE);
    assertThat(life.history().statuses())
        .extracting(Status::state)
        .containsExactly(Status.State.SIGNED, Status.State.IN_FORCE, Status.State.SUSPENDED);
    assertThat(life.suspending()).containsExactly(BELGRADE);
    assertThat(held.getFirst().partners()).containsExactly(BELGRADE);
  }

  private static void before(Connection database) throws SQLException {
    ShippedAgreements.Shipped shipped = ShippedAgreements.serbiaAzerbaijan2010();
    byte[] arrangement =
        shipped.arrangement(Map.of(BAKU, fingerprint((byte) 1), BELGRADE, fingerprint((byte) 2)));
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO agreement VALUES (?, ?, ?, ?, 1)")) {
      insert.setString(1, HASH);
      insert.setString(2, "rs-az-2010-05-13");
      insert.setBytes(3, shipped.instrument());
      insert.setBytes(4, arrangement);
      insert.executeUpdate();
    }
    String step = "01890a5d-ac96-774b-bcce-b302099a8057";
    run(database, "INSERT INTO partner VALUES ('rs.mup', x'00', 'f', 'https://localhost', 1)");
    run(
        database,
        "INSERT INTO agreement_step (id, partner, direction, kind, agreement, state, sealed_body,"
            + " wrapped_key, salt, body_hash, made_at) VALUES ('"
            + step
            + "', 'rs.mup', 'IN', 'SUSPENSION', '"
            + HASH
            + "', 'RECEIVED', x'00', x'00', x'00', 'h', 3)");
    mark(database, 0, "SIGNED", 1, "az.mia", "NULL");
    mark(database, 1, "IN_FORCE", 2, "az.mia", "NULL");
    mark(database, 2, "SUSPENDED", 3, "rs.mup", "'" + step + "'");
  }

  private static void mark(
      Connection database, int position, String state, int at, String side, String step)
      throws SQLException {
    run(
        database,
        "INSERT INTO agreement_status (hash, position, state, at, side, step) VALUES ('"
            + HASH
            + "', "
            + position
            + ", '"
            + state
            + "', "
            + at
            + ", '"
            + side
            + "', "
            + step
            + ")");
  }

  private static void run(Connection database, String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private static Fingerprint fingerprint(byte number) {
    return new Fingerprint(HexFormat.of().toHexDigits(number).repeat(32));
  }
}
