package org.entente.node.measures;

import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.UrgencyReason;
import org.entente.node.Authority;
import org.entente.node.TwoAuthorities;
import org.entente.node.casework.PersonSought;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.store.Paged;

/** Urgent measures between two authorities under the shipped agreement. */
abstract class MeasureCorrespondence extends TwoAuthorities {
  protected static final PersonSought PERSON =
      new PersonSought(
          "Hüseynzadə",
          "Cavid",
          List.of(),
          "1984-03-01",
          null,
          null,
          null,
          DataSubjectCategory.SUSPECT_OR_CONVICTED);

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  protected static Stated stated(UrgencyReason reason) {
    return SampleMeasures.stated(reason);
  }

  protected static Measure.Alert alert() {
    return SampleMeasures.alert(PERSON);
  }

  protected Measure.LifeAtRisk lifeAtRisk() {
    return new Measure.LifeAtRisk(
        "A girl of nine years.",
        "The kidnapper names an hour.",
        clock.instant().plus(Duration.ofHours(3)),
        "Niš",
        "Find the telephone.",
        null,
        Set.of(HandlingCode.H0),
        null,
        "en");
  }

  protected static Measure.Preservation preservation() {
    return new Measure.Preservation(
        "Prosecutor's office in Baku",
        "Fraud with invented shops, since June.",
        "The mailbox of the shop and its log.",
        "A provider in Belgrade",
        "The provider erases logs after a month.",
        "A request for disclosure follows.",
        "Contact point, day and night, UTC+4",
        90,
        null,
        Set.of(HandlingCode.H1),
        null,
        "en");
  }

  /** Written by the desk and released by the approver. */
  protected MeasureId sent(Authority from, Measure.Opening says, Stated stated, AuthorityId to) {
    MeasureId id =
        done(from.measures.desk().prepare(from.desk, says, stated, Set.of(to), Set.of()));
    return done(from.measures.desk().release(from.approver, id));
  }

  protected MeasureId alertArrived() {
    MeasureId id = sent(baku, alert(), stated(UrgencyReason.THREAT_TO_LIFE), belgrade.id);
    awaitLeg(baku, id, Sending.DELIVERED);
    return id;
  }

  protected static MeasureView view(Authority node, MeasureId id) {
    return node.measures.desk().view(node.desk, id).orElseThrow();
  }

  protected static MeasureView.Leg leg(Authority node, MeasureId id) {
    return view(node, id).legs().getFirst();
  }

  /** The newest measure of a partner. */
  protected static MeasureView received(Authority node) {
    MeasureView line =
        node.measures.desk().page(node.desk, Paged.FIRST).lines().stream()
            .filter(measure -> !measure.ours())
            .findFirst()
            .orElseThrow();
    return view(node, line.id());
  }

  protected static void eventually(Callable<Boolean> holds) {
    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(holds);
  }

  protected static void awaitLeg(Authority node, MeasureId id, Sending sending) {
    eventually(() ->
        node.store.read(
            tx -> LegRows.of(tx, id).stream().allMatch(leg -> leg.sending() == sending)));
  }

  protected static void awaitCourse(Authority node, MessageId leg, Course course) {
    eventually(() ->
        node.store.read(
            tx -> LegRows.find(tx, leg).filter(row -> row.course() == course).isPresent()));
  }

  protected static Officer officer(Role role) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        role.name().toLowerCase(Locale.ROOT),
        "Somebody else",
        Set.of(role),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }
}
