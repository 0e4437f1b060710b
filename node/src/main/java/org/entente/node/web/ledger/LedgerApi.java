package org.entente.node.web.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.ledger.ProofFile;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.ledger.Proofs;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What proves the ledger, and how it stands with partners. */
@RestController
@RequestMapping("/api/v1")
class LedgerApi {
  private final Proofs proofs;
  private final Countersigners witnesses;

  LedgerApi(Proofs proofs, Countersigners witnesses) {
    this.proofs = proofs;
    this.witnesses = witnesses;
  }

  /** The proofs of all entries about a matter, each a file that is checked without this node. */
  @GetMapping("/matters/{request}/proofs")
  List<String> proofs(Officer officer, @PathVariable String request) {
    return proofs.proofsOf(request).stream().map(ProofFile::encode).toList();
  }

  @GetMapping(path = "/ledger/checkpoint", produces = "text/plain;charset=UTF-8")
  String checkpoint(Officer officer) {
    return proofs.checkpoint().encode();
  }

  /** How the ledger stands with one partner; instants are absent before the first time. */
  record WitnessAnswer(
      String partner,
      long countersigned,
      @Nullable Instant countersignedAt,
      long behind,
      @Nullable String refusal,
      long seen,
      @Nullable Instant seenAt,
      @Nullable String stop) {}

  /** Who has countersigned how much of this node's ledger, and whose ledger was seen how far. */
  @GetMapping("/ledger/witnesses")
  List<WitnessAnswer> witnesses(Officer officer) {
    return witnesses.table().stream()
        .map(w ->
            new WitnessAnswer(
                w.partner().value(),
                w.countersigned(),
                w.countersignedAt().orElse(null),
                w.behind(),
                w.refusal().orElse(null),
                w.seen(),
                w.seenAt().orElse(null),
                w.stop().orElse(null)))
        .toList();
  }

  /** A stop, open or lifted. */
  record StopAnswer(
      String id, String partner, String code, Instant stoppedAt, @Nullable Instant liftedAt) {}

  /** The stops, open ones first. */
  @GetMapping("/ledger/stops")
  ResponseEntity<List<StopAnswer>> stops(Officer officer, Paged.Wanted wanted) {
    return PagedAnswer.of(
        witnesses
            .stops(wanted)
            .map(s ->
                new StopAnswer(
                    s.id().toString(),
                    s.partner().value(),
                    s.code(),
                    s.stoppedAt(),
                    s.liftedAt().orElse(null))));
  }

  /** Both heads of a stop as a file for {@code ./entente verify}. */
  @GetMapping(path = "/ledger/stops/{id}/heads", produces = "text/plain;charset=UTF-8")
  ResponseEntity<String> heads(Officer officer, @PathVariable UUID id) {
    return witnesses
        .file(id)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** The key that checkpoints are checked with, in the note format. */
  @GetMapping(path = "/ledger/key", produces = "text/plain;charset=UTF-8")
  String key(Officer officer) {
    return proofs.log().vkey();
  }

  /** The whole ledger as one file for {@code ./entente verify}. */
  @GetMapping("/ledger/export")
  void export(Officer officer, HttpServletResponse response) throws IOException {
    if (!Rights.may(officer, Right.EXPORT_LEDGER)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setContentType("text/plain;charset=UTF-8");
    proofs.export(response.getOutputStream(), officer.id().toString());
  }
}
