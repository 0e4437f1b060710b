package org.entente.node.web.oversight;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.officers.Officer;
import org.entente.node.oversight.BreachReport;
import org.entente.node.oversight.BreachScope;
import org.entente.node.oversight.Breaches;
import org.entente.node.oversight.LookId;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Drafts of breach reports: a form, what the node counted, and the draft as PDF and text. */
@Controller
class BreachPages {
  private final Pages pages;
  private final OversightRefusals refusals;
  private final Breaches breaches;
  private final Partners partners;

  BreachPages(Pages pages, OversightRefusals refusals, Oversight oversight, Partners partners) {
    this.pages = pages;
    this.refusals = refusals;
    this.breaches = oversight.breaches();
    this.partners = partners;
  }

  @GetMapping("/oversight/breaches")
  ResponseEntity<String> form(Visit visit, Paged.Wanted wanted) {
    return form(visit, 200, new Form(new LinkedMultiValueMap<>()), "", wanted);
  }

  private ResponseEntity<String> form(Visit visit, int status, Form form, String said) {
    return form(visit, status, form, said, Paged.FIRST);
  }

  private ResponseEntity<String> form(
      Visit visit, int status, Form form, String said, Paged.Wanted page) {
    return switch (breaches.newest(visit.officer(), page)) {
      case Outcome.Done<Paged<BreachReport>>(Paged<BreachReport> reports) ->
          pages.show(
              status,
              visit,
              (templates, reader) ->
                  templates.oversightBreaches(
                      reader,
                      reports,
                      form,
                      partners.all().stream().map(p -> p.id().value()).toList(),
                      said));
      case Outcome.Refused<Paged<BreachReport>>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @PostMapping("/oversight/breaches")
  ResponseEntity<String> draft(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Optional<Instant> from = instant(form, "from", visit.officer());
    Optional<Instant> until = instant(form, "until", visit.officer());
    Optional<Instant> aware = instant(form, "aware", visit.officer());
    Optional<BreachScope> scope = BreachScope.ofCode(form.text("scope"));
    Outcome<LookId> drafted =
        from.isEmpty() || until.isEmpty() || aware.isEmpty()
            ? Outcome.refused(OversightRefusal.PERIOD_WRONG)
            : scope.isEmpty()
                ? Outcome.refused(OversightRefusal.SCOPE_UNKNOWN)
                : breaches.draft(
                    visit.officer(),
                    aware.get(),
                    stated(form, from.get(), until.get(), scope.get()));
    return switch (drafted) {
      case Outcome.Done<LookId>(LookId id) -> Pages.to("/oversight/breaches/" + id);
      case Outcome.Refused<LookId>(Refusal reason) ->
          form(visit, RefusalStatus.of(reason), form, reason.code());
    };
  }

  private static BreachReport.Stated stated(
      Form form, Instant from, Instant until, BreachScope scope) {
    return new BreachReport.Stated(
        from,
        until,
        scope,
        scope == BreachScope.PARTNER ? form.text("partner") : form.text("about"),
        form.text("nature"),
        form.text("contact"),
        form.text("consequences"),
        form.text("measures"));
  }

  /** A day and time where the officer is, as the browser's field writes it. */
  private static Optional<Instant> instant(Form form, String field, Officer officer) {
    try {
      return Optional.of(LocalDateTime.parse(form.text(field)).atZone(officer.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @GetMapping("/oversight/breaches/{id}")
  ResponseEntity<String> report(Visit visit, @PathVariable String id) {
    Reader reader = pages.reader(visit);
    return switch (breaches.report(visit.officer(), LookId.of(id))) {
      case Outcome.Done<BreachReport>(BreachReport report) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightBreach(reader, report, BreachText.of(reader, report)));
      case Outcome.Refused<BreachReport>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/breaches/{id}/report.pdf")
  ResponseEntity<byte[]> pdf(Visit visit, @PathVariable String id) {
    Reader reader = pages.reader(visit);
    return switch (breaches.report(visit.officer(), LookId.of(id))) {
      case Outcome.Done<BreachReport>(BreachReport report) ->
          OversightRefusals.file(
              "report.pdf", "application/pdf", BreachText.printed(reader, report));
      case Outcome.Refused<BreachReport>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }

  @GetMapping("/oversight/breaches/{id}/report.txt")
  ResponseEntity<byte[]> text(Visit visit, @PathVariable String id) {
    Reader reader = pages.reader(visit);
    return switch (breaches.report(visit.officer(), LookId.of(id))) {
      case Outcome.Done<BreachReport>(BreachReport report) ->
          OversightRefusals.file(
              "report.txt",
              "text/plain;charset=UTF-8",
              BreachText.plain(reader, report).getBytes(StandardCharsets.UTF_8));
      case Outcome.Refused<BreachReport>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }
}
