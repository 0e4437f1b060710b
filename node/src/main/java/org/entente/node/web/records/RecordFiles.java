package org.entente.node.web.records;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.officers.Officer;
import org.entente.node.records.Found;
import org.entente.node.records.ImportId;
import org.entente.node.records.Importing;
import org.entente.node.records.Records;
import org.entente.node.records.ScreenedLine;
import org.entente.node.records.Screening;
import org.entente.node.records.ScreeningId;
import org.entente.node.records.ScreeningView;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.CsvText;
import org.entente.node.web.frame.RecordText;
import org.springframework.stereotype.Component;

/** What was found, as files that a spreadsheet opens: CSV in UTF-8 with a mark that says so. */
@Component
public class RecordFiles {
  private static final char MARK = '\uFEFF';
  private static final int PAGE = 500;

  private final Importing importing;
  private final Screening screening;

  RecordFiles(Records records) {
    this.importing = records.importing();
    this.screening = records.screening();
  }

  /** Rows of an import that were not taken, and fields that were not understood. */
  public Outcome<CsvFile> faults(Officer officer, ImportId id) {
    return importing.view(officer, id).then(view -> Outcome.done(out -> faults(officer, id, out)));
  }

  private void faults(Officer officer, ImportId id, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(MARK + CsvText.row(List.of("line", "reason", "field", "taken", "row")));
    try {
      importing.faults(
          officer,
          id,
          fault -> {
            List<String> row =
                new ArrayList<>(
                    List.of(
                        Long.toString(fault.line()),
                        fault.code(),
                        fault.field(),
                        fault.taken() ? "yes" : "no"));
            fault.cells().values().forEach(values -> row.add(String.join("; ", values)));
            write(text, row);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }

  private static void write(Writer text, List<String> row) {
    try {
      text.write(CsvText.row(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a list with whom they met, a row for each. */
  public Outcome<CsvFile> screened(Officer officer, ScreeningId id) {
    return screening
        .view(officer, id)
        .then(view -> Outcome.done(out -> screened(officer, view, out)));
  }

  private void screened(Officer officer, ScreeningView view, OutputStream out) throws IOException {
    List<String> columns = List.copyOf(view.plan().columns().keySet());
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    List<String> heads =
        new ArrayList<>(
            List.of(
                "line", "fault", "record", "likeness", "same number", "held", "born", "source"));
    heads.addAll(columns);
    text.write(MARK + CsvText.row(heads));
    long after = 0;
    List<ScreenedLine> page = page(officer, view.id(), after);
    while (!page.isEmpty()) {
      for (ScreenedLine line : page) {
        rows(text, line, columns);
        after = line.position();
      }
      page = page(officer, view.id(), after);
    }
    text.flush();
  }

  private List<ScreenedLine> page(Officer officer, ScreeningId id, long after) {
    return switch (screening.lines(officer, id, after, PAGE)) {
      case Outcome.Done<List<ScreenedLine>>(List<ScreenedLine> lines) -> lines;
      case Outcome.Refused<List<ScreenedLine>>(Refusal reason) -> List.of();
    };
  }

  private static void rows(Writer text, ScreenedLine line, List<String> columns)
      throws IOException {
    List<String> written =
        columns.stream()
            .map(c -> String.join("; ", line.cells().getOrDefault(c, List.of())))
            .toList();
    String number = Long.toString(line.line());
    if (line.found().isEmpty()) {
      List<String> row = new ArrayList<>(List.of(number, line.fault(), "", "", "", "", "", ""));
      row.addAll(written);
      text.write(CsvText.row(row));
    }
    for (Found found : line.found()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  number,
                  line.fault(),
                  found.record().id().toString(),
                  found.likeness().strength().code(),
                  found.likeness().numberMet() ? "yes" : "no",
                  RecordText.headline(found.record()),
                  RecordText.born(found.record()),
                  found.record().source()));
      row.addAll(written);
      text.write(CsvText.row(row));
    }
  }
}
