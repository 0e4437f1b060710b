package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
  private static final String FIND = "SELECT word FROM note WHERE id = ?";
  private static final String ADD = "INSERT INTO note (id, word) VALUES (?, ?)";

  @TempDir Path folder;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = Databases.writing("jdbc:sqlite:" + folder.resolve("a.db"), "", "").getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, word TEXT)");
    }
    add(1, "one");
    add(2, "two");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void add(int id, String word) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setInt(1, id);
      add.setString(2, word);
      add.executeUpdate();
    }
  }

  private String find(int id) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setInt(1, id);
      try (ResultSet found = find.executeQuery()) {
        return found.next() ? found.getString(1) : "";
      }
    }
  }

  @Test
  void whatAStatementWasGivenBeforeIsGoneWhenItIsUsedAgain() throws SQLException {
    assertThat(find(1)).isEqualTo("one");
    assertThat(find(2)).isEqualTo("two");
    try (PreparedStatement find = connection.prepareStatement(FIND);
        ResultSet found = find.executeQuery()) {
      assertThat(found.next()).isFalse();
    }
  }

  @Test
  void aStatementIsTranslatedOnce() throws SQLException {
    PreparedStatement first = connection.prepareStatement(FIND);
    String text = first.toString();
    Object driver = first.getMetaData();
    first.close();
    try (PreparedStatement again = connection.prepareStatement(FIND)) {
      assertThat(again.getMetaData()).isSameAs(driver);
      assertThat(again.toString()).isEqualTo(text);
    }
  }

  @Test
  void aTextThatIsInUseIsPreparedBesideIt() throws SQLException {
    try (PreparedStatement outer = connection.prepareStatement(FIND)) {
      outer.setInt(1, 1);
      try (ResultSet found = outer.executeQuery()) {
        assertThat(find(2)).isEqualTo("two");
        assertThat(found.next()).isTrue();
        assertThat(found.getString(1)).isEqualTo("one");
      }
    }
  }

  @Test
  void aStatementThatFailedDisturbsNobodyAfterIt() throws SQLException {
    assertThatThrownBy(() -> add(1, "again")).isInstanceOf(SQLException.class);
    add(3, "three");

    assertThat(find(3)).isEqualTo("three");
  }

  @Test
  void aStatementThatWasGivenBackIsOfNoUse() throws SQLException {
    PreparedStatement find = connection.prepareStatement(FIND);
    find.close();

    assertThat(find.isClosed()).isTrue();
    assertThatThrownBy(() -> find.setInt(1, 1)).isInstanceOf(SQLException.class);
  }

  @Test
  void anAnswerThatWasNotReadToItsEndHoldsNoOldStateBack() throws SQLException {
    try (PreparedStatement all = connection.prepareStatement("SELECT word FROM note");
        ResultSet found = all.executeQuery()) {
      assertThat(found.next()).isTrue();
    }
    try (Statement statement = connection.createStatement();
        ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      assertThat(log.next()).isTrue();
      assertThat(log.getInt(1)).as("held up by a reader").isZero();
    }
  }

  @Test
  void manyTextsAreNotKeptForEver() throws SQLException {
    for (int i = 0; i < 1_000; i++) {
      try (PreparedStatement each =
              connection.prepareStatement("SELECT word, " + i + " FROM note WHERE id = 1");
          ResultSet found = each.executeQuery()) {
        assertThat(found.next()).isTrue();
        assertThat(found.getInt(2)).isEqualTo(i);
      }
    }
    assertThat(find(1)).isEqualTo("one");
  }
}
