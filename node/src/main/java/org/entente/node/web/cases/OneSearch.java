package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.WorkLine;
import org.entente.node.checks.CheckView;
import org.entente.node.checks.Checks;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.Exported;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.records.Question;
import org.entente.node.records.Records;
import org.springframework.stereotype.Component;

/**
 * One search over cases, the index, checks and evidence, for page and API alike: each capability is
 * asked for what the officer may see, and each notes the look as its own search does.
 */
@Component
class OneSearch {
  private final Casework casework;
  private final Records records;
  private final Checks checks;
  private final EvidenceDesk evidence;
  private final Officers officers;

  OneSearch(
      Casework casework, Records records, Checks checks, EvidenceDesk evidence, Officers officers) {
    this.casework = casework;
    this.records = records;
    this.checks = checks;
    this.evidence = evidence;
    this.officers = officers;
  }

  SearchScreen search(Officer officer, String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > SearchScreen.LONGEST) {
      return SearchScreen.nothing(text, text.isEmpty() ? "nothing-asked" : "too-long");
    }
    List<CaseId> called = casework.cases().referring(officer, text, SearchScreen.MOST + 1);
    boolean exactly =
        called.size() == 1
            && casework
                .cases()
                .reference(called.getFirst())
                .filter(text::equalsIgnoreCase)
                .isPresent();
    // A whole reference says no person, so nobody is looked for.
    return exactly
        ? screen(officer, text, "", called, new Records.LookedUp(List.of(), List.of()), List.of())
        : byPerson(officer, text, called);
  }

  private SearchScreen byPerson(Officer officer, String text, List<CaseId> called) {
    Question question = Question.typed(text);
    return switch (records.lookUp(question, officer)) {
      case Outcome.Done<Records.LookedUp>(Records.LookedUp found) ->
          screen(officer, text, "", called, found, checks.reading().about(officer, question));
      case Outcome.Refused<Records.LookedUp>(Refusal why) ->
          screen(
              officer,
              text,
              why == Usual.INDEX_SILENT ? "silent" : called.isEmpty() ? "nothing-asked" : "",
              called,
              new Records.LookedUp(List.of(), List.of()),
              checks.reading().about(officer, question));
    };
  }

  private SearchScreen screen(
      Officer officer,
      String text,
      String problem,
      List<CaseId> called,
      Records.LookedUp found,
      List<CheckView> asked) {
    boolean more = called.size() > SearchScreen.MOST;
    Set<CaseId> ids = new LinkedHashSet<>(more ? called.subList(0, SearchScreen.MOST) : called);
    ids.addAll(found.cases());
    List<WorkLine> lines = casework.worklist().lines(officer, new ArrayList<>(ids));
    Map<String, List<Exported>> taken = new LinkedHashMap<>();
    for (WorkLine line : lines) {
      List<Exported> files = evidence.of(officer, line.summary().id());
      if (!files.isEmpty()) {
        taken.put(line.summary().reference(), files);
      }
    }
    return new SearchScreen(
        text,
        problem,
        lines,
        more,
        officers.names(lines.stream().flatMap(line -> line.holder().stream()).toList()),
        found.records(),
        asked,
        taken);
  }
}
