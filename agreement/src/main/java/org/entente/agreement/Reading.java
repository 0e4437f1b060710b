package org.entente.agreement;

import java.util.List;

/** What came of reading the two files. */
public sealed interface Reading {

  /**
   * Both were read without a fault.
   *
   * @param agreement what they make
   */
  record Read(Agreement agreement) implements Reading {}

  /**
   * There is no agreement.
   *
   * @param faults at least one, at most {@link AgreementReader#MAX_FAULTS}, in the order of the
   *     files
   */
  record Broken(List<Fault> faults) implements Reading {

    /** Refuses a broken reading without a fault. */
    public Broken {
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a broken reading has a fault");
      }
    }
  }
}
