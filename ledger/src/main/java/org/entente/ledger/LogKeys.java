package org.entente.ledger;

import java.util.List;

/**
 * Keys to check a log with: the log's own, and those of witnesses. Whoever makes one says that
 * these keys came over a trusted way, such as the agreement's annex.
 */
public record LogKeys(CheckpointVerifier log, List<CosignatureVerifier> witnesses) {
  /** Most witnesses, so that all fit into one note beside the log. */
  public static final int MAX_WITNESSES = SignedCheckpoint.MAX_SIGNATURES - 1;

  /** Refuses more witnesses than the limit, or one named twice. */
  public LogKeys {
    witnesses = List.copyOf(witnesses);
    if (witnesses.size() > MAX_WITNESSES
        || witnesses.stream().distinct().count() != witnesses.size()) {
      throw new IllegalArgumentException("at most 31 witnesses, each once");
    }
  }

  /** The log's key alone. */
  public static LogKeys of(CheckpointVerifier log) {
    return new LogKeys(log, List.of());
  }
}
