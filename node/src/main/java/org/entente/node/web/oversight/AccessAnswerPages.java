package org.entente.node.web.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.AccessAnswers;
import org.entente.node.oversight.AccessAnswers.Choice;
import org.entente.node.oversight.Histories;
import org.entente.node.oversight.History;
import org.entente.node.oversight.LookId;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.oversight.Withholding;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The answer to a person who asks what is held about them: what is told, what is withheld. */
@Controller
class AccessAnswerPages {
  /** What a form says where something is told; nothing is by default. */
  private static final String TELL = "tell";

  private final Pages pages;
  private final OversightRefusals refusals;
  private final AccessAnswers answers;
  private final Histories histories;
  private final Officers officers;

  AccessAnswerPages(
      Pages pages, OversightRefusals refusals, Oversight oversight, Officers officers) {
    this.pages = pages;
    this.refusals = refusals;
    this.answers = oversight.answers();
    this.histories = oversight.histories();
    this.officers = officers;
  }

  @GetMapping("/oversight/answers")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    Reader reader = pages.reader(visit);
    return switch (answers.newest(visit.officer(), wanted)) {
      case Outcome.Done<Paged<AccessAnswers.Kept>>(Paged<AccessAnswers.Kept> kept) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightAnswers(reader, kept, new OversightNames(officers, reader)));
      case Outcome.Refused<Paged<AccessAnswers.Kept>>(Refusal reason) ->
          refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/histories/{id}/answer")
  ResponseEntity<String> form(Visit visit, @PathVariable String id) {
    return form(visit, LookId.of(id), 200, new Form(new LinkedMultiValueMap<>()), "");
  }

  private ResponseEntity<String> form(Visit visit, LookId id, int status, Form form, String said) {
    Reader reader = pages.reader(visit);
    return switch (histories.page(visit.officer(), id, Optional.empty())) {
      case Outcome.Done<History>(History history) ->
          pages.show(
              status,
              reader,
              (templates, _) ->
                  templates.oversightAnswering(
                      reader, history, form, said, new OversightNames(officers, reader)));
      case Outcome.Refused<History>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @PostMapping("/oversight/histories/{id}/answer")
  ResponseEntity<String> draft(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    LookId history = LookId.of(id);
    Form form = new Form(fields);
    List<Choice> choices = new ArrayList<>();
    for (String mention : fields.getOrDefault("mention", List.of())) {
      String decided = form.text("ground-" + mention);
      Optional<Withholding> ground = Withholding.ofLetter(decided);
      if (ground.isEmpty() && !decided.equals(TELL)) {
        return form(visit, history, 422, form, OversightRefusal.DECISION_MISSING.code());
      }
      choices.add(
          new Choice(
              mention,
              ground.orElse(null),
              ground.isPresent() ? form.text("reason-" + mention) : ""));
    }
    return switch (answers.draft(visit.officer(), history, choices)) {
      case Outcome.Done<LookId>(LookId answer) -> Pages.to("/oversight/answers/" + answer);
      case Outcome.Refused<LookId>(Refusal reason) ->
          reason.kind() == Refusal.Kind.INCOMPLETE
              ? form(visit, history, 422, form, reason.code())
              : refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/answers/{id}")
  ResponseEntity<String> kept(Visit visit, @PathVariable String id) {
    Reader reader = pages.reader(visit);
    return switch (answers.kept(visit.officer(), LookId.of(id))) {
      case Outcome.Done<AccessAnswers.Kept>(AccessAnswers.Kept kept) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightAccess(
                      reader,
                      kept,
                      answers.letter(visit.officer(), kept.id())
                          instanceof Outcome.Done<AccessAnswers.Letter>,
                      kept.confirmedBy().isEmpty() && !kept.by().equals(visit.officer().id()),
                      answers.mentions(kept),
                      Pages.LANGUAGES,
                      new OversightNames(officers, reader)));
      case Outcome.Refused<AccessAnswers.Kept>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @PostMapping("/oversight/answers/{id}/confirmation")
  ResponseEntity<String> confirm(Visit visit, @PathVariable String id) {
    return switch (answers.confirm(visit.officer(), LookId.of(id))) {
      case Outcome.Done<LookId>(LookId answer) -> Pages.to("/oversight/answers/" + answer);
      case Outcome.Refused<LookId>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  /** The letter, in the language of its reader. */
  @GetMapping("/oversight/answers/{id}/letter.pdf")
  ResponseEntity<byte[]> letter(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "en") String language) {
    Locale locale =
        Pages.LANGUAGES.stream()
            .filter(l -> l.toLanguageTag().equals(language))
            .findFirst()
            .orElse(Locale.ENGLISH);
    Reader reader = pages.reader(visit).in(locale);
    return switch (answers.letter(visit.officer(), LookId.of(id))) {
      case Outcome.Done<AccessAnswers.Letter>(AccessAnswers.Letter letter) ->
          OversightRefusals.file("letter.pdf", "application/pdf", AccessLetter.of(reader, letter));
      case Outcome.Refused<AccessAnswers.Letter>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }
}
