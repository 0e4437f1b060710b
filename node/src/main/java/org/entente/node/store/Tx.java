package org.entente.node.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** One unit of work on the database: valid only inside the call that received it. */
public final class Tx {
  private final JdbcClient client;

  /** Only the writer's thread touches it. */
  private boolean forgot;

  Tx(JdbcClient client) {
    this.client = client;
  }

  /** A statement with named parameters. */
  public StatementSpec sql(String statement) {
    return client.sql(statement);
  }

  /**
   * Destroys a content key with this unit: once the unit has been written, what the key locked
   * cannot be read by anybody, here or in a backup of this database. Of content that was never
   * locked or is forgotten already nothing happens.
   *
   * @param keyReference what stands in the row in the place of its key
   */
  public void forget(byte[] keyReference) {
    if (keyReference.length != KeyShelf.REFERENCE_BYTES) {
      return;
    }
    forgot = true;
    sql("INSERT INTO forgotten_key (reference) VALUES (:r) ON CONFLICT (reference) DO NOTHING")
        .param("r", keyReference)
        .update();
  }

  /** Whether anything was forgotten since this was asked last. */
  boolean forgot() {
    boolean did = forgot;
    forgot = false;
    return did;
  }
}
