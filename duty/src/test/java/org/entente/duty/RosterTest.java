package org.entente.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");
  private static final PersonId ANA = new PersonId("ana");
  private static final PersonId BORA = new PersonId("bora");
  private static final PersonId CECA = new PersonId("ceca");

  private static Layer days(PersonId... turns) {
    return new Layer(
        List.of(turns), LocalDate.of(2026, 10, 1), LocalTime.of(8, 0), 1, Optional.empty());
  }

  private static Roster roster(Layer... layers) {
    return new Roster(BELGRADE, List.of(layers), List.of());
  }

  @Test
  void theNightInWhichClocksGoBackIsAnHourLonger() {
    Roster roster = roster(days(ANA, BORA));

    List<Watch> watches =
        roster.watches(
            Instant.parse("2026-10-24T06:00:00Z"), Instant.parse("2026-10-26T07:00:00Z"));

    assertThat(watches).hasSize(2);
    assertThat(Duration.between(watches.get(0).from(), watches.get(0).until()))
        .isEqualTo(Duration.ofHours(25));
    assertThat(Duration.between(watches.get(1).from(), watches.get(1).until()))
        .isEqualTo(Duration.ofHours(24));
  }

  @Test
  void theNightInWhichClocksGoForwardIsAnHourShorter() {
    Watch watch = roster(days(ANA, BORA)).watch(Instant.parse("2027-03-27T20:00:00Z"));

    assertThat(Duration.between(watch.from(), watch.until())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void aLaterLayerCountsBeforeAnEarlierOneInItsHours() {
    Layer nights =
        new Layer(
            List.of(CECA),
            LocalDate.of(2026, 1, 1),
            LocalTime.of(12, 0),
            7,
            Optional.of(
                new Layer.Hours(
                    EnumSet.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0))));
    Roster roster = roster(days(ANA), nights);

    assertThat(roster.at(Instant.parse("2026-11-06T20:59:59Z"))).contains(ANA);
    assertThat(roster.at(Instant.parse("2026-11-06T21:00:00Z"))).contains(CECA);
    assertThat(roster.at(Instant.parse("2026-11-07T04:59:59Z"))).contains(CECA);
    assertThat(roster.at(Instant.parse("2026-11-07T05:00:00Z"))).contains(ANA);
    assertThat(roster.at(Instant.parse("2026-11-07T22:00:00Z"))).contains(ANA);
  }

  @Test
  void aReliefHoldsFromTheInstantAtWhichItBegins() {
    Instant now = Instant.parse("2026-11-10T11:17:00Z");
    Roster roster = roster(days(ANA));

    Roster relieved =
        roster.with(new Roster.Relief(now, roster.watch(now).until(), Optional.of(BORA)));

    assertThat(relieved.at(now.minusSeconds(1))).contains(ANA);
    assertThat(relieved.at(now)).contains(BORA);
  }

  @Test
  void aSwapExchangesBothWatches() {
    Roster roster = roster(days(ANA, BORA));
    Watch one = roster.watch(Instant.parse("2026-11-10T12:00:00Z"));
    Watch other = roster.watch(Instant.parse("2026-11-11T12:00:00Z"));

    Roster swapped = roster.swap(one, other);

    assertThat(swapped.at(one.from())).isEqualTo(other.holder());
    assertThat(swapped.at(other.from())).isEqualTo(one.holder());
  }

  @Test
  void whereNobodyIsPlannedIsAGap() {
    Roster roster =
        roster(days(ANA))
            .with(
                new Roster.Relief(
                    Instant.parse("2026-11-10T10:00:00Z"),
                    Instant.parse("2026-11-10T12:00:00Z"),
                    Optional.empty()));

    List<Watch> gaps =
        roster.gaps(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    assertThat(gaps)
        .singleElement()
        .extracting(Watch::until)
        .isEqualTo(Instant.parse("2026-11-10T12:00:00Z"));
  }

  @Test
  void aRosterAndAChainReadBackAsTheyWereWritten() {
    Roster roster =
        roster(
                days(ANA, BORA),
                new Layer(
                    List.of(CECA),
                    LocalDate.of(2026, 1, 1),
                    LocalTime.of(12, 30),
                    7,
                    Optional.of(
                        new Layer.Hours(
                            EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.MIN))))
            .with(new Roster.Relief(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Optional.empty()));
    Chain chain =
        new Chain(
            List.of(
                new Step(new Whom.OnWatch(), Set.of(Way.SMS, Way.BROWSER), Duration.ofMinutes(2)),
                new Step(new Whom.Named(ANA), Set.of(Way.E_MAIL), Duration.ofMinutes(3))),
            Duration.ofMinutes(30));

    assertThat(Roster.parse(roster.text())).isEqualTo(roster);
    assertThat(Chain.parse(chain.text())).isEqualTo(chain);
    for (String broken :
        List.of("", "Nowhere", "UTC\nlayer 1", "UTC\nrelief a b c", "PT5M\nx y z")) {
      assertThatThrownBy(() -> Roster.parse(broken + "\nwrong"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Chain.parse(broken)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatIsDangerousIsToldWithItsHours() {
    Layer office =
        new Layer(
            List.of(ANA, BORA),
            LocalDate.of(2026, 1, 1),
            LocalTime.of(6, 0),
            1,
            Optional.of(
                new Layer.Hours(
                    EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(22, 0))));
    Roll roll = new Roll(roster(office), Map.of(ANA, Set.of(Way.SMS), BORA, Set.of(Way.SMS)));
    Step first = new Step(new Whom.OnWatch(), Set.of(Way.SMS), Duration.ofMinutes(5));
    Chain chain = new Chain(List.of(first, first), Duration.ofMinutes(30));

    List<Weakness> found = Weaknesses.of(chain, roll, Instant.parse("2026-11-10T12:00:00Z"));

    assertThat(found.get(0)).isInstanceOf(Weakness.WakesNobody.class);
    assertThat(((Weakness.WakesNobody) found.get(0)).spans())
        .hasSize(14)
        .first()
        .isEqualTo(
            new Weakness.Span(
                Instant.parse("2026-11-10T21:00:00Z"), Instant.parse("2026-11-11T05:00:00Z")));
    assertThat(found.get(1)).isInstanceOf(Weakness.Gap.class);
  }

  @Test
  void aStepThatAddsNobodyAndAPersonWithoutAWayAreTold() {
    Roll roll =
        new Roll(
            roster(days(ANA)),
            Map.of(ANA, Set.of(Way.BROWSER, Way.SMS), BORA, Set.of(Way.BROWSER)));
    Step everyone = new Step(new Whom.Everyone(), EnumSet.allOf(Way.class), Duration.ofMinutes(5));
    Step watch = new Step(new Whom.OnWatch(), Set.of(Way.SMS), Duration.ofMinutes(5));

    List<Weakness> found =
        Weaknesses.of(
            new Chain(List.of(everyone, watch), Duration.ofMinutes(30)),
            roll,
            Instant.parse("2026-11-10T12:00:00Z"));

    assertThat(found).containsExactly(new Weakness.IdleStep(2), new Weakness.NoWay(BORA));
  }

  @Test
  void theAuditorFindsAStepThatIsLateAndOneThatIsTooFar() {
    Chain chain =
        new Chain(
            List.of(new Step(new Whom.OnWatch(), Set.of(Way.SMS), Duration.ofMinutes(2))),
            Duration.ofMinutes(30));
    Instant now = Instant.parse("2026-11-10T12:00:00Z");
    Alarm late =
        Alarm.raised(
            AlarmId.of("00000000-0000-0000-0000-000000000001"),
            new PostId("desk"),
            chain,
            now.minusSeconds(61));
    Alarm far =
        Alarm.raised(
            AlarmId.of("00000000-0000-0000-0000-000000000002"),
            new PostId("desk"),
            chain,
            now.plusSeconds(361));
    Alarm well =
        Alarm.raised(
            AlarmId.of("00000000-0000-0000-0000-000000000003"),
            new PostId("desk"),
            chain,
            now.minusSeconds(59));

    assertThat(Auditor.findings(List.of(late, far, well), now))
        .containsExactly(
            new Auditor.Finding(late.id(), Auditor.Fault.LATE),
            new Auditor.Finding(far.id(), Auditor.Fault.FAR));
  }
}
