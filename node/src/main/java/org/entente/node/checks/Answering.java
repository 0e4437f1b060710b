package org.entente.node.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Decision;
import org.entente.agreement.GroundCode;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Elements;
import org.entente.check.tokens.SubjectTokens;
import org.entente.node.checks.Epoch.State;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Several;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.partners.Ruling;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.seal.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Answers partners' blind questions.
 *
 * <p><b>Guarantees.</b> Every question that a partner signed gets a signed answer, evaluation or
 * refusal, recorded with the ledger's entry before it leaves; the same question again gets the same
 * answer and counts once. Quotas hold whatever comes at the same moment.
 *
 * <p><b>Does not guarantee</b> anything about who is meant: that cannot be seen here.
 */
final class Answering implements PartnerDoor {
  /** How far a partner's clock may be from ours. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  private static final Pattern PATH =
      Pattern.compile("/v1/checks/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Needs n;
  private final Map<AuthorityId, Object> turns = new ConcurrentHashMap<>();

  /** What answering works with. */
  record Needs(
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Partners partners,
      Decisions decisions,
      EpochKeys keys,
      Voprf voprf,
      InstantSource clock) {}

  Answering(Needs needs) {
    this.n = needs;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public Pattern path() {
    return PATH;
  }

  @Override
  public int mostBytes() {
    return (128 << 10) + Asked.MOST_SUBJECTS * SubjectTokens.PER_SUBJECT * 33;
  }

  @Override
  public Reply answer(AuthorityId peer, String id, byte[] body) {
    Partner partner = n.partners().find(peer).orElseThrow();
    Optional<Parcel> parcel = Parcel.read(body);
    Optional<Asked> read =
        parcel.flatMap(p -> p.opened(partner.card(), Asked.PURPOSE, Asked.class));
    if (read.isEmpty()) {
      return Reply.problem(422, "check-malformed");
    }
    Asked asked = read.get();
    if (!asked.check().toString().equals(id)
        || !asked.asker().equals(peer.value())
        || !asked.owner().equals(n.own().value())) {
      return Reply.problem(403, "wrong-sender");
    }
    // One question of a partner after the other: counts are then what they seem.
    synchronized (turns.computeIfAbsent(peer, p -> new Object())) {
      return answer(peer, asked, parcel.get(), Parcel.digest(body));
    }
  }

  private Reply answer(AuthorityId peer, Asked asked, Parcel parcel, String digest) {
    Optional<AnsweredRows.Before> before =
        n.store().read(tx -> AnsweredRows.find(tx, peer, asked.check().toString()));
    if (before.isPresent()) {
      return before.get().digest().equals(digest)
          ? Reply.bytes(before.get().answer())
          : Reply.problem(409, "replayed");
    }
    Instant now = n.clock().instant();
    return switch (judged(peer, asked, parcel.payload(), now)) {
      case Judged.Refused(String code, boolean stop) ->
          written(peer, asked, parcel, digest, new Given(now, code, stop, 0, null, List.of()));
      case Judged.Permitted(Epoch epoch, List<byte[]> elements, List<String> articles) -> {
        try {
          Answer answer = Answer.to(elements, n.keys().of(epoch), n.voprf());
          yield written(
              peer,
              asked,
              parcel,
              digest,
              new Given(now, null, false, epoch.revision(), answer, articles));
        } catch (NotAnElement e) {
          yield written(
              peer,
              asked,
              parcel,
              digest,
              new Given(now, "not-an-element", false, 0, null, List.of()));
        }
      }
    };
  }

  private sealed interface Judged {
    record Permitted(Epoch epoch, List<byte[]> elements, List<String> articles) implements Judged {}

    /**
     * @param stop whether the officer's checks are stopped with it
     */
    record Refused(String code, boolean stop) implements Judged {}
  }

  private Judged judged(AuthorityId peer, Asked asked, byte[] payload, Instant now) {
    if (Duration.between(asked.at(), now).abs().compareTo(CLOCKS_APART) > 0) {
      return refused("stale-question");
    }
    Optional<Act> act = asked.act();
    if (act.isEmpty()) {
      return refused("check-malformed");
    }
    Optional<Epoch> epoch = n.store().read(tx -> EpochRows.open(tx, peer));
    if (epoch.isEmpty()) {
      return refused("no-index");
    }
    if (!epoch.get().id().value().equals(asked.epoch()) || epoch.get().state() != State.OPEN) {
      return refused("stale-epoch");
    }
    Optional<List<byte[]>> elements = Elements.read(payload, n.voprf().group().elementBytes());
    if (elements.isEmpty()
        || elements.get().size() != asked.subjects() * SubjectTokens.PER_SUBJECT) {
      return refused("wrong-count");
    }
    Ruling ruling = n.decisions().under(asked.agreement(), act.get(), asked.subjects(), now);
    if (!(ruling instanceof Ruling.Permitted permitted)) {
      return refused(codeOf(ruling));
    }
    return n.store()
        .read(tx -> {
          if (StopRows.stopped(tx, asked.officer())) {
            return refused("stopped");
          }
          Instant today = now.truncatedTo(ChronoUnit.DAYS);
          if (Offers.perDay(permitted.agreement()).isEmpty()
              && AnsweredRows.answered(tx, peer, today) + asked.subjects()
                  > Offers.MOST_PER_PARTNER) {
            return refused("quota-exhausted");
          }
          if (!asked.list()
              && AnsweredRows.single(tx, peer, asked.officer(), today) + asked.subjects()
                  > OfferRows.officerPerDay(tx, peer)) {
            return refused("officer-quota-exhausted");
          }
          if (!asked.list() && Fishing.burst(tx, peer, asked.officer(), asked.subjects(), now)) {
            return new Judged.Refused("stopped", true);
          }
          return new Judged.Permitted(
              epoch.get(),
              elements.get(),
              permitted.articles().stream().map(Object::toString).toList());
        });
  }

  private static Judged refused(String code) {
    return new Judged.Refused(code, false);
  }

  /** A quota is said to be used up: the asker may come again tomorrow. */
  private static String codeOf(Ruling ruling) {
    boolean quota =
        ruling instanceof Ruling.NotPermitted not
            && not.decision() instanceof Decision.Refused refused
            && refused.grounds().stream()
                .allMatch(ground -> ground.code() == GroundCode.QUOTA_EXHAUSTED);
    return quota
        ? "quota-exhausted"
        : ruling instanceof Ruling.NoAgreement ? "agreement-differs" : "not-permitted";
  }

  /** What is given back. */
  private record Given(
      Instant at,
      @Nullable String code,
      boolean stop,
      long revision,
      @Nullable Answer answer,
      List<String> articles) {}

  private Reply written(AuthorityId peer, Asked asked, Parcel parcel, String digest, Given given) {
    byte[] payload =
        given.answer() == null ? new byte[0] : Elements.joined(given.answer().evaluated());
    return Reply.bytes(
        n.store()
            .write(tx -> {
              long entry = entry(tx, peer, asked, given);
              Answered answered = answered(tx, asked, digest, given, entry, Parcel.digest(payload));
              byte[] answer =
                  Parcel.signed(answered, Answered.PURPOSE, payload, n.identity(), given.at())
                      .bytes();
              AnsweredRows.insert(
                  tx,
                  new AnsweredRows.Row(
                      asked, digest, parcel.statement(), answer, given.code(), given.at()));
              if (given.code() == null) {
                n.decisions()
                    .counted(
                        tx,
                        asked.agreement(),
                        asked.act().orElseThrow(),
                        asked.subjects(),
                        given.at());
              }
              if (given.stop()) {
                StopRows.insert(
                    tx, Optional.of(peer), asked.officer(), StopPattern.BURST, given.at());
                n.journal()
                    .append(
                        tx,
                        Event.CHECKS_STOPPED,
                        Journal.NODE,
                        Map.of("sender", peer.value(), "officer", asked.officer()));
              }
              return answer;
            }));
  }

  private long entry(Tx tx, AuthorityId peer, Asked asked, Given given) {
    Map<String, String> references = new TreeMap<>();
    references.put("check", asked.check().toString());
    references.put("recipient", peer.value());
    references.put("epoch", asked.epoch().toString());
    references.put("agreement", asked.agreement());
    references.put("justification", asked.justification());
    references.put("subjects", Integer.toString(asked.subjects()));
    if (given.code() == null) {
      references.put("offence", asked.offence());
      references.put("category", asked.category());
      Several.put(references, "data", asked.data(), " ");
      Several.put(references, "articles", given.articles(), " + ");
      return n.journal().append(tx, Event.CHECK_ANSWERED, Journal.NODE, references);
    }
    references.put("code", given.code());
    return n.journal().append(tx, Event.CHECK_REFUSED, Journal.NODE, references);
  }

  private Answered answered(
      Tx tx, Asked asked, String digest, Given given, long entry, String payload) {
    Answer answer = given.answer();
    return new Answered(
        Parcel.Spoken.VERSION,
        asked.check(),
        asked.owner(),
        asked.asker(),
        digest,
        asked.epoch(),
        given.code(),
        given.revision(),
        answer == null ? null : HexFormat.of().formatHex(answer.proof().challenge()),
        answer == null ? null : HexFormat.of().formatHex(answer.proof().response()),
        given.at(),
        entry,
        n.journal().checkpoint(tx).encode(),
        payload);
  }
}
