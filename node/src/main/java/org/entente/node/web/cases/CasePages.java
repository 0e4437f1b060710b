package org.entente.node.web.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.agreements.Negotiation;
import org.entente.node.casework.Attachments;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseSummary;
import org.entente.node.casework.Cases;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Rejection;
import org.entente.node.casework.Unsent;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.Officer;
import org.entente.node.retention.Retention;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list, the case, and the files that came with it. */
@Controller
public class CasePages {
  /** Older ones were seen or do not matter any more; the ledger keeps them all. */
  private static final Duration REFUSALS_SHOWN = Duration.ofDays(7);

  private final Pages pages;
  private final CasePage casePage;
  private final Casework casework;
  private final Negotiation negotiation;
  private final Proofs proofs;
  private final Retention retention;
  private final NoticeOffice notices;
  private final Unsent unsent;
  private final InstantSource clock;

  CasePages(
      Pages pages,
      CasePage casePage,
      Casework casework,
      Negotiation negotiation,
      Proofs proofs,
      Retention retention,
      NoticeOffice notices,
      Unsent unsent,
      InstantSource clock) {
    this.unsent = unsent;
    this.retention = retention;
    this.notices = notices;
    this.proofs = proofs;
    this.clock = clock;
    this.negotiation = negotiation;
    this.pages = pages;
    this.casePage = casePage;
    this.casework = casework;
  }

  @GetMapping("/")
  ResponseEntity<String> workList(
      Visit visit, Paged.Wanted wanted, @RequestParam(defaultValue = "open") String show) {
    boolean reads = Rights.may(visit.officer(), Right.READ_CASES);
    Cases.Counts counts = reads ? casework.cases().counts() : new Cases.Counts(0, 0, 0);
    Paged<CaseSummary> cases =
        !reads
            ? Paged.nothing()
            : switch (show) {
              case "ended" -> casework.cases().ended(wanted);
              case "waiting" -> casework.cases().waiting(wanted);
              default -> casework.cases().open(wanted);
            };
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.casesWorklist(
                reader,
                cases,
                counts,
                unsent.of(visit.officer().id()),
                show.equals("ended") || show.equals("waiting") ? show : "open",
                negotiation.waiting(visit.officer()),
                refusals(visit.officer()),
                reads ? retention.reviews().soon() : 0L,
                notices.desk().wanting(visit.officer())));
  }

  /** What this node refused of partners lately: both sides see that they do not agree. */
  private Set<Refused> refusals(Officer officer) {
    if (!Rights.may(officer, Right.READ_CASES)) {
      return Set.of();
    }
    Set<Refused> refused = new LinkedHashSet<>();
    for (LedgerEntry entry :
        proofs.since(Event.ARRIVAL_REFUSED, clock.instant().minus(REFUSALS_SHOWN))) {
      refused.add(
          new Refused(
              entry.references().getOrDefault("sender", ""),
              entry.references().getOrDefault("code", "")));
    }
    return refused;
  }

  /**
   * A kind of refusal.
   *
   * @param sender the partner
   * @param code why
   */
  public record Refused(String sender, String code) {}

  @GetMapping("/cases/{id}")
  ResponseEntity<String> view(Visit visit, @PathVariable String id) {
    return casePage.show(visit, CaseId.of(id));
  }

  @GetMapping("/attachments/{id}")
  ResponseEntity<?> attachment(Visit visit, @PathVariable String id) {
    return switch (casework.attachments().open(visit.officer(), AttachmentId.of(id))) {
      case Attachments.Reading.Absent absent -> pages.notFound(visit);
      case Attachments.Reading.Damaged damaged ->
          pages.show(
              409,
              visit,
              (templates, reader) ->
                  templates.frameNothere(reader, "rejection." + Rejection.FILE_DAMAGED.code()));
      case Attachments.Reading.Opened opened ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_OCTET_STREAM)
              .contentLength(opened.attached().sizeBytes())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment()
                      .filename(opened.attached().name(), StandardCharsets.UTF_8)
                      .build()
                      .toString())
              .body(new InputStreamResource(opened.content()));
    };
  }
}
