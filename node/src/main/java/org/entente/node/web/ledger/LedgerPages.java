package org.entente.node.web.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.ProofFile;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.LogComparison;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger as a person reads it, and the files that prove it elsewhere. */
@Controller
class LedgerPages {
  private static final int PAGE = 50;

  private final Pages pages;
  private final Proofs proofs;
  private final Officers officers;
  private final Countersigners witnesses;

  LedgerPages(Pages pages, Proofs proofs, Officers officers, Countersigners witnesses) {
    this.witnesses = witnesses;
    this.pages = pages;
    this.proofs = proofs;
    this.officers = officers;
  }

  @GetMapping("/ledger")
  ResponseEntity<String> newest(
      Visit visit, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
    List<LedgerEntry> entries = proofs.newest(before, PAGE);
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.ledgerLedger(
                reader,
                proofs.checkpoint().checkpoint(),
                proofs.log().vkey(),
                entries,
                names(entries),
                entries.isEmpty() ? 0 : entries.getLast().index(),
                LogComparison.of(witnesses, officers, Paged.FIRST)));
  }

  /** Every entry about one matter, each with its proof. */
  @GetMapping("/matters/{request}")
  ResponseEntity<String> matter(Visit visit, @PathVariable("request") String matter) {
    List<LedgerEntry> entries =
        proofs.proofsOf(UUID.fromString(matter).toString()).stream().map(ProofFile::entry).toList();
    return pages.show(
        200, visit, (templates, reader) -> templates.ledgerMatter(reader, entries, names(entries)));
  }

  @GetMapping("/ledger/entries/{position}/proof")
  ResponseEntity<byte[]> proof(Officer officer, @PathVariable long position) {
    return proofs
        .proof(position)
        .map(file -> download("entry-" + position + ".proof", file.encode()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/ledger/checkpoint")
  ResponseEntity<byte[]> checkpoint(Officer officer) {
    return download("checkpoint.txt", proofs.checkpoint().encode());
  }

  /** The whole ledger as one file; asking for it is an entry itself. */
  @PostMapping("/ledger/export")
  void export(Officer officer, HttpServletResponse response) throws IOException {
    if (!Rights.may(officer, Right.EXPORT_LEDGER)) {
      throw new AccessDeniedException("Only a supervisor takes the whole ledger out");
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("ledger.txt").build().toString());
    proofs.export(response.getOutputStream(), officer.id().toString());
  }

  private static ResponseEntity<byte[]> download(String name, String text) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Names beside identifiers; they are read here and stand nowhere in the ledger. */
  private Map<String, String> names(List<LedgerEntry> entries) {
    Map<String, String> names = new HashMap<>();
    for (LedgerEntry entry : entries) {
      if (!entry.actor().equals(LedgerEntry.NODE)) {
        names.computeIfAbsent(entry.actor(), actor -> name(actor).orElse(actor));
      }
    }
    return names;
  }

  private Optional<String> name(String actor) {
    return officers.nameOf(OfficerId.of(actor));
  }
}
