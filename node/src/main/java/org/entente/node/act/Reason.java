package org.entente.node.act;

import java.util.Locale;

/** A refusal that is a constant of a list: its code is its name. */
public interface Reason extends Refusal {
  /** What the constant is called. */
  String name();

  @Override
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
