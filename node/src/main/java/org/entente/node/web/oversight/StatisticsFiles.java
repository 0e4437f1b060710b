package org.entente.node.web.oversight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.casework.RefusalGround;
import org.entente.node.oversight.Counted;
import org.entente.node.oversight.Slice;
import org.entente.node.oversight.Statistics;
import org.entente.node.web.frame.CsvText;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;

/** A year's figures as files: CSV with stable codes, and pages to be printed. */
final class StatisticsFiles {
  private static final String MARK = "\uFEFF";
  private static final int NAME_WIDTH = 30;
  private static final int NUMBER_WIDTH = 12;

  private StatisticsFiles() {}

  /**
   * One line for each combination that occurs, in the order of its codes. It says nothing of the
   * day on which it is made: the file of a year that is over is the same, byte for byte, ever
   * after.
   */
  static byte[] csv(Statistics.Report report) {
    Map<String, Long> counts = new TreeMap<>();
    for (Counted line : report.lines()) {
      counts.merge(CsvText.row(codes(line)), 1L, Long::sum);
    }
    StringBuilder csv = new StringBuilder(MARK);
    csv.append(
        CsvText.row(
            List.of(
                "figure", "partner", "urgency", "offence", "ground", "in time", "year", "count")));
    counts.forEach((codes, count) ->
        csv.append(codes.stripTrailing())
            .append(',')
            .append(CsvText.row(List.of(report.year().toString(), Long.toString(count)))));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> codes(Counted line) {
    return List.of(
        line.figure().code(),
        line.partner(),
        line.urgency().map(Urgency::code).orElse(""),
        line.offence().map(OffenceArea::code).orElse(""),
        line.ground().map(RefusalGround::letter).orElse(""),
        line.inTime().map(met -> met ? Slice.IN_TIME : Slice.LATE).orElse(""));
  }

  /** The tables of the page on paper. */
  static byte[] pdf(Reader reader, Statistics.Report report) {
    PrintedPages pages =
        PrintedPages.sideways(reader.t("statistics.title", report.year().toString()));
    pages.line(reader.name(reader.authority()));
    if (!report.over()) {
      pages.strong(reader.t("statistics.so-far", reader.time(reader.now())));
    }
    for (StatisticsTables.Table table : StatisticsTables.of(reader, report).tables()) {
      pages.heading(reader.t(table.key()));
      if (table.rows().isEmpty()) {
        pages.line(reader.t("statistics.none"));
        continue;
      }
      List<String> heads = new ArrayList<>(List.of(""));
      heads.addAll(table.heads());
      List<Integer> widths = new ArrayList<>(List.of(NAME_WIDTH));
      table.heads().forEach(head -> widths.add(NUMBER_WIDTH));
      pages.table(heads, widths, table.rows().stream().map(StatisticsFiles::row).toList());
    }
    pages.line(reader.t("statistics.source"));
    return pages.finish();
  }

  private static List<String> row(StatisticsTables.Row row) {
    List<String> cells = new ArrayList<>(List.of(row.name()));
    row.cells().forEach(cell -> cells.add(cell.shown()));
    return cells;
  }
}
