package org.entente.node.web.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.LogComparison;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the ledgers stand with partners, and the two persons' way out of a stop. */
@Controller
public class LogStopPages {
  private final Pages pages;
  private final Countersigners witnesses;
  private final Officers officers;
  private final Sentences sentences;
  private final AuthorityId own;

  LogStopPages(
      Pages pages,
      Countersigners witnesses,
      Officers officers,
      Sentences sentences,
      AuthorityId own) {
    this.pages = pages;
    this.witnesses = witnesses;
    this.officers = officers;
    this.sentences = sentences;
    this.own = own;
  }

  @GetMapping("/log-stops")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return show(visit, 200, "", wanted);
  }

  @PostMapping("/log-stops/{id}/lifting")
  ResponseEntity<String> ask(
      Visit visit, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
    return after(visit, witnesses.lifting().ask(visit.officer(), id, reason));
  }

  @PostMapping("/log-stops/{id}/confirmation")
  ResponseEntity<String> confirm(Visit visit, @PathVariable UUID id) {
    return after(visit, witnesses.lifting().confirm(visit.officer(), id));
  }

  /** Both heads with the statement of the finder, for a third person. */
  @GetMapping("/log-stops/{id}/heads")
  ResponseEntity<byte[]> heads(Officer officer, @PathVariable UUID id) {
    return witnesses
        .file(id)
        .map(file -> download(id + ".heads", file.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** With which key an authority countersigns, by its signed statement. */
  @GetMapping("/log-stops/keys/{authority}")
  ResponseEntity<byte[]> key(Officer officer, @PathVariable String authority) {
    return witnesses
        .keyOf(new AuthorityId(authority))
        .map(key -> download(authority + ".witness", key))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/log-stops/keys/own")
  ResponseEntity<byte[]> ownKey(Officer officer) {
    return download(own.value() + ".witness", witnesses.ownKey());
  }

  private static ResponseEntity<byte[]> download(String name, byte[] file) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(file);
  }

  private ResponseEntity<String> after(Visit visit, Outcome<UUID> outcome) {
    return switch (outcome) {
      case Outcome.Done<UUID> done -> Pages.to("/log-stops");
      case Outcome.Refused<UUID>(Refusal why) ->
          show(visit, RefusalStatus.of(why), "step-refused." + why.code());
    };
  }

  private ResponseEntity<String> show(Visit visit, int status, String said) {
    return show(visit, status, said, Paged.FIRST);
  }

  private ResponseEntity<String> show(Visit visit, int status, String said, Paged.Wanted wanted) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.ledgerLogStops(
                reader,
                LogComparison.of(witnesses, officers, wanted),
                said.isEmpty() ? "" : sentences.of(visit.officer().language(), said)));
  }
}
