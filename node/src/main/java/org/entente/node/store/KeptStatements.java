package org.entente.node.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps its prepared statements for the next time. SQLite's driver translates a
 * text anew each time it is prepared, which costs more than most of the statements themselves; the
 * texts of a node are few and do not change.
 *
 * <p><b>Guarantees.</b> A statement that is in use is given to nobody else; one that met an error
 * is not kept. For one thread at a time, as a connection is.
 */
final class KeptStatements implements InvocationHandler {
  /** More than the texts that come again and again; a few kilobytes of memory each. */
  private static final int MOST = 256;

  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

  private KeptStatements(Connection connection) {
    this.connection = connection;
  }

  /** The same connection, which keeps its statements until it is closed. */
  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            KeptStatements.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new KeptStatements(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("prepareStatement")
        && arguments != null
        && arguments.length == 1
        && arguments[0] instanceof String text) {
      PreparedStatement kept = idle.remove(text);
      return lent(text, kept == null ? connection.prepareStatement(text) : kept);
    }
    if (method.getName().equals("close")) {
      for (PreparedStatement statement : idle.values()) {
        statement.close();
      }
      idle.clear();
    }
    return called(connection, method, arguments);
  }

  private PreparedStatement lent(String text, PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            KeptStatements.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            new Lent(text, statement));
  }

  /** Takes a statement back; the one that was not asked for longest goes. */
  private void keep(String text, PreparedStatement statement) throws SQLException {
    statement.clearParameters();
    statement.clearBatch();
    PreparedStatement other = idle.put(text, statement);
    if (other != null) {
      other.close();
    }
    if (idle.size() > MOST) {
      var first = idle.entrySet().iterator();
      PreparedStatement longest = first.next().getValue();
      first.remove();
      longest.close();
    }
  }

  private static @Nullable Object called(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** A statement while it is used. */
  private final class Lent implements InvocationHandler {
    private final String text;
    private final PreparedStatement statement;
    private boolean returned;
    private boolean failed;

    Lent(String text, PreparedStatement statement) {
      this.text = text;
      this.statement = statement;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      switch (method.getName()) {
        case "close" -> {
          if (!returned) {
            returned = true;
            giveBack();
          }
          return null;
        }
        case "isClosed" -> {
          return returned;
        }
        default -> {
          if (returned) {
            throw new SQLException("The statement was closed");
          }
          try {
            return called(statement, method, arguments);
          } catch (SQLException | RuntimeException | Error e) {
            failed = true;
            throw e;
          }
        }
      }
    }

    private void giveBack() throws SQLException {
      if (failed || connection.isClosed()) {
        statement.close();
      } else {
        keep(text, statement);
      }
    }
  }
}
