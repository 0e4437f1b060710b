package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.check.oprf.Proof;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Elements;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.node.Authority;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.entente.node.records.Found;
import org.entente.node.records.Question;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** What two authorities may expect of checks. */
@OnMixedDatabases
class ChecksTest extends CheckingAuthorities {
  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement("}"));
  }

  @Test
  void aPersonThePartnerHoldsIsAPossibleMatchAndAnotherIsNot() throws Exception {
    offered(PETAR + MILICA);

    PartnerAnswer known = asked("Петар", "Ђорђевић", "1990-01-02");
    PartnerAnswer unknown = asked("Ramil", "Səfərov", "1971-06-05");

    assertThat(known.state()).isEqualTo(AnswerState.HIT);
    assertThat(known.quality()).isNotEmpty();
    assertThat(known.families()).isNotEmpty();
    assertThat(known.articles()).isNotEmpty();
    assertThat(unknown.state()).isEqualTo(AnswerState.NO_HIT);
  }

  @Test
  void theOwnerSeesACountAnArticleAndNeitherTheSubjectNorTheResult() throws Exception {
    offered(PETAR);
    Screened door = belgrade.answering();

    asked("Petar", "Đorđević", "1990-01-02");
    byte[] hit = door.lastBody();
    Answered hitAnswer = answered(door.lastReply());
    asked("Ramil", "Səfərov", "1971-06-05");
    byte[] noHit = door.lastBody();
    Answered noHitAnswer = answered(door.lastReply());

    Asked said = said(hit);
    assertThat(said.subjects()).isEqualTo(1);
    assertThat(said.offence()).isEqualTo("drug-trafficking");
    assertThat(Parcel.read(hit).orElseThrow().payload())
        .hasSameSizeAs(Parcel.read(noHit).orElseThrow().payload());
    assertThat(said.officer())
        .isEqualTo(said(noHit).officer())
        .doesNotContain(desk.id().toString());
    assertThat(hitAnswer.revision()).isEqualTo(noHitAnswer.revision());
    assertThat(belgrade.proofs.newest(Long.MAX_VALUE, 50))
        .filteredOn(entry -> entry.event().equals("check-answered"))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.references()).containsEntry("subjects", "1"));
  }

  @Test
  void anAnswerThatAnotherKeyMadeIsNotAsked() throws Exception {
    offered(PETAR);
    SecretKey tagging = Voprf.shipped().key(new byte[32], "tag".getBytes(StandardCharsets.UTF_8));
    dishonest((answered, payload) -> {
      List<byte[]> asked = lastElements();
      Answer answer = Answer.to(asked, tagging, Voprf.shipped());
      return parcel(answered, answer.proof(), Elements.joined(answer.evaluated()));
    });

    assertThat(asked("Petar", "Đorđević", "1990-01-02"))
        .returns(AnswerState.NOT_ASKED, PartnerAnswer::state)
        .returns("proof-failed", PartnerAnswer::reason);
  }

  @Test
  void anAnswerWithAChangedElementOrProofIsNotAsked() throws Exception {
    offered(PETAR);
    dishonest((answered, payload) -> {
      byte[] swapped = payload.clone();
      System.arraycopy(payload, 0, swapped, 32, 32);
      return parcel(answered, proof(answered), swapped);
    });
    assertThat(asked("Petar", "Đorđević", "1990-01-02").reason()).isEqualTo("proof-failed");

    dishonest((answered, payload) -> {
      byte[] response = proof(answered).response();
      response[3] ^= 1;
      return parcel(answered, new Proof(proof(answered).challenge(), response), payload);
    });
    assertThat(asked("Petar", "Đorđević", "1990-01-02").reason()).isEqualTo("proof-failed");
  }

  @Test
  void anAnswerForAnotherQuestionIsNotAsked() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    PartnerDoor.Reply before = belgrade.answering().lastReply();
    belgrade.answering().change(reply -> before);

    assertThat(asked("Milica", "Tošović", "1985-11-30").reason())
        .isEqualTo("answer-of-another-question");
  }

  @Test
  void aNewEpochIsFetchedAndTheQuestionGoesOnceMore() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    long before = baku.checks.heldRevision(belgrade.id).orElseThrow();

    done(belgrade.checks.offers().renew(owner, baku.id));
    patiently().until(() -> !belgrade.checks.behind(baku.id));

    assertThat(before).isPositive();
    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.HIT);
    assertThat(entries(belgrade, "check-epoch-closed")).isEqualTo(1);
  }

  @Test
  void aWithdrawnRecordIsNoHitFromTheNextQuestionOnAndOneThatSharesATokenStays() throws Exception {
    offered(PETAR + "5,Petar,Đorđević,1990-01-02,X999888\n");
    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.HIT);
    assertThat(byPassport("P004711").state()).isEqualTo(AnswerState.HIT);

    erased("P004711");

    assertThat(byPassport("P004711").state()).isEqualTo(AnswerState.NO_HIT);
    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.HIT);
    erased("X999888");
    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.NO_HIT);
  }

  @Test
  void aRecordImportedLaterIsMetWithoutANewEpoch() throws Exception {
    offered(PETAR);
    assertThat(asked("Milica", "Tošović", "1985-11-30").state()).isEqualTo(AnswerState.NO_HIT);

    imported(MILICA);
    patiently().until(() -> !belgrade.checks.behind(baku.id));

    assertThat(asked("Milica", "Tošović", "1985-11-30").state()).isEqualTo(AnswerState.HIT);
  }

  @Test
  void aPartnerThatIsNotReachedIsNotAskedAndNeverNoHit() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    belgrade.line.cutAfter(0);

    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.NOT_ASKED);

    belgrade.line.mend();
    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.HIT);
  }

  @Test
  void aPartnerWithoutAnIndexIsNotAsked() throws Exception {
    assertThat(asked("Petar", "Đorđević", "1990-01-02"))
        .returns(AnswerState.NOT_ASKED, PartnerAnswer::state)
        .returns("no-index", PartnerAnswer::reason);
  }

  @Test
  void afterWithdrawalNobodyIsAnsweredAndTheKeyIsDestroyed() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    done(belgrade.checks.offers().withdraw(owner, baku.id));

    assertThat(asked("Petar", "Đorđević", "1990-01-02").reason()).isEqualTo("no-index");
    long left =
        belgrade.store.read(
            tx -> tx.sql("SELECT LENGTH(sealed_seed) FROM check_epoch").query(Long.class).single());
    assertThat(left).isZero();
  }

  @Test
  void anOffenceTheAgreementDoesNotCarryIsNotAskedWithItsGround() throws Exception {
    offered(PETAR);
    CheckView view =
        checked(
            baku.checks, wish("Petar", "Đorđević", "1990-01-02", why(OffenceArea.INSIDER_DEALING)));
    assertThat(view.answers().getFirst())
        .returns(AnswerState.NOT_ASKED, PartnerAnswer::state)
        .returns("offence-excluded", PartnerAnswer::reason);
    assertThat(entries(belgrade, "check-answered")).isZero();
  }

  @Test
  void whatNoCheckOfThePartnerCouldBeAboutIsNotInItsIndex() throws Exception {
    imported(PETAR, OffenceArea.INSIDER_DEALING, List.of(baku.id));
    imported(MILICA, OffenceArea.DRUG_TRAFFICKING, List.of());
    published();

    assertThat(asked("Petar", "Đorđević", "1990-01-02").state()).isEqualTo(AnswerState.NO_HIT);
    assertThat(asked("Milica", "Tošović", "1985-11-30").state()).isEqualTo(AnswerState.NO_HIT);
  }

  @Test
  void oneOfficerOfThePartnerIsAnsweredSoManyTimesADay() throws Exception {
    imported(PETAR);
    done(belgrade.checks.offers().publish(owner, baku.id, 2));
    patiently().until(() -> !belgrade.checks.behind(baku.id));

    asked("Petar", "Đorđević", "1990-01-02");
    asked("Milica", "Tošović", "1985-11-30");
    assertThat(asked("Ramil", "Səfərov", "1971-06-05").reason())
        .isEqualTo("officer-quota-exhausted");
  }

  @Test
  void whereTheAgreementSetsNoQuotaAPartnerIsStillAnsweredSoManyTimesADay() throws Exception {
    imported(PETAR);
    done(belgrade.checks.offers().publish(owner, baku.id, 100));
    patiently().until(() -> !belgrade.checks.behind(baku.id));
    asked("Petar", "Đorđević", "1990-01-02");
    belgrade.store.write(tx ->
        tx.sql("UPDATE check_answered SET listed = 1, officer = 'another', subjects = :most")
            .param("most", Offers.MOST_PER_PARTNER)
            .update());

    assertThat(asked("Milica", "Tošović", "1985-11-30").reason()).isEqualTo("quota-exhausted");
  }

  @Test
  void datesTriedOutStopTheOfficerUntilTheSupervisorHasLooked() throws Exception {
    offered(PETAR);
    for (int day = 1; day < Fishing.DATES_OF_ONE_NAME; day++) {
      asked("Ramil", "Səfərov", "1990-03-0" + day);
    }
    Outcome<CheckId> sixth =
        baku.checks.asking().ask(desk, wish("Ramil", "Səfərov", "1990-03-28", why()));
    assertThat(sixth).isEqualTo(Outcome.refused(CheckRefusal.STOPPED));

    Stop stop = done(baku.checks.offers().stops(supervisor, Paged.FIRST)).lines().getFirst();
    assertThat(stop.pattern()).isEqualTo(StopPattern.DATES_TRIED);
    assertThat(baku.checks.offers().lift(desk, stop.id()))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    done(baku.checks.offers().lift(supervisor, stop.id()));
    assertThat(asked("Ramil", "Səfərov", "1990-03-28").state()).isEqualTo(AnswerState.NO_HIT);
  }

  @Test
  void aQuestionWithTooLittleOrWithoutReasonsIsRefused() throws Exception {
    Justification none =
        new Justification(
            " ",
            "AZ-1",
            OffenceArea.DRUG_TRAFFICKING,
            DataSubjectCategory.SUSPECT_OR_CONVICTED,
            Justification.Aim.IDENTIFY,
            null);
    assertThat(baku.checks.asking().ask(desk, wish("Petar", "Đorđević", "1990-01-02", none)))
        .isEqualTo(Outcome.refused(CheckRefusal.JUSTIFICATION_MISSING));
    assertThat(
            baku.checks
                .asking()
                .ask(
                    desk,
                    new Asking.Wish(
                        meant(Map.of(ColumnMeaning.FAMILY, "Đorđević")),
                        why(),
                        Set.of(belgrade.id))))
        .isEqualTo(Outcome.refused(CheckRefusal.TOO_LITTLE_SAID));
    assertThat(baku.checks.asking().ask(supervisor, wish("Petar", "Đorđević", "1990", why())))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
  }

  @Test
  void whereTwoAgreementsCarryTheCheckTheOfficerNamesOne() throws Exception {
    offered(PETAR);
    bothHoldASecond();
    Asking.Wish wish = wish("Petar", "Đorđević", "1990-01-02", why());
    Asking asking = baku.checks.asking();

    assertThat(asking.ask(desk, wish).refusal())
        .containsInstanceOf(AgreementUnnamed.class)
        .get()
        .returns("agreement-unnamed", Refusal::code);
    assertThat(done(asking.preview(desk, wish)).whom().getFirst().reason())
        .isEqualTo("agreement-unnamed");
    assertThat(entries(baku, "check-asked")).as("nobody was asked").isZero();
    List<String> hashes =
        baku.agreements.between(belgrade.id).stream().map(a -> a.hash().value()).toList();
    assertThat(hashes).hasSize(2);
    assertThat(asking.ask(desk, naming(wish, "0".repeat(64))))
        .isEqualTo(Outcome.refused(CheckRefusal.AGREEMENT_UNKNOWN));

    for (String hash : hashes) {
      assertThat(checked(baku.checks, naming(wish, hash)).answers().getFirst().state())
          .isEqualTo(AnswerState.HIT);
    }

    assertThat(
            baku.proofs.newest(Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.event().equals("check-asked"))
                .map(entry -> entry.references().get("agreement")))
        .containsExactlyInAnyOrderElementsOf(hashes);
  }

  private static Asking.Wish naming(Asking.Wish wish, String hash) {
    return new Asking.Wish(wish.meant(), wish.why(), wish.partners(), Set.of(hash));
  }

  @Test
  void aListIsStartedOnceItIsClearOnWhichAgreementItRests() throws Exception {
    offered(PETAR);
    bothHoldASecond();
    Officer analyst = officer(Role.ANALYST);
    Lists lists = baku.checks.lists();
    ListId id =
        done(
            lists.receive(
                analyst,
                "list.csv",
                bytes("given name,family name,date of birth\nPetar,Đorđević,1990-01-02\n")));
    Map<String, ColumnMeaning> columns = done(lists.look(analyst, id)).proposed();

    assertThat(lists.start(analyst, id, columns, Set.of(belgrade.id), Set.of(), why()).refusal())
        .containsInstanceOf(AgreementUnnamed.class);
    String second = baku.agreements.between(belgrade.id).getFirst().hash().value();
    done(lists.start(analyst, id, columns, Set.of(belgrade.id), Set.of(second), why()));
    done(lists.release(officer(Role.APPROVER), id));

    patiently().until(() -> done(lists.view(analyst, id)).state() == ListView.State.DONE);
    assertThat(done(lists.view(analyst, id)).met()).isEqualTo(1);
  }

  @Test
  void bothSidesHoldBothSignedStatementsAndTheEntries() throws Exception {
    offered(PETAR);
    CheckView view = checked(baku.checks, wish("Petar", "Đorđević", "1990-01-02", why()));

    List<byte[]> statements =
        baku.checks.reading().proof(desk, view.id(), belgrade.id).orElseThrow();
    Parcel answer = Parcel.read(statements.get(1)).orElseThrow();
    assertThat(answer.opened(belgrade.identity.card(), Answered.PURPOSE, Answered.class))
        .isPresent();
    assertThat(answer.opened(baku.identity.card(), Answered.PURPOSE, Answered.class)).isEmpty();
    assertThat(entries(baku, "check-asked")).isEqualTo(1);
    assertThat(entries(baku, "check-came")).isEqualTo(1);
    assertThat(entries(belgrade, "check-answered")).isEqualTo(1);
  }

  @Test
  void theSameBytesGetTheSameAnswerAndCountOnce() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    Screened door = belgrade.answering();
    byte[] body = door.lastBody();
    String id = said(body).check().toString();
    byte[] first = door.lastReply().body();

    PartnerDoor.Reply again = door.answer(baku.id, id, body);
    byte[] other = body.clone();
    other[other.length - 1] ^= 1;

    assertThat(again.body()).isEqualTo(first);
    assertThat(door.answer(baku.id, id, other).status()).isEqualTo(422);
    assertThat(door.answer(baku.id, UUID.randomUUID().toString(), body).status()).isEqualTo(403);
    assertThat(door.answer(baku.id, id, new byte[0]).status()).isEqualTo(422);
    assertThat(entries(belgrade, "check-answered")).isEqualTo(1);
  }

  @Test
  void hostileElementsCountsEpochsAndClocksAreRefusedEachWithItsReason() throws Exception {
    offered(PETAR);
    asked("Petar", "Đorđević", "1990-01-02");
    Parcel sound = Parcel.read(belgrade.answering().lastBody()).orElseThrow();
    Asked said = said(belgrade.answering().lastBody());
    byte[] identity = sound.payload().clone();
    Arrays.fill(identity, 0, 32, (byte) 0);
    byte[] off = sound.payload().clone();
    Arrays.fill(off, 0, 32, (byte) 0xff);

    assertThat(refusal(said, identity)).isEqualTo("not-an-element");
    assertThat(refusal(said, off)).isEqualTo("not-an-element");
    assertThat(refusal(said, Arrays.copyOf(identity, 32))).isEqualTo("wrong-count");
    assertThat(refusal(said, new byte[0])).isEqualTo("wrong-count");
    assertThat(refusal(with(said, UUID.randomUUID(), said.at()), sound.payload()))
        .isEqualTo("stale-epoch");
    assertThat(
            refusal(
                with(said, said.epoch(), said.at().minus(Duration.ofHours(1))), sound.payload()))
        .isEqualTo("stale-question");
  }

  @Test
  void anIndexIsNotTakenWithoutItsCommitmentInTheLedger() throws Exception {
    offered(PETAR);
    byte[] other = "0".repeat(64).getBytes(StandardCharsets.UTF_8);
    belgrade
        .handingOver()
        .change(reply -> {
          Parcel parcel = Parcel.read(reply.body()).orElse(new Parcel(new byte[0], new byte[0]));
          Manifest.Offered offered =
              parcel
                  .opened(
                      belgrade.identity.card(), Manifest.Offered.PURPOSE, Manifest.Offered.class)
                  .orElse(null);
          if (offered == null) {
            return reply;
          }
          String manifest = new String(parcel.payload(), StandardCharsets.UTF_8);
          byte[] changed =
              manifest
                  .replaceFirst(
                      "\"publicKey\":\"[0-9a-f]{64}\"",
                      "\"publicKey\":\"" + new String(other, StandardCharsets.UTF_8) + "\"")
                  .getBytes(StandardCharsets.UTF_8);
          return PartnerDoor.Reply.bytes(
              Parcel.signed(
                      new Manifest.Offered(
                          offered.version(),
                          offered.owner(),
                          offered.asker(),
                          offered.epoch(),
                          offered.revision(),
                          offered.at(),
                          Parcel.digest(changed)),
                      Manifest.Offered.PURPOSE,
                      changed,
                      belgrade.identity,
                      clock.instant())
                  .bytes());
        });

    assertThat(asked("Petar", "Đorđević", "1990-01-02").reason()).isEqualTo("index-not-proven");
  }

  @Test
  void questionsAreForgottenAfterThreeYears() throws Exception {
    offered(PETAR);
    CheckView view = checked(baku.checks, wish("Petar", "Đorđević", "1990-01-02", why()));
    clock.pass(Duration.ofDays(3 * 366));
    baku.checks.eraseDue();
    belgrade.checks.eraseDue();

    assertThat(baku.checks.reading().view(desk, view.id()))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    long left =
        belgrade.store.read(
            tx -> tx.sql("SELECT COUNT(*) FROM check_answered").query(Long.class).single());
    assertThat(left).isZero();
  }

  @Test
  void aListIsAskedLineByLineOnceASecondPersonHasReleasedIt() throws Exception {
    offered(PETAR + MILICA);
    Officer analyst = officer(Role.ANALYST);
    Officer approver = officer(Role.APPROVER);
    Lists lists = baku.checks.lists();
    String file =
        """
        given name,family name,date of birth
        Петар,Ђорђевић,1990-01-02
        Ramil,Səfərov,1971-06-05
        Milica,,
        """;
    ListId id = done(lists.receive(analyst, "list.csv", bytes(file)));
    Map<String, ColumnMeaning> columns = done(lists.look(analyst, id)).proposed();
    done(lists.start(analyst, id, columns, Set.of(belgrade.id), Set.of(), why()));

    assertThat(lists.release(analyst, id)).isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    done(lists.release(approver, id));
    patiently().until(() -> done(lists.view(analyst, id)).state() == ListView.State.DONE);

    List<ListedAnswers> lines = done(lists.lines(analyst, id, 0, 10));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).answers().getFirst().state()).isEqualTo(AnswerState.HIT);
    assertThat(lines.get(1).answers().getFirst().state()).isEqualTo(AnswerState.NO_HIT);
    assertThat(lines.get(2).fault()).isNotEmpty();
    assertThat(entries(belgrade, "check-answered")).isEqualTo(1);
    clock.pass(Lists.KEPT.plusDays(1));
    lists.eraseDue();
    assertThat(done(lists.lines(analyst, id, 0, 10))).isEmpty();
  }

  @Test
  void aListThatWasInterruptedGoesOnAndItsOpenLinesAreAskedAgain() throws Exception {
    offered(PETAR);
    Officer analyst = officer(Role.ANALYST);
    Lists lists = baku.checks.lists();
    StringBuilder file = new StringBuilder("given name,family name,date of birth\n");
    for (int i = 0; i < 2 * Asked.MOST_SUBJECTS; i++) {
      file.append("Ramil,Səfərov,").append(1900 + i % 100).append("-06-05\n");
    }
    file.append("Petar,Đorđević,1990-01-02\n");
    ListId id = done(lists.receive(analyst, "list.csv", bytes(file.toString())));
    Map<String, ColumnMeaning> columns = done(lists.look(analyst, id)).proposed();
    done(lists.start(analyst, id, columns, Set.of(belgrade.id), Set.of(), why()));
    belgrade.line.cutAfter(0);
    done(lists.release(officer(Role.APPROVER), id));
    baku.checks.close();

    belgrade.line.mend();
    try (Checks again = baku.checksAfresh()) {
      again.start();
      patiently().until(() -> done(again.lists().view(analyst, id)).state() == ListView.State.DONE);
      ListView view = done(again.lists().view(analyst, id));
      assertThat(view.rowsRead()).isEqualTo(2L * Asked.MOST_SUBJECTS + 1);
      assertThat(done(again.lists().lines(analyst, id, 2L * Asked.MOST_SUBJECTS, 1)))
          .first()
          .satisfies(
              line -> assertThat(line.answers().getFirst().state()).isEqualTo(AnswerState.HIT));
    }
  }

  // --- hands ---------------------------------------------------------------------------------

  /** What a dishonest owner makes of an honest answer. */
  private interface Dishonesty {
    Parcel of(Answered answered, byte[] payload) throws Exception;
  }

  private void dishonest(Dishonesty dishonesty) {
    UnaryOperator<PartnerDoor.Reply> change =
        reply -> {
          try {
            Parcel honest = Parcel.read(reply.body()).orElseThrow();
            return PartnerDoor.Reply.bytes(
                dishonesty.of(answered(reply), honest.payload()).bytes());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    belgrade.answering().change(change);
  }

  private List<byte[]> lastElements() {
    return Elements.read(Parcel.read(belgrade.answering().lastBody()).orElseThrow().payload(), 32)
        .orElseThrow();
  }

  private Answered answered(PartnerDoor.Reply reply) {
    return Parcel.read(reply.body())
        .orElseThrow()
        .opened(belgrade.identity.card(), Answered.PURPOSE, Answered.class)
        .orElseThrow();
  }

  private Asked said(byte[] body) {
    return Parcel.read(body)
        .orElseThrow()
        .opened(baku.identity.card(), Asked.PURPOSE, Asked.class)
        .orElseThrow();
  }

  private static Proof proof(Answered answered) {
    HexFormat hex = HexFormat.of();
    return new Proof(
        hex.parseHex(String.valueOf(answered.challenge())),
        hex.parseHex(String.valueOf(answered.response())));
  }

  private Parcel parcel(Answered a, Proof proof, byte[] payload) {
    HexFormat hex = HexFormat.of();
    return Parcel.signed(
        new Answered(
            a.version(),
            a.check(),
            a.owner(),
            a.asker(),
            a.question(),
            a.epoch(),
            a.code(),
            a.revision(),
            hex.formatHex(proof.challenge()),
            hex.formatHex(proof.response()),
            a.at(),
            a.entry(),
            a.checkpoint(),
            Parcel.digest(payload)),
        Answered.PURPOSE,
        payload,
        belgrade.identity,
        clock.instant());
  }

  /** The code with which Belgrade refuses a question that Baku really signed. */
  private String refusal(Asked said, byte[] payload) throws IOException {
    Asked asked =
        new Asked(
            said.version(),
            UUID.randomUUID(),
            said.asker(),
            said.owner(),
            said.epoch(),
            said.agreement(),
            said.offence(),
            said.category(),
            said.data(),
            said.maxPenaltyMonths(),
            said.identifiers(),
            said.officer(),
            said.justification(),
            said.list(),
            said.subjects(),
            said.at(),
            Parcel.digest(payload));
    Parcel parcel = Parcel.signed(asked, Asked.PURPOSE, payload, baku.identity, clock.instant());
    PartnerDoor.Reply reply =
        belgrade.answering().answer(baku.id, asked.check().toString(), parcel.bytes());
    return String.valueOf(answered(reply).code());
  }

  private static Asked with(Asked a, UUID epoch, Instant at) {
    return new Asked(
        a.version(),
        a.check(),
        a.asker(),
        a.owner(),
        epoch,
        a.agreement(),
        a.offence(),
        a.category(),
        a.data(),
        a.maxPenaltyMonths(),
        a.identifiers(),
        a.officer(),
        a.justification(),
        a.list(),
        a.subjects(),
        at,
        a.payload());
  }

  private static long entries(Authority node, String event) {
    return node.proofs.newest(Long.MAX_VALUE, 200).stream()
        .filter(entry -> entry.event().equals(event))
        .count();
  }

  private PartnerAnswer byPassport(String number) {
    Asking.Wish wish =
        new Asking.Wish(
            switch (Description.read(
                SubjectKind.DOCUMENT, Map.of(ColumnMeaning.PASSPORT, number))) {
              case Description.Read.Meant meant -> meant;
              case Description.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
            },
            why(),
            Set.of(belgrade.id));
    return checked(baku.checks, wish).answers().getFirst();
  }

  private void erased(String number) throws InterruptedException {
    belgrade.records.awaitIndex();
    Found found = done(belgrade.records.search(numbered(number), desk)).getFirst();
    done(belgrade.records.erase(owner, found.record().id()));
    patiently().until(() -> !belgrade.checks.behind(baku.id));
  }

  private static Question numbered(String document) {
    Question none = Question.empty();
    return new Question(
        none.person(),
        "",
        "",
        document,
        "",
        "",
        "",
        "",
        none.kind(),
        none.category(),
        none.offence(),
        "",
        false);
  }
}
