package org.entente.node.web.checks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.checks.Checks;
import org.entente.node.checks.ListId;
import org.entente.node.checks.ListView;
import org.entente.node.checks.ListedAnswers;
import org.entente.node.checks.Lists;
import org.entente.node.checks.PartnerAnswer;
import org.entente.node.officers.Officer;
import org.entente.node.web.frame.CsvFile;
import org.entente.node.web.frame.CsvText;
import org.springframework.stereotype.Component;

/** What came of a list, as CSV in UTF-8 with a mark that says so: a row a line and partner. */
@Component
public class CheckFiles {
  private static final char MARK = '\uFEFF';
  private static final int PAGE = 500;

  private final Lists lists;

  CheckFiles(Checks checks) {
    this.lists = checks.lists();
  }

  /** The results so far. */
  public Outcome<CsvFile> results(Officer officer, ListId id) {
    return switch (lists.view(officer, id)) {
      case Outcome.Done<ListView>(ListView view) -> Outcome.done(out -> write(officer, view, out));
      case Outcome.Refused<ListView>(Refusal reason) -> Outcome.refused(reason);
    };
  }

  private void write(Officer officer, ListView view, OutputStream out) throws IOException {
    List<String> columns = List.copyOf(view.plan().columns().keySet());
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    List<String> heads =
        new ArrayList<>(
            List.of("line", "fault", "partner", "result", "reason", "quality", "met by"));
    heads.addAll(columns);
    text.write(MARK + CsvText.row(heads));
    long passed = 0;
    List<ListedAnswers> page = page(officer, view.id(), passed);
    while (!page.isEmpty()) {
      for (ListedAnswers line : page) {
        rows(text, line, view.plan().partners(), columns);
      }
      passed += page.size();
      page = page(officer, view.id(), passed);
    }
    text.flush();
  }

  private List<ListedAnswers> page(Officer officer, ListId id, long passed) {
    return lists.lines(officer, id, passed, PAGE)
            instanceof Outcome.Done<List<ListedAnswers>>(List<ListedAnswers> lines)
        ? lines
        : List.of();
  }

  private static void rows(
      Writer text, ListedAnswers line, List<AuthorityId> partners, List<String> columns)
      throws IOException {
    List<String> written =
        columns.stream()
            .map(c -> String.join("; ", line.cells().getOrDefault(c, List.of())))
            .toList();
    String number = Long.toString(line.line());
    if (!line.fault().isEmpty()) {
      for (AuthorityId partner : partners) {
        row(
            text,
            List.of(number, line.fault(), partner.value(), "not-asked", line.fault(), "", ""),
            written);
      }
    }
    for (PartnerAnswer answer : line.answers()) {
      row(
          text,
          List.of(
              number,
              "",
              answer.partner().value(),
              answer.state().code(),
              answer.reason(),
              answer.quality(),
              String.join("; ", answer.families())),
          written);
    }
  }

  private static void row(Writer text, List<String> said, List<String> written) throws IOException {
    List<String> row = new ArrayList<>(said);
    row.addAll(written);
    text.write(CsvText.row(row));
  }
}
