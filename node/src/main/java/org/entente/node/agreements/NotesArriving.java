package org.entente.node.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Reading;
import org.entente.node.delivery.MessageId;
import org.entente.node.delivery.NoteHeader;
import org.entente.node.delivery.NoteKind;
import org.entente.node.delivery.Notes;
import org.entente.node.delivery.Receipt;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.Sealed;

/**
 * What becomes of a partner's note, and of a receipt for one of ours. Both nodes apply the same
 * effect at the instant of the receipt, so that their agreements have the same history. The codes
 * it refuses with are listed in {@code docs/protocol.md}.
 */
public final class NotesArriving implements Notes {
  private final AuthorityId own;
  private final Store store;
  private final Vault vault;
  private final AgreementsInForce agreements;
  private final Decisions decisions;

  public NotesArriving(
      AuthorityId own,
      Store store,
      Vault vault,
      AgreementsInForce agreements,
      Decisions decisions) {
    this.own = own;
    this.store = store;
    this.vault = vault;
    this.agreements = agreements;
    this.decisions = decisions;
  }

  @Override
  public Judgement judge(
      MessageId id, AuthorityId from, NoteHeader header, Sealed<byte[]> body, Instant at) {
    if (!header.from().equals(from) || !header.to().equals(own)) {
      return new Judgement.Refuse("wrong-parties");
    }
    byte[] bytes = body.open(decisions.aboutAgreements(from));
    Note note;
    try {
      note = NoteBody.read(header.kind(), bytes);
    } catch (IllegalArgumentException e) {
      return new Judgement.Refuse("note-malformed");
    }
    Optional<String> refusal = refusal(from, header, note);
    if (refusal.isPresent()) {
      return new Judgement.Refuse(refusal.get());
    }
    Locked locked = vault.lock(bytes, header.saltBytes(), Negotiation.place(id));
    StepRows.Row row =
        new StepRows.Row(
            id,
            from,
            false,
            header.kind(),
            header.agreement(),
            Optional.ofNullable(header.answers()).map(MessageId::new),
            StepState.RECEIVED,
            locked,
            Optional.empty(),
            Optional.empty(),
            at,
            Optional.of(at),
            Optional.empty());
    return new Judgement.Keep(
        tx -> {
          StepRows.insert(tx, row);
          effect(tx, row, note, from, at);
        },
        locked.hash());
  }

  private Optional<String> refusal(AuthorityId from, NoteHeader header, Note note) {
    return switch (note) {
      case Note.Proposal p -> ofProposal(from, header, p);
      case Note.Ratification r -> ofAnswer(from, header);
      case Note.Rejection r -> ofAnswer(from, header);
      case Note.Suspension s -> ofHeld(from, header);
      case Note.Resumption r -> ofHeld(from, header);
      case Note.Termination t -> {
        Optional<String> held = ofHeld(from, header);
        boolean early =
            held.isEmpty() && t.noticeDays() < agreements.noticeDaysOf(header.agreement());
        yield early ? Optional.of("notice-too-short") : held;
      }
    };
  }

  private Optional<String> ofProposal(AuthorityId from, NoteHeader header, Note.Proposal proposal) {
    if (!(new AgreementReader().read(proposal.instrument(), proposal.arrangement())
        instanceof Reading.Read read)) {
      return Optional.of("agreement-broken");
    }
    Agreement agreement = read.agreement();
    if (!agreement.hash().value().equals(header.agreement())) {
      return Optional.of("agreement-differs");
    }
    return switch (agreements.fit(agreement, from)) {
      case FITS -> Optional.empty();
      case NOT_A_PARTY -> Optional.of("wrong-parties");
      case IDENTITY_DIFFERS -> Optional.of("identity-differs");
    };
  }

  private Optional<String> ofAnswer(AuthorityId from, NoteHeader header) {
    MessageId proposal = new MessageId(java.util.Objects.requireNonNull(header.answers()));
    boolean ours =
        store
            .read(tx -> StepRows.find(tx, proposal))
            .filter(row -> row.ours() && row.kind() == NoteKind.PROPOSAL)
            .filter(row -> row.partner().equals(from))
            .filter(row -> row.agreement().equals(header.agreement()))
            .isPresent();
    if (!ours) {
      return Optional.of("proposal-unknown");
    }
    return store.read(tx -> StepRows.answered(tx, proposal))
        ? Optional.of("proposal-answered")
        : Optional.empty();
  }

  private Optional<String> ofHeld(AuthorityId from, NoteHeader header) {
    return agreements.partnerOf(header.agreement()).equals(Optional.of(from))
        ? Optional.empty()
        : Optional.of("agreement-differs");
  }

  @Override
  public boolean receipted(Tx tx, MessageId id, Receipt receipt) {
    Optional<StepRows.Row> found = StepRows.find(tx, id);
    if (found.isEmpty()) {
      return false;
    }
    StepRows.Row row = found.get();
    if (receipt.verdict() == Receipt.Verdict.REFUSED) {
      StepRows.arrived(tx, id, StepState.REFUSED_BY_PARTNER, receipt.at(), receipt.code());
      return true;
    }
    StepRows.arrived(tx, id, StepState.DELIVERED, receipt.at(), null);
    byte[] bytes =
        vault
            .unlock(row.body(), Negotiation.place(id))
            .open(decisions.aboutAgreements(row.partner()));
    effect(tx, row, NoteBody.read(row.kind(), bytes), own, receipt.at());
    return true;
  }

  /** What a note that has arrived changes; the same on both nodes. */
  private void effect(Tx tx, StepRows.Row row, Note note, AuthorityId by, Instant at) {
    switch (note) {
      case Note.Proposal p -> {}
      case Note.Rejection r -> {}
      case Note.Ratification r -> enact(tx, row, at);
      case Note.Suspension s -> {
        if (!by.equals(own)) {
          agreements.suspended(tx, row.agreement(), by, at, row.id().value());
        }
      }
      case Note.Resumption r -> agreements.resumed(tx, row.agreement(), by, at, row.id().value());
      case Note.Termination t ->
          agreements.terminated(
              tx, row.agreement(), by, at.plus(Duration.ofDays(t.noticeDays())), row.id().value());
    }
  }

  private void enact(Tx tx, StepRows.Row row, Instant at) {
    StepRows.Row proposal =
        StepRows.find(tx, row.answers().orElseThrow())
            .orElseThrow(() -> new IllegalStateException("The ratified proposal is gone"));
    byte[] bytes =
        vault
            .unlock(proposal.body(), Negotiation.place(proposal.id()))
            .open(decisions.aboutAgreements(proposal.partner()));
    if (NoteBody.read(proposal.kind(), bytes) instanceof Note.Proposal p) {
      agreements.enact(
          tx, p.instrument(), p.arrangement(), row.partner(), p.amends(), at, row.id().value());
    }
  }

  @Override
  public void settled() {
    agreements.reload();
  }
}
