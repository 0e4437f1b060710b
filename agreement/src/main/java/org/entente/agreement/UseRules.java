package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * What may be done with what was received.
 *
 * @param evidence in judicial proceedings
 * @param onward passing it on to a third party
 * @param afterEnd what becomes of it when the agreement has ended
 */
public record UseRules(Evidence evidence, Onward onward, AfterEnd afterEnd) {

  /** What holds where an arrangement says nothing: nothing without the provider. */
  public static UseRules cautious() {
    return new UseRules(Evidence.WITH_CONSENT, Onward.WITH_CONSENT, AfterEnd.KEEP_UNDER_HANDLING);
  }

  /** Use in judicial proceedings. */
  public enum Evidence {
    PERMITTED("permitted"),
    WITH_CONSENT("with-consent"),
    EXCLUDED("excluded");

    private final String code;

    Evidence(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }

    static Optional<Evidence> ofCode(String code) {
      for (Evidence candidate : values()) {
        if (candidate.code.equals(code)) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }

    /** Its name in a language. */
    public String label(Locale locale) {
      return Words.in(Language.of(locale)).get("evidence." + code);
    }
  }

  /** Passing on to a third party. */
  public enum Onward {
    WITH_CONSENT("with-consent"),
    NEVER("never");

    private final String code;

    Onward(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }

    static Optional<Onward> ofCode(String code) {
      for (Onward candidate : values()) {
        if (candidate.code.equals(code)) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }

    /** Its name in a language. */
    public String label(Locale locale) {
      return Words.in(Language.of(locale)).get("onward." + code);
    }
  }

  /** What becomes of what was received when the agreement has ended. */
  public enum AfterEnd {
    KEEP_UNDER_HANDLING("keep-under-handling"),
    RETURN("return"),
    DESTROY("destroy");

    private final String code;

    AfterEnd(String code) {
      this.code = code;
    }

    /** The stable code. */
    public String code() {
      return code;
    }

    static Optional<AfterEnd> ofCode(String code) {
      for (AfterEnd candidate : values()) {
        if (candidate.code.equals(code)) {
          return Optional.of(candidate);
        }
      }
      return Optional.empty();
    }

    /** Its name in a language. */
    public String label(Locale locale) {
      return Words.in(Language.of(locale)).get("after-end." + code);
    }
  }
}
