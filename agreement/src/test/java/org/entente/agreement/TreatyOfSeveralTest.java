package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Version 2 of the language: a convention of three states, as conventions are written. */
class TreatyOfSeveralTest {
  private static final AuthorityId AA = new AuthorityId("aa.min");
  private static final AuthorityId CUSTOMS = new AuthorityId("aa.customs");
  private static final AuthorityId BB = new AuthorityId("bb.min");
  private static final AuthorityId CC = new AuthorityId("cc.min");
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static final String INSTRUMENT =
      """
      format: entente-instrument
      version: 2
      id: aa-bb-cc-2020-01-31
      title: {de: Übereinkommen, fr: Convention}
      note: {en: Invented.}
      signed: {date: "2020-01-31", place: {en: Somewhere}}
      languages: {authentic: [de, fr], prevails: fr}
      parties:
        - {authority: aa.min, country: AA, name: {en: Ministry of A}, central: true}
        - {authority: aa.customs, country: AA, name: {en: Customs of A}, competence: {areas: [drug-trafficking], acts: [request]}}
        - {authority: bb.min, country: BB, name: {en: Ministry of B}}
        - {authority: cc.min, country: CC, name: {en: Ministry of C}}
      articles:
        - number: 1
          heading: {en: Definitions}
          paragraphs:
            - number: 1
              text: {en: "Shown, never decided on.\\nWith two lines."}
        - number: 2bis
          heading: {en: Crimes}
          paragraphs:
            - number: 1
              crimes:
                - {label: a, wording: {en: Drugs}, areas: [drug-trafficking]}
                - {label: b, wording: {en: Serious crime}, areas: [corruption, terrorism], minPenaltyMonths: 48}
            - number: 2
              excludes: {wording: {en: Not fiscal offences}, areas: [eu-financial-interests]}
            - number: 3
              otherAreas: {wording: {en: Other areas}}
        - number: 3
          heading: {en: Forms}
          paragraphs:
            - number: 1
              forms:
                - {label: a, wording: {en: Requests}, acts: [request, reply, refusal, closure]}
                - {label: b, wording: {en: Warnings}, acts: [alert], areas: [drug-trafficking]}
                - {label: c, wording: {en: Experience}, acts: [information], conditions: {personalData: false}}
      """;

  private static String arrangement(String more, String... authorities) {
    StringBuilder annex = new StringBuilder();
    StringBuilder points = new StringBuilder();
    int number = 1;
    for (String authority : authorities) {
      String digits = HexFormat.of().toHexDigits((byte) number++).repeat(32);
      annex.append("  - {authority: " + authority + ", fingerprint: \"" + digits + "\"}\n");
      points.append(
          "  - {authority: "
              + authority
              + ", name: {en: Desk}, address: desk@x.example, telephone: \"+99 123456\","
              + " hours: {en: Day and night}}\n");
    }
    String hash =
        new AgreementReader().readInstrument(bytes(INSTRUMENT))
                instanceof AgreementReader.InstrumentReading.Read read
            ? read.hash().value()
            : "";
    return """
    format: entente-arrangement
    version: 2
    instrument: {id: aa-bb-cc-2020-01-31, hash: "HASH"}
    title: {en: Arrangement}
    demonstration: true
    acts: [request, reply, refusal, closure, alert, information]
    excludedAreas: []
    deadlines: {urgentDirectHours: 8, urgentIndirectDays: 3, otherDays: 7, judicialDeviation: false}
    handling: [H1]
    reviewMonths: 6
    noticeDays: 90
    languages: [en]
    approvalFor: []
    copyToContactPoint: false
    """
            .replace("HASH", hash)
        + more
        + "\ncontactPoints:\n"
        + points
        + "annex:\n"
        + annex;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Agreement agreement(String more, String... authorities) {
    return switch (new AgreementReader()
        .read(bytes(INSTRUMENT), bytes(arrangement(more, authorities)))) {
      case Reading.Read read ->
          read.agreement().with(History.sinceSignature(read.agreement().instrument()));
      case Reading.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  private static Agreement all() {
    return agreement("", "aa.min", "aa.customs", "bb.min", "cc.min");
  }

  private static Act request(AuthorityId from, AuthorityId to) {
    return Act.of(ActKind.REQUEST, from, to, OffenceArea.DRUG_TRAFFICKING);
  }

  private static List<GroundCode> grounds(Agreement agreement, Act act) {
    return switch (agreement.decide(act, Consents.none(), NOW)) {
      case Decision.Permitted permitted -> List.of();
      case Decision.NeedsConsent needs -> List.of(needs.ground().code());
      case Decision.Refused refused -> refused.grounds().stream().map(Ground::code).toList();
    };
  }

  private static Agreement after(String entries) {
    String file =
        """
        format: entente-history
        version: 2
        instrument: aa-bb-cc-2020-01-31
        entries:
          - {state: signed, at: "2020-01-31T00:00:00Z"}
          - {state: inForce, at: "2021-01-01T00:00:00Z"}
        """
            + entries;
    Agreement agreement = all();
    return switch (HistoryReader.readFor(agreement.instrument(), bytes(file))) {
      case HistoryReader.Outcome.Read read -> agreement.with(read.history());
      case HistoryReader.Outcome.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  @Test
  void aConventionBindsThoseThatRatifiedIt() {
    Agreement two =
        after(
            """
              - {state: bound, party: AA, at: "2021-01-01T00:00:00Z"}
              - {state: bound, party: BB, at: "2021-06-01T00:00:00Z"}
            """);

    assertThat(grounds(two, request(AA, BB))).isEmpty();
    assertThat(grounds(two, request(AA, CC))).containsExactly(GroundCode.NOT_IN_FORCE);
    assertThat(two.decide(request(AA, BB), Consents.none(), Instant.parse("2021-05-31T23:59:59Z")))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void aSuspensionTowardsOneStopsThatPairAndNoOther() {
    Agreement suspended =
        after(
            """
              - {state: suspended, party: BB, towards: AA, at: "2022-01-01T00:00:00Z"}
            """);

    assertThat(grounds(suspended, request(AA, BB))).containsExactly(GroundCode.SUSPENDED);
    assertThat(grounds(suspended, request(BB, AA))).containsExactly(GroundCode.SUSPENDED);
    assertThat(grounds(suspended, request(BB, CC))).isEmpty();
    assertThat(grounds(suspended, request(AA, CC))).isEmpty();
  }

  @Test
  void aPartyThatLeftAndCameBackIsBoundAgain() {
    String left =
        """
          - {state: withdrawn, party: CC, at: "2022-01-01T00:00:00Z"}
        """;

    assertThat(grounds(after(left), request(AA, CC))).containsExactly(GroundCode.TERMINATED);
    assertThat(grounds(after(left), request(AA, BB))).isEmpty();
    assertThat(
            grounds(
                after(
                    left.replace("withdrawn", "bound").replace("CC", "AA")
                        + "  - {state: bound, party: CC, at: \"2022-02-01T00:00:00Z\"}\n"),
                request(AA, CC)))
        .isEmpty();
  }

  @Test
  void aHistoryOfPartiesThatCannotHaveHappenedIsRefusedAtItsLine() {
    String head =
        """
        format: entente-history
        version: 2
        instrument: aa-bb-cc-2020-01-31
        entries:
          - {state: signed, at: "2020-01-31T00:00:00Z"}
        """;
    for (String entry :
        List.of(
            "{state: resumed, party: AA, at: \"2022-01-01T00:00:00Z\"}",
            "{state: bound, party: DD, at: \"2022-01-01T00:00:00Z\"}",
            "{state: bound, at: \"2022-01-01T00:00:00Z\"}",
            "{state: bound, party: AA, towards: BB, at: \"2022-01-01T00:00:00Z\"}",
            "{state: suspended, party: AA, towards: AA, at: \"2022-01-01T00:00:00Z\"}",
            "{state: inForce, party: AA, at: \"2022-01-01T00:00:00Z\"}")) {
      assertThat(HistoryReader.readFor(all().instrument(), bytes(head + "  - " + entry + "\n")))
          .as(entry)
          .isInstanceOfSatisfying(
              HistoryReader.Outcome.Broken.class,
              broken -> assertThat(broken.faults().getFirst().line()).isEqualTo(6));
    }
  }

  @Test
  void anArrangementBetweenTwoAsksForThoseTwoOnlyAndBindsNobodyElse() {
    Agreement two = agreement("between: [aa.min, bb.min]", "aa.min", "bb.min");

    assertThat(two.parties()).extracting(Party::authority).containsExactly(AA, BB);
    assertThat(grounds(two, request(AA, BB))).isEmpty();
    assertThat(grounds(two, request(AA, CC))).containsExactly(GroundCode.NOT_A_PARTY);
  }

  @Test
  void anArrangementNamesNobodyWhomItIsNotBetween() {
    assertThat(
            new AgreementReader()
                .read(
                    bytes(INSTRUMENT),
                    bytes(arrangement("between: [aa.min, bb.min]", "aa.min", "cc.min"))))
        .isInstanceOfSatisfying(
            Reading.Broken.class,
            broken ->
                assertThat(broken.faults())
                    .extracting(Fault::code)
                    .contains(FaultCode.DANGLING_REFERENCE, FaultCode.PARTY_MISSING));
  }

  @Test
  void anAuthorityActsWithinItsCompetence() {
    Act other = Act.of(ActKind.REQUEST, BB, CUSTOMS, OffenceArea.CORRUPTION);

    assertThat(grounds(all(), request(BB, CUSTOMS))).isEmpty();
    assertThat(grounds(all(), other.with(Particulars.none().penalty(48))))
        .containsExactly(GroundCode.AUTHORITY_NOT_COMPETENT);
    assertThat(grounds(all(), Act.of(ActKind.REFUSAL, CUSTOMS, BB, OffenceArea.CORRUPTION)))
        .as("it can always say no")
        .isEmpty();
  }

  @Test
  void aThresholdHangsOnItsCrimeAlone() {
    Act corruption = Act.of(ActKind.REQUEST, AA, BB, OffenceArea.CORRUPTION);

    assertThat(grounds(all(), request(AA, BB))).isEmpty();
    assertThat(grounds(all(), corruption)).containsExactly(GroundCode.PENALTY_TOO_LOW);
    assertThat(grounds(all(), corruption.with(Particulars.none().penalty(47))))
        .containsExactly(GroundCode.PENALTY_TOO_LOW);
    assertThat(grounds(all(), corruption.with(Particulars.none().penalty(48)))).isEmpty();
    assertThat(grounds(all(), Act.of(ActKind.REPLY, BB, AA, OffenceArea.CORRUPTION))).isEmpty();
  }

  @Test
  void whatTheTreatyTakesOutNoConsentBringsBack() {
    Act fiscal = Act.of(ActKind.REQUEST, AA, BB, OffenceArea.EU_FINANCIAL_INTERESTS);
    Consents given =
        Consents.of(List.of(new Consent("c", BB, AA, fiscal.offence(), Instant.MIN, Instant.MAX)));

    assertThat(all().decide(fiscal, given, NOW))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused ->
                assertThat(refused.grounds())
                    .extracting(g -> g.code().code() + " " + g.article().orElseThrow().label())
                    .containsExactly("excluded-by-instrument Art. 2bis(2)"));
  }

  @Test
  void aFormForSomeCrimesOrWithoutPersonsCarriesNothingElse() {
    Act information = Act.of(ActKind.INFORMATION, AA, BB, OffenceArea.DRUG_TRAFFICKING);
    PersonalData person =
        PersonalData.of(
            Set.of(DataSubjectCategory.SUSPECT_OR_CONVICTED), Set.of(DataCategory.OCCUPATION));

    assertThat(grounds(all(), Act.of(ActKind.ALERT, AA, BB, OffenceArea.DRUG_TRAFFICKING)))
        .isEmpty();
    assertThat(
            grounds(
                all(),
                Act.of(ActKind.ALERT, AA, BB, OffenceArea.TERRORISM)
                    .with(Particulars.none().penalty(60))))
        .containsExactly(GroundCode.OFFENCE_NOT_IN_FORM);
    assertThat(grounds(all(), information)).isEmpty();
    assertThat(grounds(all(), information.with(person)))
        .containsExactly(GroundCode.PERSONAL_DATA_EXCLUDED);
  }

  @Test
  void openMattersStopWhereTheArrangementSaysSoButCanBeRefusedAndClosed() {
    Agreement stop = agreement("pending: stop", "aa.min", "aa.customs", "bb.min", "cc.min");
    History signed = stop.history();
    List<Status> ended = new ArrayList<>(signed.statuses());
    ended.add(new Status(Status.State.TERMINATED, NOW, Optional.empty()));
    Agreement over = stop.with(new History(ended));

    assertThat(grounds(over, Act.of(ActKind.REPLY, BB, AA, OffenceArea.DRUG_TRAFFICKING)))
        .containsExactly(GroundCode.TERMINATED);
    assertThat(grounds(over, Act.of(ActKind.REFUSAL, BB, AA, OffenceArea.DRUG_TRAFFICKING)))
        .isEmpty();
    assertThat(
            grounds(
                all().with(new History(ended)),
                Act.of(ActKind.REPLY, BB, AA, OffenceArea.DRUG_TRAFFICKING)))
        .isEmpty();
  }

  @Test
  void aTreatyThatIsNotAuthenticInEnglishIsReadAndShown() {
    Instrument instrument = all().instrument();

    assertThat(instrument.title().in(Locale.ENGLISH)).isEqualTo("Übereinkommen");
    assertThat(instrument.authentic()).containsExactly("de", "fr");
    assertThat(instrument.prevails()).contains("fr");
    assertThat(instrument.articles().getFirst().paragraphs().getFirst())
        .isInstanceOfSatisfying(
            Paragraph.Plain.class,
            plain -> assertThat(plain.words().in(Locale.ENGLISH)).contains("\n"));
    assertThat(all().arrangement().contactPoints().getFirst().telephone()).contains("+99 123456");
  }

  private static Fault fault(String is, String becomes) {
    return new AgreementReader().readInstrument(bytes(INSTRUMENT.replace(is, becomes)))
            instanceof AgreementReader.InstrumentReading.Broken broken
        ? broken.faults().getFirst()
        : new Fault("", 0, 0, "", FaultCode.NOT_JSON, "", "");
  }

  @Test
  void whoWritesSomethingElseIsToldWhatToWrite() {
    assertThat(fault("areas: [drug-trafficking]}\n", "areas: [drugs]}\n").sentence())
        .contains("Did you mean \"drug-trafficking\"?", "terrorism, ");
    assertThat(fault("acts: [alert]", "acts: [alrt]").sentence())
        .contains("Did you mean \"alert\"?");
    assertThat(fault("\"2020-01-31\"", "31 January 2020").sentence()).contains("2026-01-31");
    assertThat(fault("{en: Definitions}", "Definitions").sentence()).contains("{en: ");
    assertThat(fault("{en: Drugs}", "{en: Drugs, arms}").mend()).contains("quotation marks");
  }

  /** Anything three parties may do in any order, as far as it can stand. */
  @Provide
  Arbitrary<History> histories() {
    Arbitrary<String> party = Arbitraries.of("AA", "BB", "CC");
    return Combinators.combine(
            Arbitraries.of(PartyChange.Kind.class),
            party,
            party.optional(0.5),
            Arbitraries.integers().between(0, 2))
        .as((kind, who, towards, days) ->
            new PartyChange(kind, who, towards, NOW.plus(Duration.ofDays(days))))
        .list()
        .ofMaxSize(25)
        .map(wild -> {
          List<PartyChange> sound = new ArrayList<>();
          Instant at = NOW;
          for (PartyChange one : wild) {
            Instant next = at.plus(Duration.between(NOW, one.at()));
            PartyChange change = new PartyChange(one.kind(), one.party(), one.towards(), next);
            if (change.mayFollow(sound)) {
              sound.add(change);
              at = next;
            }
          }
          return new History(
              List.of(
                  new Status(Status.State.SIGNED, NOW, Optional.empty()),
                  new Status(Status.State.IN_FORCE, NOW, Optional.empty())),
              sound);
        });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void bothSidesOfEveryPairSeeTheSameHistoryAndNothingIsPermittedBesideIt(
      @ForAll("histories") History history) {
    List<AuthorityId> authorities = List.of(AA, BB, CC);
    for (AuthorityId one : authorities) {
      for (AuthorityId other : authorities) {
        if (one.equals(other)) {
          continue;
        }
        String mine = one.value().substring(0, 2).toUpperCase(Locale.ROOT);
        String theirs = other.value().substring(0, 2).toUpperCase(Locale.ROOT);
        History pair = history.between(mine, theirs);
        assertThat(pair).isEqualTo(history.between(theirs, mine));
        Instant last = NOW.plus(Duration.ofDays(60));
        boolean holds = pair.stateAt(last).map(Status.State::effective).orElse(false);
        assertThat(
                all().with(history).decide(request(one, other), Consents.none(), last)
                    instanceof Decision.Permitted)
            .isEqualTo(holds)
            .isEqualTo(
                all().with(pair).decide(request(one, other), Consents.none(), last)
                    instanceof Decision.Permitted);
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aConditionMoreNeverPermitsMore(
      @ForAll Set<OffenceArea> areas,
      @ForAll boolean withoutPersons,
      @ForAll OffenceArea offence,
      @ForAll ActKind kind,
      @ForAll boolean person) {
    Conditions before = new Conditions(Set.of(), Set.of(), 12, 0, false, Set.of(), false);
    Conditions more = new Conditions(Set.of(), Set.of(), 12, 0, false, areas, withoutPersons);
    Act act =
        Act.of(kind, AA, BB, offence)
            .with(
                person
                    ? PersonalData.of(Set.of(DataSubjectCategory.VICTIM), Set.of())
                    : PersonalData.none())
            .with(new Particulars(OptionalInt.of(24), 0, false, false, false));

    assertThat(more.unmet(act)).containsAll(before.unmet(act));
  }
}
