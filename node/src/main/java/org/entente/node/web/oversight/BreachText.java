package org.entente.node.web.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.agreement.DataSubjectCategory;
import org.entente.node.oversight.BreachReport;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;

/**
 * A draft of a breach report in the order of Directive (EU) 2016/680 Art. 30(3) and 31, once for
 * the page, the PDF and the text. What nobody said stays a marked blank.
 */
public final class BreachText {
  private static final List<String> ACCESSES =
      List.of("collection", "alteration", "consultation", "disclosure", "combination", "erasure");

  private BreachText() {}

  /** A heading with what stands under it. */
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** The sections of the report. */
  public static List<Section> of(Reader reader, BreachReport report) {
    BreachReport.Stated stated = report.stated();
    BreachReport.Figures figures = report.figures();
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            reader.t("breach.times"),
            List.of(
                reader.t("breach.period", reader.time(stated.from()), reader.time(stated.until())),
                reader.t("breach.aware", reader.time(report.awareAt())),
                reader.t("breach.due", reader.time(report.dueAt())),
                reader.t("breach.late"))));
    List<String> nature = new ArrayList<>();
    nature.add(said(reader, stated.nature(), "breach.blank-nature"));
    nature.add(
        reader.of("breach-scope", stated.scope())
            + (stated.about().isEmpty() ? "" : ": " + stated.about()));
    for (String access : ACCESSES) {
      nature.add(reader.t("breach.entries", reader.t("access." + access), figures.entries(access)));
    }
    if (!figures.complete()) {
      nature.add(reader.t("breach.cut"));
    }
    sections.add(new Section(reader.t("breach.nature"), nature));
    sections.add(
        new Section(
            reader.t("breach.numbers"),
            List.of(
                reader.t("breach.cases", figures.cases()),
                reader.t("breach.records", figures.records(), figures.indexRecords()),
                reader.t("breach.persons", figures.persons()),
                categories(reader, figures.categories()),
                reader.t(
                    "breach.partners",
                    figures.partners().isEmpty()
                        ? "–"
                        : figures.partners().stream()
                            .map(reader::name)
                            .collect(Collectors.joining("; "))))));
    sections.add(
        new Section(
            reader.t("breach.contact"),
            List.of(said(reader, stated.contact(), "breach.blank-contact"))));
    sections.add(
        new Section(
            reader.t("breach.consequences"),
            List.of(said(reader, stated.consequences(), "breach.blank-consequences"))));
    sections.add(
        new Section(
            reader.t("breach.measures"),
            List.of(
                said(reader, stated.measures(), "breach.blank-measures"),
                reader.t("breach.sealed"))));
    sections.add(
        new Section(
            reader.t("breach.subjects"),
            List.of(reader.t("breach.subjects-when"), reader.t("breach.blank-subjects"))));
    return sections;
  }

  private static String said(Reader reader, String text, String blank) {
    return text.isEmpty() ? reader.t(blank) : text;
  }

  private static String categories(Reader reader, Map<String, Long> categories) {
    String counted =
        categories.entrySet().stream()
            .map(e ->
                DataSubjectCategory.ofCode(e.getKey())
                        .map(c -> c.label(reader.locale()))
                        .orElse(e.getKey())
                    + ": "
                    + e.getValue())
            .collect(Collectors.joining("; "));
    return reader.t("breach.categories", counted.isEmpty() ? "–" : counted);
  }

  /** The report as plain text. */
  static String plain(Reader reader, BreachReport report) {
    StringBuilder text = new StringBuilder();
    text.append(reader.t("breach.draft")).append("\n");
    text.append(reader.name(reader.authority())).append("\n");
    for (Section section : of(reader, report)) {
      text.append("\n").append(section.heading()).append("\n");
      section.lines().forEach(line -> text.append("  ").append(line).append("\n"));
    }
    return text.toString();
  }

  /** The report to be printed. */
  static byte[] printed(Reader reader, BreachReport report) {
    PrintedPages pages = PrintedPages.upright(reader.t("breach.title"));
    pages.strong(reader.t("breach.draft"));
    pages.line(reader.name(reader.authority()));
    for (Section section : of(reader, report)) {
      pages.heading(section.heading());
      section.lines().forEach(pages::line);
    }
    return pages.finish();
  }
}
