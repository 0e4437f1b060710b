package org.entente.node.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One unit of work on the database: valid only inside the call that received it. */
public final class Tx {
  private final JdbcClient client;

  Tx(JdbcClient client) {
    this.client = client;
  }

  /** A statement with named parameters. */
  public StatementSpec sql(String statement) {
    return client.sql(statement);
  }
}
