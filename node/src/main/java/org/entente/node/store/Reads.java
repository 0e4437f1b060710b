package org.entente.node.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only reads: committed rows, seen inside the call that received it. Whoever may change rows
 * has a {@link Tx}, and can hand it to whatever only reads.
 */
public sealed class Reads permits Tx {
  private final JdbcClient client;

  Reads(JdbcClient client) {
    this.client = client;
  }

  /** A question with named parameters. */
  public Query sql(String question) {
    return new Query(client.sql(question));
  }

  JdbcClient client() {
    return client;
  }
}
