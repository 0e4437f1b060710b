package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DecisionPropertiesTest {

  private static final Instant SUSPENDED_AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Agreement SUSPENDED =
      Demo.after(Demo.status(Status.State.SUSPENDED, SUSPENDED_AT.toString()));
  private static final Agreement RESUMED =
      Demo.after(
          Demo.status(Status.State.SUSPENDED, SUSPENDED_AT.toString()),
          Demo.status(Status.State.RESUMED, "2026-02-01T00:00:00Z"));
  private static final Agreement TERMINATED =
      Demo.after(Demo.status(Status.State.TERMINATED, SUSPENDED_AT.toString()));

  private static final Set<OffenceArea> DEFAULT_EXCLUSIONS =
      Demo.agreement().arrangement().excludedAreas();

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void suspensionAndTerminationWinOverEverythingThatOpensSomething(
      @ForAll("acts") Act act, @ForAll("consents") Consents consents) {
    if (act.kind().answers()) {
      return;
    }
    assertThat(firstGround(SUSPENDED.decide(act, consents, SUSPENDED_AT)))
        .isEqualTo(GroundCode.SUSPENDED);
    assertThat(firstGround(TERMINATED.decide(act, consents, Demo.IN_FORCE)))
        .isEqualTo(GroundCode.TERMINATED);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatAnswersAMatterIsDecidedAsIfNothingHadHappenedToTheAgreement(
      @ForAll("answers") Act act, @ForAll("consents") Consents consents) {
    Decision untouched = Demo.agreement().decide(act, consents, Demo.IN_FORCE);

    assertThat(SUSPENDED.decide(act, consents, Demo.IN_FORCE)).isEqualTo(untouched);
    assertThat(TERMINATED.decide(act, consents, Demo.IN_FORCE)).isEqualTo(untouched);
  }

  @Provide
  Arbitrary<Act> answers() {
    return acts().filter(act -> act.kind().answers());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void noConditionOnOpeningAMatterMeetsItsAnswers(
      @ForAll("answers") Act act, @ForAll @IntRange(min = 1, max = 100) int months) {
    Agreement conditional =
        Demo.changed()
            .instrument(node ->
                Demo.array(node, "/articles/1/paragraphs/0/forms")
                    .forEach(form ->
                        ((ObjectNode) form)
                            .putObject("conditions")
                            .put("minPenaltyMonths", months)
                            .put("minIdentifiers", 2)
                            .put("justification", true)
                            .putArray("subjects")
                            .add("victim")))
            .read();

    Decision decision =
        conditional.decide(act, Consents.none(), kind -> Integer.MAX_VALUE, Demo.IN_FORCE);

    assertThat(decision).isEqualTo(Demo.agreement().decide(act, Consents.none(), Demo.IN_FORCE));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void afterASuspensionOrBeforeItNothingIsDifferent(
      @ForAll("acts") Act act, @ForAll("consents") Consents consents) {
    Decision untouched = Demo.agreement().decide(act, consents, Demo.IN_FORCE);

    assertThat(RESUMED.decide(act, consents, Demo.IN_FORCE)).isEqualTo(untouched);
    assertThat(SUSPENDED.decide(act, Consents.none(), SUSPENDED_AT.minusNanos(1)))
        .isEqualTo(Demo.agreement().decide(act, Consents.none(), Demo.IN_FORCE));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theSameQuestionGetsTheSameAnswer(
      @ForAll("acts") Act act, @ForAll("consents") Consents consents) {
    Agreement readAgain = Demo.read(ShippedAgreements.serbiaAzerbaijan2010().read(Demo.IDENTITIES));

    assertThat(readAgain.decide(act, consents, Demo.IN_FORCE))
        .isEqualTo(Demo.agreement().decide(act, consents, Demo.IN_FORCE));
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatIsPermittedBreaksNoSafeguard(
      @ForAll("acts") Act act, @ForAll("consents") Consents consents) {
    boolean permitted =
        Demo.agreement().decide(act, consents, Demo.IN_FORCE) instanceof Decision.Permitted;
    Statistics.collect(permitted);
    Statistics.coverage(checker -> checker.check(true).percentage(share -> share > 2));
    if (permitted) {
      Safeguards stated = act.safeguards();
      assertThat(stated.predominantlyPoliticalMilitaryReligiousRacial()).isFalse();
      assertThat(stated.specialCategories() && !stated.strictNecessityStated()).isFalse();
      assertThat(act.urgency() == Urgency.URGENT && act.urgencyReason().isEmpty()).isFalse();
      act.data()
          .bySubject()
          .forEach((subject, data) -> assertThat(DataPolicy.allowedFor(subject)).containsAll(data));
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void removingAnyPartThatAPermissionRestsOnRemovesIt(
      @ForAll("permissible") Act act, @ForAll("consents") Consents consents) {
    if (!(Demo.agreement().decide(act, consents, Demo.IN_FORCE)
        instanceof Decision.Permitted permitted)) {
      return;
    }
    permitted
        .obligations()
        .consent()
        .filter(reference -> !act.kind().answers())
        .ifPresent(reference -> {
          List<Consent> others =
              consents.all().stream().filter(each -> each.offence() != act.offence()).toList();
          assertThat(Demo.agreement().decide(act, Consents.of(others), Demo.IN_FORCE))
              .isInstanceOf(Decision.NeedsConsent.class);
        });
    Set<String> cited =
        permitted.articles().stream().map(ArticleReference::label).collect(Collectors.toSet());
    boolean opens = !act.kind().answers() && act.kind() != ActKind.TRAINING;
    if (opens && cited.stream().anyMatch(label -> label.startsWith("Art. 1(1)("))) {
      Decision without = without(cited, "/articles/0/paragraphs/0/crimes", "Art. 1(1)", act);
      assertThat(without).isNotInstanceOf(Decision.Permitted.class);
    }
    if (cited.stream().anyMatch(label -> label.startsWith("Art. 2"))) {
      Decision without = without(cited, "/articles/1/paragraphs/0/forms", "Art. 2(1)", act);
      assertThat(codes(without)).contains(GroundCode.ACT_NOT_IN_INSTRUMENT);
    }
    assertThat(codes(withoutArranging(act))).contains(GroundCode.ACT_NOT_IN_ARRANGEMENT);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void anArrangementNeverPermitsWhatAWiderOneDoesNot(
      @ForAll("acts") Act act,
      @ForAll("consents") Consents consents,
      @ForAll Set<ActKind> leftOut,
      @ForAll Set<OffenceArea> excluded) {
    Reading narrower =
        Demo.changed()
            .arrangement(node -> {
              Demo.array(node, "/acts").removeIf(kind -> isOneOf(leftOut, kind.stringValue()));
              Demo.array(node, "/approvalFor").removeAll();
              ArrayNode areas = Demo.array(node, "/excludedAreas");
              areas.removeAll();
              excluded.stream()
                  .filter(DecisionPropertiesTest::unlisted)
                  .forEach(area -> areas.add(area.code()));
              DEFAULT_EXCLUSIONS.stream()
                  .filter(area -> !excluded.contains(area))
                  .forEach(area -> areas.add(area.code()));
            })
            .reading();

    if (narrower instanceof Reading.Read read
        && Demo.read(read).decide(act, consents, Demo.IN_FORCE) instanceof Decision.Permitted) {
      assertThat(Demo.agreement().decide(act, consents, Demo.IN_FORCE))
          .isInstanceOf(Decision.Permitted.class);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whateverTheArrangementListsTheInstrumentCarries(@ForAll Set<ActKind> listed) {
    Reading reading =
        Demo.changed()
            .arrangement(node -> {
              ArrayNode acts = Demo.array(node, "/acts");
              acts.removeAll();
              listed.forEach(kind -> acts.add(kind.code()));
              Demo.array(node, "/approvalFor").removeAll();
            })
            .reading();

    boolean inside =
        !listed.isEmpty()
            && !listed.contains(ActKind.JOINT_WORK)
            && !listed.contains(ActKind.EMERGENCY_DISCLOSURE)
            && !listed.contains(ActKind.ONWARD_TRANSFER);
    assertThat(reading instanceof Reading.Read).isEqualTo(inside);
  }

  @Provide
  Arbitrary<Act> acts() {
    Arbitrary<AuthorityId> authorities =
        Arbitraries.frequency(
            Tuple.of(5, Demo.BAKU),
            Tuple.of(5, Demo.BELGRADE),
            Tuple.of(1, new AuthorityId("hr.mup")));
    Arbitrary<PersonalData> data =
        Combinators.combine(
                Arbitraries.of(DataSubjectCategory.class).set().ofMaxSize(2),
                Arbitraries.of(DataCategory.class).set().ofMaxSize(3))
            .as(PersonalData::of);
    Arbitrary<Boolean> flags = Arbitraries.of(true, false, false, false);
    return Combinators.combine(
            Arbitraries.of(ActKind.class),
            authorities,
            authorities,
            Arbitraries.of(OffenceArea.class),
            Arbitraries.of(Urgency.class),
            Arbitraries.of(UrgencyReason.class).optional(),
            data,
            Combinators.combine(flags, flags, flags).as(Safeguards::new))
        .as(Act::new);
  }

  @Provide
  Arbitrary<Act> permissible() {
    return Combinators.combine(Arbitraries.of(ActKind.class), Arbitraries.of(OffenceArea.class))
        .as((kind, area) -> Act.of(kind, Demo.BAKU, Demo.BELGRADE, area));
  }

  @Provide
  Arbitrary<Consents> consents() {
    return Arbitraries.of(OffenceArea.class)
        .set()
        .ofMaxSize(20)
        .map(areas ->
            Consents.of(
                EnumSet.copyOf(areas.isEmpty() ? Set.of(OffenceArea.HORMONES) : areas).stream()
                    .map(DecisionPropertiesTest::consent)
                    .toList()));
  }

  private static Consent consent(OffenceArea area) {
    return new Consent(
        "message-" + area.code(),
        Demo.BELGRADE,
        Demo.BAKU,
        area,
        Demo.IN_FORCE.minus(Duration.ofDays(3)),
        Demo.IN_FORCE.plus(Duration.ofDays(3)));
  }

  private static Decision without(Set<String> cited, String items, String paragraph, Act act) {
    Reading reading =
        Demo.changed()
            .instrument(node ->
                Demo.array(node, items)
                    .removeIf(item ->
                        cited.contains(paragraph + "(" + item.path("label").stringValue() + ")")))
            .arrangement(node -> {
              // Keep the arrangement inside what is left, or there is no agreement at all.
              Set<ActKind> left = EnumSet.of(ActKind.CONSENT_REQUEST);
              if (items.contains("crimes")) {
                left.add(act.kind());
              }
              ArrayNode acts = Demo.array(node, "/acts");
              acts.removeAll();
              left.forEach(kind -> acts.add(kind.code()));
              Demo.array(node, "/approvalFor").removeAll();
            })
            .reading();
    return switch (reading) {
      case Reading.Read read -> Demo.read(reading).decide(act, Consents.none(), Demo.IN_FORCE);
      case Reading.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  private static boolean unlisted(OffenceArea area) {
    return Demo.agreement().instrument().crimes().stream()
        .noneMatch(crime -> crime.areas().contains(area));
  }

  private static Decision withoutArranging(Act act) {
    return Demo.changed()
        .arrangement(node -> {
          Demo.array(node, "/acts").removeIf(kind -> kind.stringValue().equals(act.kind().code()));
          Demo.array(node, "/approvalFor").removeAll();
        })
        .read()
        .decide(act, Consents.none(), Demo.IN_FORCE);
  }

  private static boolean isOneOf(Set<ActKind> kinds, String code) {
    return ActKind.ofCode(code).filter(kinds::contains).isPresent();
  }

  private static GroundCode firstGround(Decision decision) {
    return codes(decision).getFirst();
  }

  private static List<GroundCode> codes(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).grounds().stream().map(Ground::code).toList();
  }
}
