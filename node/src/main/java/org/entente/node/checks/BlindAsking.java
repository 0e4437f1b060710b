package org.entente.node.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.check.index.Prefix;
import org.entente.check.oprf.Proof;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Elements;
import org.entente.check.tokens.Token;
import org.entente.node.delivery.PartnerLines;
import org.entente.node.delivery.PartnerLines.Wanted;
import org.entente.node.partners.Partner;
import org.entente.seal.Identity;

/**
 * Asks one partner: sends the blinded elements, verifies what comes back, looks the outputs up in
 * the partner's sealed index here.
 *
 * <p><b>Guarantees.</b> An answer counts only if the partner signed it for this very question, the
 * proof holds for the key committed in its ledger, and the index here is of the revision the answer
 * belongs to. Everything else is "not asked", with its reason.
 *
 * <p>Safe for use by many threads.
 */
final class BlindAsking {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_ANSWER_BYTES = (128 << 10) + Elements.MOST * 33;

  private final Needs n;

  /** What asking works with. */
  record Needs(
      AuthorityId own,
      Identity identity,
      PartnerLines lines,
      PartnerIndexes indexes,
      Voprf voprf,
      InstantSource clock) {}

  BlindAsking(Needs needs) {
    this.n = needs;
  }

  /** What came of it. */
  sealed interface Came {
    /**
     * @param met for each subject the tokens under which the partner holds something
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(List<List<Token>> met, byte[] statement, byte[] answer) implements Came {}

    /**
     * @param reason stable
     */
    record NotAsked(String reason) implements Came {}
  }

  Came ask(Partner partner, Sheet sheet) throws InterruptedException {
    return switch (n.indexes().of(partner)) {
      case PartnerIndexes.Fetched.Missing missing -> new Came.NotAsked(missing.code());
      case PartnerIndexes.Fetched.Here here -> {
        Came came = ask(partner, sheet, here.index());
        // The partner has begun a new epoch: its index is fetched, and the question goes once more.
        yield came.equals(new Came.NotAsked("stale-epoch"))
                && n.indexes().fetch(partner) instanceof PartnerIndexes.Fetched.Here newer
                && !newer.index().epoch().equals(here.index().epoch())
            ? ask(partner, again(sheet), newer.index())
            : came;
      }
    };
  }

  private static Sheet again(Sheet sheet) {
    return new Sheet(
        CheckId.next().value(),
        sheet.question(),
        sheet.tokens(),
        sheet.act(),
        sheet.agreement(),
        sheet.officer(),
        sheet.justification(),
        sheet.list());
  }

  private Came ask(Partner partner, Sheet sheet, HeldIndex index) throws InterruptedException {
    Instant now = n.clock().instant();
    byte[] payload = Elements.joined(sheet.question().blinded());
    Parcel question =
        Parcel.signed(
            asked(partner, sheet, index, now, Parcel.digest(payload)),
            Asked.PURPOSE,
            payload,
            n.identity(),
            now);
    byte[] bytes = question.bytes();
    return switch (n.lines()
        .post(
            partner,
            new Wanted("/v1/checks/" + sheet.wire(), PATIENCE, MOST_ANSWER_BYTES),
            bytes)) {
      case PartnerLines.Answer.Failed failed -> new Came.NotAsked(failed.code());
      case PartnerLines.Answer.Came came ->
          answered(partner, sheet, index, question, Parcel.digest(bytes), came.body());
    };
  }

  private Asked asked(Partner partner, Sheet sheet, HeldIndex index, Instant now, String payload) {
    Map.Entry<DataSubjectCategory, Set<DataCategory>> about =
        sheet.act().data().bySubject().entrySet().iterator().next();
    return new Asked(
        Parcel.Spoken.VERSION,
        sheet.wire(),
        n.own().value(),
        partner.id().value(),
        index.epoch().value(),
        sheet.agreement(),
        sheet.act().offence().code(),
        about.getKey().code(),
        about.getValue().stream().map(DataCategory::code).sorted().toList(),
        sheet.act().particulars().maxPenaltyMonths().isPresent()
            ? sheet.act().particulars().maxPenaltyMonths().getAsInt()
            : null,
        sheet.act().particulars().identifiers(),
        sheet.officer(),
        sheet.justification(),
        sheet.list(),
        sheet.question().subjects(),
        now,
        payload);
  }

  private Came answered(
      Partner partner, Sheet sheet, HeldIndex index, Parcel question, String digest, byte[] body)
      throws InterruptedException {
    Optional<Parcel> parcel = Parcel.read(body);
    Optional<Answered> read =
        parcel.flatMap(p -> p.opened(partner.card(), Answered.PURPOSE, Answered.class));
    if (read.isEmpty()) {
      return new Came.NotAsked("answer-malformed");
    }
    Answered answered = read.get();
    boolean ours =
        answered.check().equals(sheet.wire())
            && answered.owner().equals(partner.id().value())
            && answered.asker().equals(n.own().value())
            && answered.question().equals(digest);
    if (!ours) {
      return new Came.NotAsked("answer-of-another-question");
    }
    String code = answered.code();
    if (code != null) {
      return new Came.NotAsked(code);
    }
    Optional<List<List<byte[]>>> outputs =
        answered.epoch().equals(index.epoch().value())
            ? outputs(sheet, index, answered, parcel.get().payload())
            : Optional.empty();
    if (outputs.isEmpty()) {
      return new Came.NotAsked("proof-failed");
    }
    HeldIndex current = index;
    if (answered.revision() != index.revision()) {
      if (!(n.indexes().fetch(partner) instanceof PartnerIndexes.Fetched.Here newer)
          || !newer.index().epoch().equals(index.epoch())
          || newer.index().revision() < answered.revision()) {
        return new Came.NotAsked("index-not-current");
      }
      current = newer.index();
    }
    return new Came.Answer(met(sheet, current, outputs.get()), question.statement(), body);
  }

  private Optional<List<List<byte[]>>> outputs(
      Sheet sheet, HeldIndex index, Answered answered, byte[] payload) {
    Optional<List<byte[]>> evaluated = Elements.read(payload, n.voprf().group().elementBytes());
    String challenge = answered.challenge();
    String response = answered.response();
    if (evaluated.isEmpty() || challenge == null || response == null) {
      return Optional.empty();
    }
    HexFormat hex = HexFormat.of();
    Proof proof;
    try {
      proof = new Proof(hex.parseHex(challenge), hex.parseHex(response));
    } catch (IllegalArgumentException noHex) {
      return Optional.empty();
    }
    return sheet
        .question()
        .outputs(hex.parseHex(index.publicKey()), new Answer(evaluated.get(), proof));
  }

  private static List<List<Token>> met(Sheet sheet, HeldIndex index, List<List<byte[]>> outputs) {
    List<List<Token>> met = new ArrayList<>();
    for (int subject = 0; subject < outputs.size(); subject++) {
      List<Token> hits = new ArrayList<>();
      for (int i = 0; i < outputs.get(subject).size(); i++) {
        if (index.index().contains(Prefix.of(outputs.get(subject).get(i)))) {
          hits.add(sheet.tokens().get(subject).get(i));
        }
      }
      met.add(hits);
    }
    return met;
  }
}
