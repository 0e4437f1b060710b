package org.entente.node.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A question, or a change of rows. */
public final class Statement extends Query {
  Statement(StatementSpec spec) {
    super(spec);
  }

  @Override
  public Statement param(String name, @Nullable Object value) {
    super.param(name, value);
    return this;
  }

  @Override
  public Statement param(String name, @Nullable Object value, int type) {
    super.param(name, value, type);
    return this;
  }

  /**
   * @return how many rows were changed
   */
  public int update() {
    return spec().update();
  }
}
