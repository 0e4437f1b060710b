package org.entente.node.web.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreement.ActKind;
import org.entente.node.oversight.Transfer;
import org.entente.node.web.frame.Reader;

/** A transfer in words, the same on the page and on paper. */
public final class TransferText {
  private TransferText() {}

  /** What left: the kind, and of a message which. */
  public static String kind(Reader reader, Transfer t) {
    String kind = reader.of("transfer-kind", t.kind());
    Optional<ActKind> act = ActKind.ofCode(t.act());
    return t.kind() == Transfer.Kind.MESSAGE && act.isPresent()
        ? kind + ": " + act.get().label(reader.locale())
        : kind;
  }

  /** Articles and crime: why it might leave. */
  public static String basis(Reader reader, Transfer t) {
    String articles = String.join("; ", t.articles());
    String offence = t.offence().map(o -> o.label(reader.locale())).orElse("");
    if (articles.isEmpty()) {
      articles = reader.t("transfer.no-article");
    }
    return offence.isEmpty() ? articles : articles + " · " + offence;
  }

  /** Categories of data, and what needs more care about them. */
  public static List<String> data(Reader reader, Transfer t) {
    List<String> lines = new ArrayList<>();
    t.data().stream().sorted().forEach(d -> lines.add(d.label(reader.locale())));
    if (t.safeguards().specialCategories()) {
      lines.add(
          reader.t("sensitive.special")
              + ": "
              + reader.t(
                  t.safeguards().strictNecessityStated()
                      ? "sensitive.necessary"
                      : "sensitive.not-stated"));
    }
    if (t.safeguards().predominantlyPoliticalMilitaryReligiousRacial()) {
      lines.add(reader.t("field.political"));
    }
    t.urgency().ifPresent(u -> lines.add(reader.t("transfer.urgent", u.label(reader.locale()))));
    return lines;
  }

  /** Categories of persons, and how many persons where the node knows it. */
  public static String subjects(Reader reader, Transfer t) {
    String subjects =
        t.subjects().stream()
            .sorted()
            .map(s -> s.label(reader.locale()))
            .collect(Collectors.joining("; "));
    return t.persons().filter(n -> n > 0).map(n -> subjects + " (" + n + ")").orElse(subjects);
  }
}
