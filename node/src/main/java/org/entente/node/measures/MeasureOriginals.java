package org.entente.node.measures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.casework.CaseId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.seal.OpeningGrant;

/**
 * What was exchanged in urgent measures, as it was signed, for a party that has to prove it. Safe
 * for use by many threads.
 */
public final class MeasureOriginals {
  private final AuthorityId own;
  private final Bodies bodies;
  private final MeasureViews views;

  MeasureOriginals(AuthorityId own, Bodies bodies, MeasureViews views) {
    this.own = own;
    this.bodies = bodies;
    this.views = views;
  }

  /**
   * A measure between this authority and one partner.
   *
   * @param opened the message that opened it, on both nodes
   * @param at when it was written down here, or came
   * @param messages oldest first
   */
  public record Exchanged(
      MeasureId id,
      String reference,
      AuthorityId partner,
      String partnerReference,
      MessageId opened,
      MeasureKind kind,
      OffenceArea offence,
      Instant at,
      List<Original> messages) {
    public Exchanged {
      messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
      return "Exchanged[" + id + "]";
    }
  }

  /**
   * A message that left or came.
   *
   * @param about the message that opened the measure; empty for that one
   * @param agreement hash of the one it was decided under; empty for what only follows
   * @param at when its receiver got it; when it left, if that is not known
   * @param erased whether what it says was destroyed
   * @param said empty when it was erased
   */
  public record Original(
      MessageId id,
      MeasureKind kind,
      boolean ours,
      Optional<MessageId> about,
      Optional<String> agreement,
      List<String> articles,
      String bodyHash,
      Instant at,
      boolean erased,
      Optional<Said> said) {}

  /**
   * What a message says.
   *
   * @param signed the object that was signed
   * @param header as this node writes it; what was signed is in {@code signed}
   * @param handling the codes it came or left under
   */
  // Made once and handed over: nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  public record Said(
      Optional<byte[]> signed, byte[] header, byte[] body, Set<HandlingCode> handling) {
    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /** A measure with one partner; empty where nothing of it was ever exchanged. */
  public Optional<Exchanged> of(Reads tx, MeasureId id, AuthorityId partner) {
    return MeasureRows.find(tx, id)
        .flatMap(row ->
            LegRows.of(tx, id).stream()
                .filter(leg -> leg.partner().equals(partner) && provable(leg.sending()))
                .findFirst()
                .map(leg -> exchanged(tx, row, leg)));
  }

  /** The measures that belong to a case, as far as they were exchanged with its partner. */
  public List<Exchanged> of(Reads tx, CaseId id, AuthorityId partner) {
    return CaseOfMeasureRows.measures(tx, id).stream()
        .flatMap(measure -> of(tx, measure, partner).stream())
        .toList();
  }

  private static boolean provable(Sending sending) {
    return switch (sending) {
      case RELEASED, DELIVERED, REFUSED, RECEIVED -> true;
      case PREPARED, NOT_PERMITTED -> false;
    };
  }

  private Exchanged exchanged(Reads tx, MeasureRows.Row row, LegRows.Row leg) {
    List<Original> messages = new ArrayList<>();
    messages.add(opening(tx, row, leg));
    StepRows.of(tx, leg.id()).forEach(step -> messages.add(following(tx, row, leg, step)));
    return new Exchanged(
        row.id(),
        row.reference(),
        leg.partner(),
        leg.partnerReference(),
        leg.id(),
        row.kind(),
        row.stated().offence(),
        row.madeAt(),
        messages);
  }

  private Original opening(Reads tx, MeasureRows.Row row, LegRows.Row leg) {
    Optional<Said> said =
        said(
            row,
            () -> {
              OpeningGrant grant = views.grant(leg);
              return new Said(
                  LegRows.signed(tx, leg.id())
                      .map(locked -> bodies.openBeside(row, locked, Bodies.signed(leg.id()))),
                  header(row, leg, row.kind(), row.ours(), row.body().salt()),
                  bodies.bytes(row, grant),
                  bodies.open(row, grant).map(Measure.Opening::handling).orElse(Set.of()));
            });
    return new Original(
        leg.id(),
        row.kind(),
        row.ours(),
        Optional.empty(),
        leg.agreement(),
        leg.articles(),
        row.body().hash(),
        leg.arrivedAt().or(leg::releasedAt).orElse(row.madeAt()),
        said.isEmpty(),
        said);
  }

  private Original following(Reads tx, MeasureRows.Row row, LegRows.Row leg, StepRows.Row step) {
    Optional<Said> said =
        said(
            row,
            () ->
                new Said(
                    StepRows.signed(tx, step.id())
                        .map(locked -> bodies.openSigned(step, locked, views.grant(leg))),
                    header(row, leg, step.kind(), step.ours(), step.body().salt()),
                    bodies.bytes(step, views.grant(leg)),
                    Set.of()));
    return new Original(
        step.id(),
        step.kind(),
        step.ours(),
        Optional.of(leg.id()),
        step.kind().decided() ? leg.agreement() : Optional.empty(),
        leg.articles(),
        step.body().hash(),
        step.arrivedAt().orElse(step.madeAt()),
        said.isEmpty(),
        said);
  }

  /** What a message of a measure says, unless that was destroyed. */
  private static Optional<Said> said(MeasureRows.Row row, Supplier<Said> opened) {
    if (row.erasedAt().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(opened.get());
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private byte[] header(
      MeasureRows.Row row, LegRows.Row leg, MeasureKind kind, boolean ours, byte[] salt) {
    return new MeasureHeader(
            kind,
            ours ? own : leg.partner(),
            ours ? leg.partner() : own,
            leg.id().value(),
            ours ? row.reference() : leg.partnerReference(),
            kind.decided() ? leg.agreement() : Optional.empty(),
            kind.decided() ? Optional.of(row.stated()) : Optional.empty(),
            HexFormat.of().formatHex(salt))
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }
}
