package org.entente.agreement;

import java.util.Optional;

/**
 * The 4x4 evaluation of Regulation (EU) 2016/794 Art. 29: how good the source, how good the
 * information.
 */
public record Evaluation(Source source, Information information) {
  /** A: no doubt; B: mostly reliable; C: mostly unreliable; X: cannot be assessed. */
  public enum Source {
    A,
    B,
    C,
    X
  }

  /** 1: not in doubt; 2: known to the source; 3: corroborated; 4: not corroborated. */
  public enum Information {
    ONE("1"),
    TWO("2"),
    THREE("3"),
    FOUR("4");

    private final String digit;

    Information(String digit) {
      this.digit = digit;
    }

    public String digit() {
      return digit;
    }
  }

  /** As officers write it: {@code B2}. */
  public String code() {
    return source.name() + information.digit();
  }

  /** The evaluation with this code, if there is one. */
  public static Optional<Evaluation> ofCode(String code) {
    for (Source source : Source.values()) {
      for (Information information : Information.values()) {
        Evaluation candidate = new Evaluation(source, information);
        if (candidate.code().equals(code)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
