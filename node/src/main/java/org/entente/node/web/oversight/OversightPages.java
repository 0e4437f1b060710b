package org.entente.node.web.oversight;

import java.time.Duration;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officers;
import org.entente.node.oversight.Glance;
import org.entente.node.oversight.Oversight;
import org.entente.node.oversight.Transfers;
import org.entente.node.oversight.UnusualLooks;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.LogComparison;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Period;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The supervisor's desk: how things stand, what left the country, which look-ups are unusual. */
@Controller
class OversightPages {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final int UNUSUAL_DAYS = 30;

  /** What one person released is shown so long; what no second has looked at, until one has. */
  private static final Duration ALONE_SHOWN = Duration.ofDays(7);

  /** Lines on the page; the files hold all. */
  private static final int SHOWN = 200;

  private final Pages pages;
  private final OversightRefusals refusals;
  private final OversightFiles files;
  private final Oversight oversight;
  private final Officers officers;
  private final Partners partners;
  private final Countersigners witnesses;
  private final NoticeOffice notices;
  private final Measures measures;

  OversightPages(
      Pages pages,
      OversightRefusals refusals,
      OversightFiles files,
      Oversight oversight,
      Officers officers,
      Partners partners,
      Countersigners witnesses,
      NoticeOffice notices,
      Measures measures) {
    this.pages = pages;
    this.refusals = refusals;
    this.files = files;
    this.oversight = oversight;
    this.officers = officers;
    this.partners = partners;
    this.witnesses = witnesses;
    this.notices = notices;
    this.measures = measures;
  }

  @GetMapping("/oversight")
  ResponseEntity<String> glance(Visit visit) {
    return switch (oversight.glance(visit.officer())) {
      case Outcome.Done<Glance>(Glance glance) -> {
        Reader reader = pages.reader(visit);
        Period days = Period.read("", "", Glance.DAYS, reader.now(), reader.zone());
        yield pages.show(
            200,
            reader,
            (templates, _) ->
                templates.oversightOversight(
                    reader,
                    glance,
                    TimeBars.of(glance.transfers().lines(), days),
                    notices.desk().late(visit.officer()),
                    measures.desk().alone(visit.officer(), reader.now().minus(ALONE_SHOWN)),
                    new OversightNames(officers, reader),
                    LogComparison.of(witnesses, officers, Paged.FIRST)));
      }
      case Outcome.Refused<Glance>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  private static Period period(TransferFilter form, Reader reader) {
    return Period.read(form.from(), form.to(), Glance.DAYS, reader.now(), reader.zone());
  }

  @GetMapping("/oversight/transfers")
  ResponseEntity<String> transfers(Visit visit, @ModelAttribute TransferFilter form) {
    Reader reader = pages.reader(visit);
    Period period = period(form, reader);
    return switch (oversight.transfers().register(visit.officer(), form.filter(period))) {
      case Outcome.Done<Transfers.Register>(Transfers.Register register) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightTransfers(
                      reader,
                      register,
                      register.lines().subList(0, Math.min(SHOWN, register.lines().size())),
                      TimeBars.of(register.lines(), period),
                      period,
                      form,
                      partners.all().stream().map(p -> p.id().value()).toList(),
                      new OversightNames(officers, reader)));
      case Outcome.Refused<Transfers.Register>(Refusal reason) -> refusals.page(visit, reason);
    };
  }

  @GetMapping("/oversight/transfers.csv")
  ResponseEntity<byte[]> csv(Visit visit, @ModelAttribute TransferFilter form) {
    Period period = period(form, pages.reader(visit));
    return switch (oversight.transfers().register(visit.officer(), form.filter(period))) {
      case Outcome.Done<Transfers.Register>(Transfers.Register register) ->
          OversightRefusals.file("transfers.csv", CSV, files.transfers(register));
      case Outcome.Refused<Transfers.Register>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }

  @GetMapping("/oversight/transfers.pdf")
  ResponseEntity<byte[]> pdf(Visit visit, @ModelAttribute TransferFilter form) {
    Reader reader = pages.reader(visit);
    Period period = period(form, reader);
    return switch (oversight.transfers().register(visit.officer(), form.filter(period))) {
      case Outcome.Done<Transfers.Register>(Transfers.Register register) ->
          OversightRefusals.file(
              "transfers.pdf",
              "application/pdf",
              TransferDocument.of(reader, register, period, new OversightNames(officers, reader)));
      case Outcome.Refused<Transfers.Register>(Refusal reason) -> OversightRefusals.none(reason);
    };
  }

  @GetMapping("/oversight/unusual")
  ResponseEntity<String> unusual(
      Visit visit,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    Reader reader = pages.reader(visit);
    Period period = Period.read(from, to, UNUSUAL_DAYS, reader.now(), reader.zone());
    return switch (oversight.unusual().findings(visit.officer(), period.begin(), period.end())) {
      case Outcome.Done<UnusualLooks.Findings>(UnusualLooks.Findings findings) ->
          pages.show(
              200,
              reader,
              (templates, _) ->
                  templates.oversightUnusual(
                      reader, findings, period, new OversightNames(officers, reader)));
      case Outcome.Refused<UnusualLooks.Findings>(Refusal reason) -> refusals.page(visit, reason);
    };
  }
}
