package org.entente.node.web.oversight;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.ledger.Entries;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.Histories;
import org.entente.node.oversight.History;
import org.entente.node.oversight.LookId;
import org.entente.node.oversight.MentionKey;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.Transfer;
import org.entente.node.oversight.Transfers;
import org.entente.node.web.frame.CsvText;
import org.springframework.stereotype.Component;

/**
 * What the desk found, as files that a spreadsheet opens: CSV in UTF-8 with a mark that says so,
 * stable codes, times in UTC.
 */
@Component
public class OversightFiles {
  private static final String MARK = "\uFEFF";

  /** Lines of one file about a person. */
  private static final int MOST_LINES = 5_000;

  private final Histories histories;
  private final Officers officers;

  OversightFiles(Oversight oversight, Officers officers) {
    this.histories = oversight.histories();
    this.officers = officers;
  }

  /** A register of transfers. */
  public byte[] transfers(Transfers.Register register) {
    StringBuilder csv = new StringBuilder(MARK);
    csv.append(
        CsvText.row(
            List.of(
                "at",
                "kind",
                "act",
                "recipient",
                "articles",
                "offence",
                "categories of persons",
                "categories of data",
                "special categories",
                "strictly necessary",
                "ground of urgency",
                "persons",
                "case",
                "released by",
                "sha-256 of salt and content",
                "log",
                "entry")));
    for (Transfer t : register.lines()) {
      csv.append(
          CsvText.row(
              List.of(
                  t.at().toString(),
                  t.kind().code(),
                  t.act(),
                  t.recipient(),
                  String.join("; ", t.articles()),
                  t.offence().map(OffenceArea::code).orElse(""),
                  joined(t.subjects().stream().map(DataSubjectCategory::code).toList()),
                  joined(t.data().stream().map(DataCategory::code).toList()),
                  Boolean.toString(t.safeguards().specialCategories()),
                  Boolean.toString(t.safeguards().strictNecessityStated()),
                  t.urgency().map(UrgencyReason::code).orElse(""),
                  t.persons().map(Object::toString).orElse(""),
                  t.caseReference(),
                  name(t.actor()),
                  t.bodyHash(),
                  Long.toString(t.log()),
                  Long.toString(t.position()))));
    }
    if (!register.complete()) {
      csv.append(CsvText.row(List.of("not complete: take a shorter period")));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String joined(List<String> codes) {
    return String.join("; ", codes.stream().sorted().toList());
  }

  private String name(String actor) {
    return actor.equals("node") ? actor : officers.nameOf(OfficerId.of(actor)).orElse(actor);
  }

  /** Everything that was done about a person, newest first. */
  public Outcome<byte[]> history(Officer officer, LookId id) {
    StringBuilder csv = new StringBuilder(MARK);
    csv.append(
        CsvText.row(
            List.of(
                "at",
                "event",
                "access",
                "who",
                "partner",
                "articles",
                "why",
                "reason",
                "about",
                "log",
                "entry")));
    Optional<Entries.Place> place = Optional.empty();
    int lines = 0;
    do {
      Outcome<History> page = histories.page(officer, id, place);
      if (page instanceof Outcome.Refused<History>(Refusal reason)) {
        return Outcome.refused(reason);
      }
      History history = ((Outcome.Done<History>) page).value();
      for (History.Line line : history.lines()) {
        csv.append(CsvText.row(row(line)));
      }
      lines += history.lines().size();
      place = history.next();
      if (place.isPresent() && lines >= MOST_LINES) {
        Instant before = history.lookedThroughTo();
        csv.append(CsvText.row(List.of("not complete: the ledger goes on before " + before)));
        place = Optional.empty();
      }
    } while (place.isPresent());
    return Outcome.done(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> row(History.Line line) {
    List<String> cells = new ArrayList<>();
    cells.add(line.entry().time().toString());
    cells.add(line.entry().event());
    cells.add(line.entry().access().name().toLowerCase(Locale.ROOT));
    cells.add(name(line.entry().actor()));
    cells.add(line.partner());
    cells.add(String.join("; ", line.articles()));
    cells.add(line.why().kind().name().toLowerCase(Locale.ROOT));
    cells.add(line.why().text());
    cells.add(joined(line.about().stream().map(MentionKey::toString).toList()));
    cells.add(Long.toString(line.place().log()));
    cells.add(Long.toString(line.entry().index()));
    return cells;
  }
}
