package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * One reason why an act is not permitted.
 *
 * @param code the stable code
 * @param article where in the instrument, if it is a matter of the instrument
 * @param source the text it rests on, such as {@code Directive (EU) 2023/977 Art. 4(4)}
 */
public record Ground(GroundCode code, Optional<ArticleReference> article, String source) {

  /** The reason, for an officer. */
  public String sentence(Locale locale) {
    return words(locale, "sentence");
  }

  /** What would make the act permissible, or that nothing would. */
  public String remedy(Locale locale) {
    return words(locale, "remedy");
  }

  private String words(Locale locale, String part) {
    return Words.in(Language.of(locale)).get("ground." + code.code() + "." + part);
  }
}
