package org.entente.node.web.oversight;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.oversight.Counted;
import org.entente.node.oversight.Figure;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.Slice;
import org.entente.node.oversight.Statistics;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The figures of a year, and the matters behind each of them. */
@Controller
class StatisticsPages {
  private static final String CSV = "text/csv;charset=UTF-8";

  private final Pages pages;
  private final OversightRefusals refusals;
  private final Statistics statistics;

  StatisticsPages(Pages pages, OversightRefusals refusals, Oversight oversight) {
    this.pages = pages;
    this.refusals = refusals;
    this.statistics = oversight.statistics();
  }

  private Outcome<Statistics.Report> report(Visit visit, Reader reader, StatisticsSlice asked) {
    return statistics.of(visit.officer(), asked.year(reader.now()));
  }

  @GetMapping("/oversight/statistics")
  ResponseEntity<String> statistics(Visit visit, @ModelAttribute StatisticsSlice asked) {
    Reader reader = pages.reader(visit);
    return switch (report(visit, reader, asked)) {
      case Outcome.Done<Statistics.Report>(Statistics.Report report) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightStatistics(
                      reader,
                      report,
                      StatisticsTables.of(reader, report),
                      MonthBars.of(report),
                      Year.from(reader.now().atZone(ZoneOffset.UTC))));
      case Outcome.Refused<Statistics.Report>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/statistics/counted")
  ResponseEntity<String> counted(
      Visit visit, @ModelAttribute StatisticsSlice asked, Paged.Wanted wanted) {
    Reader reader = pages.reader(visit);
    Slice slice = asked.slice().orElse(Slice.of(Figure.SENT));
    return switch (report(visit, reader, asked)) {
      case Outcome.Done<Statistics.Report>(Statistics.Report report) -> {
        List<Counted> all = report.of(slice);
        Paged<Counted> lines =
            Paged.of(
                all.size(),
                wanted,
                there ->
                    all.subList(
                        (int) there.offset(),
                        (int) Math.min(all.size(), there.offset() + there.size())));
        yield pages.show(
            200,
            reader,
            (templates, _) ->
                templates.oversightCounted(
                    reader,
                    report.year(),
                    slice,
                    lines,
                    StatisticsSlice.query(report.year(), slice)));
      }
      case Outcome.Refused<Statistics.Report>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/statistics.csv")
  ResponseEntity<byte[]> csv(Visit visit, @ModelAttribute StatisticsSlice asked) {
    return switch (report(visit, pages.reader(visit), asked)) {
      case Outcome.Done<Statistics.Report>(Statistics.Report report) ->
          OversightRefusals.file(
              "statistics-" + report.year() + ".csv", CSV, StatisticsFiles.csv(report));
      case Outcome.Refused<Statistics.Report>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }

  @GetMapping("/oversight/statistics.pdf")
  ResponseEntity<byte[]> pdf(Visit visit, @ModelAttribute StatisticsSlice asked) {
    Reader reader = pages.reader(visit);
    return switch (report(visit, reader, asked)) {
      case Outcome.Done<Statistics.Report>(Statistics.Report report) ->
          OversightRefusals.file(
              "statistics-" + report.year() + ".pdf",
              "application/pdf",
              StatisticsFiles.pdf(reader, report));
      case Outcome.Refused<Statistics.Report>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }
}
