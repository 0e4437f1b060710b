package org.entente.node.web.oversight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.agreement.OffenceArea;
import org.entente.node.casework.RefusalGround;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Slice;
import org.entente.node.oversight.Statistics;
import org.entente.node.web.frame.Reader;

/**
 * A year's figures as tables: those of Directive (EU) 2023/977 Art. 18(2) first, then what a
 * parliament asks beside them. Page and printed document show the same.
 */
public record StatisticsTables(List<Table> tables) {
  public StatisticsTables {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param key of its title among the sentences
   */
  public record Table(String key, List<String> heads, List<Row> rows) {
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /** One row; the last of a table sums the others up. */
  public record Row(String name, boolean sum, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A number, and what it counts.
   *
   * @param text where it is no number but a time
   */
  public record Cell(Slice slice, long count, String text) {
    public String shown() {
      return text.isEmpty() ? Long.toString(count) : text;
    }

    /** Where what it counts is listed. */
    public String query(Statistics.Report report) {
      return StatisticsSlice.query(report.year(), slice);
    }
  }

  /** What urgent measures of ours asked, and what came of them. */
  private static final List<Figure> OURS =
      List.of(
          Figure.ALERT_GIVEN,
          Figure.PRESERVATION_ASKED,
          Figure.DISCLOSURE_ASKED,
          Figure.DISCLOSURE_HAD,
          Figure.DISCLOSURE_DECLINED_THERE,
          Figure.VERIFICATION_ASKED,
          Figure.VERIFICATION_HAD,
          Figure.ARRIVAL_ASKED,
          Figure.ARRIVAL_HAD);

  /** The same the other way. */
  private static final List<Figure> THEIRS =
      List.of(
          Figure.ALERT_HAD,
          Figure.PRESERVATION_ASKED_THERE,
          Figure.DISCLOSURE_ASKED_THERE,
          Figure.DISCLOSURE_GIVEN,
          Figure.DISCLOSURE_DECLINED,
          Figure.VERIFICATION_ASKED_THERE,
          Figure.VERIFICATION_GIVEN,
          Figure.ARRIVAL_ASKED_THERE,
          Figure.ARRIVAL_GIVEN);

  static StatisticsTables of(Reader reader, Statistics.Report report) {
    Drawing drawing = new Drawing(reader, report);
    return new StatisticsTables(
        List.of(
            drawing.sent(),
            drawing.answered(),
            drawing.refused("statistics.refused", Figure.REFUSED),
            drawing.refused("statistics.refused-in-part", Figure.REFUSED_IN_PART),
            drawing.delayed(),
            drawing.had(),
            drawing.refused("statistics.refused-us", Figure.REFUSAL_HAD),
            drawing.copies(),
            drawing.offences(),
            drawing.checks(),
            drawing.counted("statistics.measures-asked", OURS),
            drawing.counted("statistics.measures-had", THEIRS)));
  }

  private record Drawing(Reader reader, Statistics.Report report) {
    Table sent() {
      return table(
          "statistics.sent",
          List.of("statistics.urgent", "statistics.normal", "statistics.all"),
          Set.of(Figure.SENT),
          partner -> {
            Slice sent = Slice.of(Figure.SENT).with(partner);
            return List.of(cell(sent.urgent(true)), cell(sent.urgent(false)), cell(sent));
          });
    }

    Table answered() {
      return table(
          "statistics.received",
          List.of(
              "statistics.received-urgent",
              "statistics.received-normal",
              "statistics.answered-urgent",
              "statistics.answered-normal",
              "statistics.in-time",
              "statistics.late",
              "statistics.median"),
          Set.of(Figure.RECEIVED, Figure.ANSWERED),
          partner -> {
            Slice received = Slice.of(Figure.RECEIVED).with(partner);
            Slice answered = Slice.of(Figure.ANSWERED).with(partner);
            return List.of(
                cell(received.urgent(true)),
                cell(received.urgent(false)),
                cell(answered.urgent(true)),
                cell(answered.urgent(false)),
                cell(answered.inTime(true)),
                cell(answered.inTime(false)),
                median(answered));
          });
    }

    Table refused(String key, Figure figure) {
      List<String> heads = new ArrayList<>();
      List<String> letters = new ArrayList<>();
      for (RefusalGround ground : RefusalGround.values()) {
        heads.add("(" + ground.letter() + ") " + reader.of("refusal", ground));
        letters.add(ground.letter());
      }
      heads.add(reader.t("statistics.ground-none"));
      letters.add(Slice.NOT_NOTED);
      return drawn(
          key,
          heads,
          Set.of(figure),
          partner ->
              letters.stream()
                  .map(letter -> cell(Slice.of(figure).with(partner).onGround(letter)))
                  .toList());
    }

    Table delayed() {
      return table(
          "statistics.delayed",
          List.of("statistics.matters"),
          Set.of(Figure.DELAYED),
          partner -> List.of(cell(Slice.of(Figure.DELAYED).with(partner))));
    }

    Table had() {
      return table(
          "statistics.had",
          List.of(
              "statistics.sent-all",
              "statistics.replies-had",
              "statistics.in-time",
              "statistics.late",
              "statistics.median",
              "statistics.refusals-had",
              "statistics.information-given",
              "statistics.information-had"),
          Set.of(
              Figure.SENT,
              Figure.REPLY_HAD,
              Figure.REFUSAL_HAD,
              Figure.INFORMATION_GIVEN,
              Figure.INFORMATION_HAD),
          partner -> {
            Slice replies = Slice.of(Figure.REPLY_HAD).with(partner);
            return List.of(
                cell(Slice.of(Figure.SENT).with(partner)),
                cell(replies),
                cell(replies.inTime(true)),
                cell(replies.inTime(false)),
                median(replies),
                cell(Slice.of(Figure.REFUSAL_HAD).with(partner)),
                cell(Slice.of(Figure.INFORMATION_GIVEN).with(partner)),
                cell(Slice.of(Figure.INFORMATION_HAD).with(partner)));
          });
    }

    Table copies() {
      List<Figure> figures =
          List.of(
              Figure.COPY_GIVEN,
              Figure.COPY_LEFT_OUT,
              Figure.COPY_GIVEN_THERE,
              Figure.COPY_LEFT_OUT_THERE);
      return counted("statistics.copies", figures);
    }

    Table counted(String key, List<Figure> figures) {
      return drawn(
          key,
          figures.stream().map(figure -> reader.of("figure", figure)).toList(),
          Set.copyOf(figures),
          partner -> figures.stream().map(f -> cell(Slice.of(f).with(partner))).toList());
    }

    Table offences() {
      List<Figure> figures =
          List.of(Figure.SENT, Figure.REPLY_HAD, Figure.RECEIVED, Figure.ANSWERED, Figure.REFUSED);
      List<Row> rows = new ArrayList<>();
      for (OffenceArea offence : report.offences()) {
        List<Cell> cells =
            figures.stream().map(f -> cell(Slice.of(f).about(offence.code()))).toList();
        if (cells.stream().anyMatch(cell -> cell.count() > 0)) {
          rows.add(new Row(offence.label(reader.locale()), false, cells));
        }
      }
      return new Table(
          "statistics.by-offence",
          List.of(
              reader.t("statistics.sent-all"),
              reader.t("statistics.replies-had"),
              reader.t("statistics.received-all"),
              reader.t("statistics.answered-all"),
              reader.t("statistics.refused-all")),
          rows);
    }

    Table checks() {
      return table(
          "statistics.checks",
          List.of("statistics.checks-asked", "statistics.checks-hit", "statistics.checks-answered"),
          Set.of(Figure.CHECK_ASKED, Figure.CHECK_HIT, Figure.CHECK_ANSWERED),
          partner ->
              List.of(
                  cell(Slice.of(Figure.CHECK_ASKED).with(partner)),
                  cell(Slice.of(Figure.CHECK_HIT).with(partner)),
                  cell(Slice.of(Figure.CHECK_ANSWERED).with(partner))));
    }

    private Table table(String key, List<String> heads, Set<Figure> figures, Cells cells) {
      return drawn(key, heads.stream().map(reader::t).toList(), figures, cells);
    }

    private interface Cells {
      List<Cell> of(String partner);
    }

    /** A row for each partner, and one that sums them up where there are several. */
    private Table drawn(String key, List<String> heads, Set<Figure> figures, Cells cells) {
      List<Row> rows = new ArrayList<>();
      Set<String> partners = report.partners(figures);
      for (String partner : partners) {
        rows.add(new Row(reader.name(partner), false, cells.of(partner)));
      }
      if (partners.size() > 1) {
        rows.add(new Row(reader.t("statistics.all"), true, cells.of("")));
      }
      return new Table(key, heads, rows);
    }

    private Cell cell(Slice slice) {
      return new Cell(slice, report.count(slice), "");
    }

    private String amount(Duration took) {
      return reader.t("time.amount", took.toDays(), took.toHoursPart(), took.toMinutesPart());
    }

    private Cell median(Slice slice) {
      return new Cell(
          slice,
          report.of(slice).stream().filter(line -> line.took().isPresent()).count(),
          report.median(slice).map(this::amount).orElse("–"));
    }
  }
}
