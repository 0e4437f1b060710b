package org.entente.node.web.page;

import java.util.List;
import java.util.Locale;
import org.entente.agreement.Decision;
import org.entente.agreement.Ground;
import org.entente.node.partners.Ruling;

/**
 * "May I?": what the node would decide on an act that nobody has sent.
 *
 * @param verdict of the texts {@code foreseen.*}
 * @param agreement hash of the agreement it was decided on; empty without one
 * @param articles on which it would rest
 * @param alternatives titles of other agreements that would permit it as well
 * @param grounds against it, each with its article and what would help
 */
public record Foreseen(
    String verdict,
    String agreement,
    List<String> articles,
    List<String> alternatives,
    List<Line> grounds) {
  public Foreseen {
    articles = List.copyOf(articles);
    alternatives = List.copyOf(alternatives);
    grounds = List.copyOf(grounds);
  }

  /** Where an article stands on the page of its agreement. */
  public String place(String article) {
    return "/agreements/" + agreement + "#" + article.replace(" ", "%20");
  }

  /** A ground as a page shows it. */
  public record Line(String article, String sentence, String remedy) {}

  static Foreseen of(Ruling ruling, Locale locale) {
    return switch (ruling) {
      case Ruling.Permitted p ->
          new Foreseen(
              "permitted",
              p.agreement().hash().value(),
              p.articles(),
              p.alternatives().stream().map(a -> a.instrument().title().in(locale)).toList(),
              List.of());
      case Ruling.NoAgreement n ->
          new Foreseen("no-agreement", "", List.of(), List.of(), List.of());
      case Ruling.NotPermitted n ->
          switch (n.decision()) {
            case Decision.Permitted p -> throw new IllegalStateException("Permitted after all");
            case Decision.NeedsConsent c ->
                new Foreseen(
                    "needs-consent",
                    n.agreement().hash().value(),
                    List.of(),
                    List.of(),
                    List.of(line(c.ground(), locale)));
            case Decision.Refused r ->
                new Foreseen(
                    "refused",
                    n.agreement().hash().value(),
                    List.of(),
                    List.of(),
                    r.grounds().stream().map(g -> line(g, locale)).toList());
          };
    };
  }

  private static Line line(Ground ground, Locale locale) {
    return new Line(
        ground.article().map(a -> a.label()).orElse(ground.source()),
        ground.sentence(locale),
        ground.remedy(locale));
  }
}
