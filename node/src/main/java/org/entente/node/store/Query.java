package org.entente.node.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A question to the database: parameters are named, rows are read, nothing is changed. */
public sealed class Query permits Statement {
  private final StatementSpec spec;

  Query(StatementSpec spec) {
    this.spec = spec;
  }

  /** Sets a parameter by its name. */
  public Query param(String name, @Nullable Object value) {
    spec.param(name, value);
    return this;
  }

  /**
   * @param type of the column, one of {@link java.sql.Types}, for a value that may be null
   */
  public Query param(String name, @Nullable Object value, int type) {
    spec.param(name, value, type);
    return this;
  }

  /** Rows of one column. */
  public <T> MappedQuerySpec<@Nullable T> query(Class<T> column) {
    return spec.query(column);
  }

  public <T extends @Nullable Object> MappedQuerySpec<T> query(RowMapper<T> row) {
    return spec.query(row);
  }

  /** Hands each row over, without keeping any. */
  public void each(RowCallbackHandler row) {
    spec.query(row);
  }

  StatementSpec spec() {
    return spec;
  }
}
