package org.entente.evidence;

import java.util.List;

/** What came of verifying an evidence file. */
public sealed interface Judgement {
  /**
   * Everything in the file holds together.
   *
   * @param index of the file
   * @param proven in plain sentences, most important first
   * @param open what the file does not prove, in plain sentences
   */
  record Upheld(Index index, List<String> proven, List<String> open) implements Judgement {
    public Upheld {
      proven = List.copyOf(proven);
      open = List.copyOf(open);
    }
  }

  /**
   * The file must not be relied on.
   *
   * @param code stable, kebab-case
   * @param sentence what is wrong, for a person
   */
  record Rejected(String code, String sentence) implements Judgement {}
}
