package org.entente.node.measures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.ContentRules;
import org.entente.node.delivery.WireJson;
import tools.jackson.core.JacksonException;

/** The bytes of what a measure says, and what must stand in it before it may leave or is kept. */
final class MeasureBody {
  /** Budapest Convention Art. 29(7). */
  static final int DAYS_LEAST = 60;

  /** Who needs longer asks again. */
  static final int DAYS_MOST = 730;

  private static final Duration FURTHEST = Duration.ofDays(DAYS_MOST + 1L);

  private MeasureBody() {}

  static byte[] bytes(Measure measure) {
    return WireJson.bytes(measure);
  }

  /**
   * @throws org.entente.node.delivery.NotSupported when a code or field in it is not known here
   * @throws IllegalArgumentException when the bytes are not of the form of this kind
   */
  static Measure read(MeasureKind kind, byte[] bytes) {
    Class<? extends Measure> type =
        switch (kind) {
          case ALERT -> Measure.Alert.class;
          case LIFE_AT_RISK -> Measure.LifeAtRisk.class;
          case PRESERVATION -> Measure.Preservation.class;
          case EMERGENCY_DISCLOSURE -> Measure.EmergencyDisclosure.class;
          case VERIFICATION -> Measure.Verification.class;
          case ARRIVAL_QUESTION -> Measure.ArrivalQuestion.class;
          case RADIO_CHECK -> Measure.RadioCheck.class;
          case SEEN -> Measure.Seen.class;
          case CORRECTION -> Measure.Correction.class;
          case WARNING -> Measure.Warning.class;
          case GOING_ON -> Measure.GoingOn.class;
          case WITHDRAWAL -> Measure.Withdrawal.class;
          case PRESERVED -> Measure.Preserved.class;
          case EXTENSION -> Measure.Extension.class;
          case ANNOUNCEMENT -> Measure.Announcement.class;
          case RELEASE -> Measure.Release.class;
          case REFUSAL -> Measure.Refusal.class;
          case IMPOSSIBLE -> Measure.Impossible.class;
          case DISCLOSED -> Measure.Disclosed.class;
          case DECLINED -> Measure.Declined.class;
          case VERIFIED -> Measure.Verified.class;
          case ARRIVAL -> Measure.Arrival.class;
        };
    try {
      return WireJson.content(bytes, type).whole();
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The measure is not of the form of version 1");
    }
  }

  /** What is missing or too much, beside what the agreement decides on. */
  static List<ContentFault> faults(Measure.Opening opening, Stated stated, Instant from) {
    List<ContentFault> faults = new ArrayList<>(faults(opening, from));
    boolean reasonFits =
        stated.reason().isPresent()
            ? opening.kind().reasons().contains(stated.reason().get())
            : opening.kind().mayWait();
    if (!reasonFits) {
      faults.add(new ContentFault("urgencyReason", "choose", 0));
    }
    return faults;
  }

  /**
   * What is missing or too much in a partner's. The day that it names may be past: it may have
   * waited for a line.
   */
  static List<ContentFault> arrived(Measure measure, Optional<Stated> stated, Instant at) {
    Instant from = at.minus(FURTHEST);
    return measure instanceof Measure.Opening opening
        ? faults(opening, stated.orElseThrow(), from)
        : faults(measure, from);
  }

  /**
   * What is missing or too much.
   *
   * @param now before which no day may lie that is still to come
   */
  static List<ContentFault> faults(Measure measure, Instant now) {
    List<ContentFault> faults = new ArrayList<>();
    switch (measure) {
      case Measure.Alert a -> {
        faults.addAll(ContentRules.faults("what", a.what()));
        faults.addAll(said("where", a.where()));
        faults.addAll(said("when", a.when()));
        faults.addAll(said("endangered", a.endangered()));
        faults.addAll(said("asked", a.asked()));
        opening(a, faults);
      }
      case Measure.LifeAtRisk l -> {
        faults.addAll(said("endangered", l.endangered()));
        faults.addAll(ContentRules.faults("imminent", l.imminent()));
        faults.addAll(said("where", l.where()));
        faults.addAll(said("asked", l.asked()));
        faults.addAll(within("by", l.by(), now));
        opening(l, faults);
      }
      case Measure.Preservation p -> {
        faults.addAll(said("authority", p.authority()));
        faults.addAll(ContentRules.faults("facts", p.facts()));
        faults.addAll(ContentRules.faults("data", p.data()));
        faults.addAll(said("custodian", p.custodian()));
        faults.addAll(ContentRules.faults("necessity", p.necessity()));
        faults.addAll(ContentRules.faults("intent", p.intent()));
        faults.addAll(said("contact", p.contact()));
        if (p.forDays() < DAYS_LEAST) {
          faults.add(new ContentFault("forDays", "days-least", DAYS_LEAST));
        } else if (p.forDays() > DAYS_MOST) {
          faults.add(new ContentFault("forDays", "days-most", DAYS_MOST));
        }
        opening(p, faults);
      }
      case Measure.EmergencyDisclosure e -> {
        faults.addAll(said("endangered", e.endangered()));
        faults.addAll(ContentRules.faults("imminent", e.imminent()));
        faults.addAll(within("by", e.by(), now));
        faults.addAll(said("authority", e.authority()));
        faults.addAll(said("provider", e.provider()));
        faults.addAll(said("accounts", e.accounts()));
        faults.addAll(ContentRules.faults("wanted", e.wanted()));
        faults.addAll(ContentRules.faults("averts", e.averts()));
        faults.addAll(ContentRules.faults("tooSlow", e.tooSlow()));
        faults.addAll(ContentRules.faults("intent", e.intent()));
        faults.addAll(said("contact", e.contact()));
        opening(e, faults);
      }
      case Measure.Verification v -> {
        faults.addAll(said("documentNumber", v.documentNumber()));
        faults.addAll(said("issuedBy", v.issuedBy()));
        faults.addAll(ContentRules.bounds("particulars", v.particulars()));
        faults.addAll(ContentRules.faults("doubt", v.doubt()));
        opening(v, faults);
      }
      case Measure.ArrivalQuestion a -> {
        faults.addAll(ContentRules.faults("sent", a.sent()));
        faults.addAll(said("sentOn", a.sentOn()));
        faults.addAll(said("sentTo", a.sentTo()));
        faults.addAll(ContentRules.bounds("sentUnder", a.sentUnder()));
        opening(a, faults);
      }
      case Measure.RadioCheck r ->
          faults.addAll(ContentRules.faults(Set.of(HandlingCode.H0), null, r.language()));
      case Measure.Seen s -> {
        faults.addAll(within("at", s.at(), now.minus(FURTHEST)));
        if (!s.post().matches("[a-z][a-z0-9-]{0,39}")) {
          faults.add(new ContentFault("post", "unknown", 0));
        }
      }
      case Measure.Correction c -> faults.addAll(ContentRules.bounds("words", c.words()));
      case Measure.Warning w -> faults.addAll(ContentRules.faults("words", w.words()));
      case Measure.GoingOn g -> faults.addAll(ContentRules.bounds("words", g.words()));
      case Measure.Withdrawal w -> faults.addAll(ContentRules.bounds("words", w.words()));
      case Measure.Preserved p -> {
        faults.addAll(within("until", p.until(), now));
        faults.addAll(ContentRules.bounds("words", p.words()));
      }
      case Measure.Extension e -> {
        faults.addAll(within("until", e.until(), now));
        faults.addAll(ContentRules.faults("words", e.words()));
      }
      case Measure.Announcement a -> faults.addAll(ContentRules.faults("words", a.words()));
      case Measure.Release r -> faults.addAll(ContentRules.bounds("words", r.words()));
      case Measure.Refusal r -> faults.addAll(ContentRules.faults("words", r.words()));
      case Measure.Impossible i -> faults.addAll(ContentRules.faults("words", i.words()));
      case Measure.Disclosed d -> {
        faults.addAll(ContentRules.faults("words", d.words()));
        faults.addAll(ContentRules.bounds("conditions", d.conditions()));
      }
      case Measure.Declined d -> faults.addAll(ContentRules.faults("words", d.words()));
      case Measure.Verified v -> faults.addAll(ContentRules.bounds("words", v.words()));
      case Measure.Arrival a -> faults.addAll(ContentRules.bounds("words", a.words()));
    }
    return faults;
  }

  private static void opening(Measure.Opening opening, List<ContentFault> faults) {
    if (opening.person() != null) {
      faults.addAll(ContentRules.faults(opening.person()));
    }
    faults.addAll(
        ContentRules.faults(opening.handling(), opening.handlingText(), opening.language()));
  }

  /** A text that may be as short as a name: "Baku" says where. */
  private static List<ContentFault> said(String field, String value) {
    return value.isBlank()
        ? List.of(new ContentFault(field, "missing", 0))
        : ContentRules.bounds(field, value);
  }

  private static List<ContentFault> within(String field, Instant at, Instant now) {
    if (!at.isAfter(now)) {
      return List.of(new ContentFault(field, "past", 0));
    }
    return at.isAfter(now.plus(FURTHEST.multipliedBy(2)))
        ? List.of(new ContentFault(field, "far", DAYS_MOST / 365))
        : List.of();
  }
}
