package org.entente.node.web.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.Decision;
import org.entente.agreement.Ground;
import org.entente.agreement.Paragraph;
import org.entente.node.partners.Ruling;

/**
 * "May I?": what the node would decide on an act that nobody has sent.
 *
 * @param verdict of the texts {@code foreseen.*}
 * @param agreement hash of the agreement it was decided on; empty without one
 * @param articles on which it would rest
 * @param alternatives titles of other agreements that would permit it as well
 * @param wordings what its articles say, by their labels
 * @param secondPerson whether another person has to release it before it leaves
 * @param grounds against it, each with its article and what would help
 */
public record Foreseen(
    String verdict,
    String agreement,
    List<String> articles,
    List<String> alternatives,
    List<Line> grounds,
    Map<String, String> wordings,
    boolean secondPerson) {
  public Foreseen {
    wordings = Map.copyOf(wordings);
    articles = List.copyOf(articles);
    alternatives = List.copyOf(alternatives);
    grounds = List.copyOf(grounds);
  }

  /** Whether it would be permitted. */
  public boolean permitted() {
    return verdict.equals("permitted");
  }

  /** What an article says; empty where the agreement gives no words of its own. */
  public String wording(String article) {
    return wordings.getOrDefault(article, "");
  }

  /** The words of every article of an agreement, by its label. */
  private static Map<String, String> wordings(Agreement agreement, Locale locale) {
    Map<String, String> words = new HashMap<>();
    for (Article article : agreement.instrument().articles()) {
      for (Paragraph paragraph : article.paragraphs()) {
        switch (paragraph) {
          case Paragraph.Crimes crimes ->
              crimes.items().forEach(c -> words.put(c.reference().label(), c.wording().in(locale)));
          case Paragraph.Forms forms ->
              forms.items().forEach(f -> words.put(f.reference().label(), f.wording().in(locale)));
          case Paragraph.OtherAreas o -> words.put(o.reference().label(), o.wording().in(locale));
          case Paragraph.Excludes e -> words.put(e.reference().label(), e.wording().in(locale));
          case Paragraph.Plain p -> words.put(p.reference().label(), p.words().in(locale));
        }
      }
    }
    return words;
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
              List.of(),
              wordings(p.agreement(), locale),
              p.obligations().approvalNeeded());
      case Ruling.NoAgreement n ->
          new Foreseen("no-agreement", "", List.of(), List.of(), List.of(), Map.of(), false);
      case Ruling.NotPermitted n ->
          switch (n.decision()) {
            case Decision.Permitted p -> throw new IllegalStateException("Permitted after all");
            case Decision.NeedsConsent c ->
                new Foreseen(
                    "needs-consent",
                    n.agreement().hash().value(),
                    List.of(),
                    List.of(),
                    List.of(line(c.ground(), locale)),
                    Map.of(),
                    false);
            case Decision.Refused r ->
                new Foreseen(
                    "refused",
                    n.agreement().hash().value(),
                    List.of(),
                    List.of(),
                    r.grounds().stream().map(g -> line(g, locale)).toList(),
                    Map.of(),
                    false);
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
