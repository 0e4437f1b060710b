package org.entente.subject.names;

import java.util.List;

/**
 * Names by their sounds, as partners exchange them: what was learned for the first version of that
 * exchange, so that names are read alike on both sides while comparison goes on learning.
 *
 * <p>Safe for use by many threads.
 */
public final class NameSounds {
  private final Words words;

  private NameSounds(NameModel model) {
    this.words = Words.withoutGuesses(model, Weights.shipped());
  }

  private static final class First {
    static final NameSounds SOUNDS = new NameSounds(NameModel.shipped("sounds-1.gz"));
  }

  /** The first version; read once, at first use. */
  public static NameSounds first() {
    return First.SOUNDS;
  }

  /**
   * The parts of a name by their sounds, for where only what is equal can meet: each word that
   * names somebody, then neighbours that others write as one.
   *
   * @param most how many ways to say each word, at least 1
   */
  public List<NamePart> parts(String written, int most) {
    return NamePart.of(words.prepare(written), most);
  }
}
