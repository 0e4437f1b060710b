package org.entente.node.agreements;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Reading;
import org.entente.node.delivery.Ability;
import org.entente.node.delivery.Afresh;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Envelope;
import org.entente.node.delivery.GroundMoved;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;

/**
 * What becomes of a partner's note, and of a receipt for one of ours. Both nodes apply the same
 * effect at the instant of the receipt, so that their agreements have the same history. The codes
 * it refuses with are listed in {@code docs/protocol.md}.
 */
public final class NotesArriving implements Mail<NoteHeader> {
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

  /**
   * A notice that was under way for longer is given anew: its days run from its release, and nobody
   * can backdate one further than this.
   */
  private static final Duration NOTICE_UNDER_WAY_MAX = Duration.ofDays(30);

  @Override
  public Ability ability() {
    return Ability.first(
        NoteHeader.FAMILY, Arrays.stream(NoteKind.values()).map(NoteKind::code).toList());
  }

  @Override
  public NoteHeader read(Envelope envelope) {
    return NoteHeader.parse(envelope.text());
  }

  @Override
  public Verdict judge(NoteHeader header, Arrival arrival) {
    AuthorityId from = arrival.from();
    MessageId id = arrival.id();
    Instant sealedAt = arrival.sealedAt();
    Instant at = arrival.at();
    byte[] bytes = arrival.body().open(decisions.aboutAgreements(from));
    Note note;
    try {
      note = NoteBody.read(header.kind(), bytes);
    } catch (NotSupported e) {
      return refuse(header, NotSupported.CODE);
    } catch (IllegalArgumentException e) {
      return refuse(header, "note-malformed");
    }
    if (note.reasons().length() > Note.REASONS_MAX) {
      return refuse(header, "note-malformed");
    }
    if (note instanceof Note.Ratification && underWay(from, header)) {
      return new Verdict.Later("proposal-not-delivered");
    }
    Optional<String> refusal = refusal(from, header, note, sealedAt, at);
    if (refusal.isPresent()) {
      return refuse(header, refusal.get());
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
    return new Verdict.Keep(
        tx -> {
          if (overtaken(tx, header)) {
            throw new GroundMoved();
          }
          StepRows.insert(tx, row);
          effect(tx, row, note, from, new When(sealedAt, at));
          return "";
        },
        Verdict.Opens.NOTHING,
        locked.hash(),
        references(header),
        Event.NOTE_RECEIVED);
  }

  private static Verdict refuse(NoteHeader header, String code) {
    return new Verdict.Refuse(code, references(header));
  }

  private static Map<String, String> references(NoteHeader header) {
    return Map.of("agreement", header.agreement(), "act", header.kind().code());
  }

  private Optional<String> refusal(
      AuthorityId from, NoteHeader header, Note note, Instant sealedAt, Instant at) {
    return switch (note) {
      case Note.Proposal p -> ofProposal(from, header, p);
      case Note.Ratification r -> ofAnswer(from, header).or(() -> ofRatification(header, at));
      case Note.Rejection r -> ofAnswer(from, header);
      case Note.Withdrawal w -> ofWithdrawal(from, header);
      case Note.Suspension s -> ofHeld(from, header);
      case Note.Resumption r -> ofHeld(from, header);
      case Note.Termination t -> {
        Optional<String> held = ofHeld(from, header);
        boolean early =
            held.isEmpty()
                && (t.noticeDays() < agreements.noticeDaysOf(header.agreement())
                    || sealedAt.isBefore(at.minus(NOTICE_UNDER_WAY_MAX)));
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
    if (proposal.amends() != null && !agreements.concluded(proposal.amends(), from)) {
      return Optional.of("amends-unknown");
    }
    return switch (agreements.fit(agreement, from)) {
      case FITS -> Optional.empty();
      case NOT_A_PARTY -> Optional.of("wrong-parties");
      case SAME_STATE -> Optional.of("same-state");
      case IDENTITY_DIFFERS -> Optional.of("identity-differs");
    };
  }

  private Optional<String> ofAnswer(AuthorityId from, NoteHeader header) {
    MessageId proposal = new MessageId(Objects.requireNonNull(header.answers()));
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

  /** Only its proposer takes a proposal back, and only before our ratification has bound both. */
  private Optional<String> ofWithdrawal(AuthorityId from, NoteHeader header) {
    boolean theirs =
        proposal(header)
            .filter(row -> !row.ours() && row.kind() == NoteKind.PROPOSAL)
            .filter(row -> row.partner().equals(from))
            .filter(row -> row.agreement().equals(header.agreement()))
            .isPresent();
    if (!theirs) {
      return Optional.of("proposal-unknown");
    }
    return agreements.concluded(header.agreement(), from)
        ? Optional.of("proposal-answered")
        : Optional.empty();
  }

  /** Whether a proposal was answered or moved on since the answer to it was judged. */
  private static boolean overtaken(Reads tx, NoteHeader header) {
    return switch (header.kind()) {
      case RATIFICATION, REJECTION -> {
        MessageId proposal = new MessageId(Objects.requireNonNull(header.answers()));
        boolean stands =
            header.kind() == NoteKind.REJECTION
                || StepRows.find(tx, proposal)
                    .filter(row -> row.state() == StepState.DELIVERED)
                    .isPresent();
        yield !stands || StepRows.answered(tx, proposal);
      }
      case PROPOSAL, WITHDRAWAL, SUSPENSION, RESUMPTION, TERMINATION -> false;
    };
  }

  /** Whether our proposal has left and its receipt is not here yet. */
  private boolean underWay(AuthorityId from, NoteHeader header) {
    return ofAnswer(from, header).isEmpty()
        && proposal(header).filter(row -> row.state() == StepState.RELEASED).isPresent();
  }

  /** Only what stands can be ratified: delivered, not refused, not taken back, not lapsed. */
  private Optional<String> ofRatification(NoteHeader header, Instant at) {
    StepRows.Row row = proposal(header).orElseThrow();
    return switch (row.state()) {
      case DELIVERED ->
          Negotiation.lapsed(row, at) ? Optional.of("proposal-lapsed") : Optional.empty();
      case WITHDRAWN -> Optional.of("proposal-withdrawn");
      case REFUSED_BY_PARTNER -> Optional.of("proposal-refused");
      case AWAITING_SECOND, RELEASED, RECEIVED -> Optional.of("proposal-unknown");
    };
  }

  private Optional<StepRows.Row> proposal(NoteHeader header) {
    MessageId id = new MessageId(Objects.requireNonNull(header.answers()));
    return store.read(tx -> StepRows.find(tx, id));
  }

  private Optional<String> ofHeld(AuthorityId from, NoteHeader header) {
    return agreements.concluded(header.agreement(), from)
        ? Optional.empty()
        : Optional.of("agreement-differs");
  }

  @Override
  public Optional<Afresh> afresh(MessageId id) {
    return store
        .read(tx -> StepRows.find(tx, id))
        .filter(StepRows.Row::ours)
        .map(row -> {
          byte[] bytes =
              vault
                  .unlock(row.body(), Negotiation.place(id))
                  .open(decisions.aboutAgreements(row.partner()));
          String salt = HexFormat.of().formatHex(row.body().salt());
          return new Afresh(
              row.header(own, salt).envelope(),
              bytes,
              (tx, sealing) -> {
                StepRows.sealedAgain(tx, id, sealing.at());
                if (NoteBody.read(row.kind(), bytes) instanceof Note.Termination termination) {
                  agreements.endsInstead(
                      tx, row.agreement(), id.value(), termination.end(sealing.at()));
                }
              });
        });
  }

  @Override
  public void receipted(Tx tx, MessageId id, Receipt receipt) {
    StepRows.Row row = StepRows.find(tx, id).orElseThrow();
    if (receipt.verdict() == Receipt.Verdict.REFUSED) {
      StepRows.arrived(tx, id, StepState.REFUSED_BY_PARTNER, receipt.at(), receipt.code());
      return;
    }
    StepRows.arrived(tx, id, StepState.DELIVERED, receipt.at(), null);
    byte[] bytes =
        vault
            .unlock(row.body(), Negotiation.place(id))
            .open(decisions.aboutAgreements(row.partner()));
    Instant released = StepRows.releasedAt(tx, id).orElse(receipt.at());
    effect(tx, row, NoteBody.read(row.kind(), bytes), own, new When(released, receipt.at()));
  }

  /**
   * When a note left and when it came.
   *
   * @param sealed by the clock of its sender
   * @param arrived by the clock of its receiver, as its receipt says
   */
  private record When(Instant sealed, Instant arrived) {}

  /** What a note that has arrived changes; the same on both nodes. */
  private void effect(Tx tx, StepRows.Row row, Note note, AuthorityId by, When when) {
    switch (note) {
      case Note.Proposal p -> {}
      case Note.Rejection r -> {}
      case Note.Withdrawal w -> {
        if (!by.equals(own)) {
          StepRows.move(tx, row.answers().orElseThrow(), StepState.RECEIVED, StepState.WITHDRAWN);
        }
      }
      case Note.Ratification r -> enact(tx, row, when.arrived());
      case Note.Suspension s -> {
        if (!by.equals(own)) {
          agreements.suspended(tx, row.agreement(), change(row, by, when.arrived()));
        }
      }
      case Note.Resumption r ->
          agreements.resumed(tx, row.agreement(), change(row, by, when.arrived()));
      case Note.Termination t ->
          agreements.terminated(tx, row.agreement(), change(row, by, t.end(when.sealed())));
    }
  }

  private static AgreementsInForce.Change change(StepRows.Row row, AuthorityId by, Instant at) {
    return new AgreementsInForce.Change(row.partner(), by, at, row.id().value());
  }

  private void enact(Tx tx, StepRows.Row row, Instant at) {
    StepRows.Row proposal =
        StepRows.find(tx, row.answers().orElseThrow())
            .orElseThrow(() -> new IllegalStateException("The ratified proposal is gone"));
    if (proposal.ours() && proposal.state() != StepState.DELIVERED) {
      throw new IllegalStateException("A proposal was taken back while its ratification came");
    }
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
