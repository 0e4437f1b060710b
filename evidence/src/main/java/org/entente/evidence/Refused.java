package org.entente.evidence;

/** The file must not be relied on; caught where a verdict is made of it. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;

  /**
   * @param code stable, kebab-case
   * @param sentence what is wrong, for a person
   */
  Refused(String code, String sentence) {
    super(code);
    this.code = code;
    this.sentence = sentence;
  }

  String code() {
    return code;
  }

  String sentence() {
    return sentence;
  }

  static void unless(boolean good, String code, String sentence) throws Refused {
    if (!good) {
      throw new Refused(code, sentence);
    }
  }
}
