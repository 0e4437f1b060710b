package org.entente.node.web.measures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.entente.node.casework.ContentFault;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureKind;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;

/** What follows in a measure, as a form says it. */
final class StepForm {
  private StepForm() {}

  /** Empty where a choice was not made, a day cannot be read, or the kind follows in no form. */
  static Optional<Measure> content(MeasureKind kind, Form form, ZoneId zone) {
    String words = form.text("words").strip();
    Optional<Instant> until = AsWritten.until(form.text("until"), zone);
    return switch (kind) {
      case CORRECTION ->
          Chosen.of(Measure.Corrects.values(), form.text("corrects"))
              .map(each -> new Measure.Correction(each, words));
      case WARNING -> Optional.of(new Measure.Warning(words));
      case GOING_ON -> Optional.of(new Measure.GoingOn(words));
      case WITHDRAWAL -> Optional.of(new Measure.Withdrawal(words));
      case PRESERVED -> until.map(at -> new Measure.Preserved(at, words));
      case EXTENSION -> until.map(at -> new Measure.Extension(at, words));
      case ANNOUNCEMENT -> Optional.of(new Measure.Announcement(words));
      case RELEASE -> Optional.of(new Measure.Release(words));
      case REFUSAL ->
          Chosen.of(Measure.Ground.values(), form.text("ground"))
              .map(each -> new Measure.Refusal(each, words));
      case IMPOSSIBLE -> Optional.of(new Measure.Impossible(words));
      case DISCLOSED -> Optional.of(new Measure.Disclosed(words, form.text("conditions").strip()));
      case DECLINED ->
          Chosen.of(Measure.Declines.values(), form.text("declines"))
              .map(each -> new Measure.Declined(each, words));
      case VERIFIED ->
          Chosen.of(Measure.Finding.values(), form.text("finding"))
              .map(each -> new Measure.Verified(each, words));
      case ARRIVAL ->
          Chosen.of(Measure.Arrived.values(), form.text("arrived"))
              .map(each -> new Measure.Arrival(each, words));
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK,
          SEEN ->
          Optional.empty();
    };
  }

  /** What of a form an officer has to choose or write before it says anything. */
  static ContentFault missing(MeasureKind kind) {
    return switch (kind) {
      case REFUSAL -> new ContentFault("ground", "choose", 0);
      case DECLINED -> new ContentFault("declines", "choose", 0);
      case VERIFIED -> new ContentFault("finding", "choose", 0);
      case ARRIVAL -> new ContentFault("arrived", "choose", 0);
      case CORRECTION -> new ContentFault("corrects", "choose", 0);
      case PRESERVED, EXTENSION -> new ContentFault("until", "date", 0);
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK,
          SEEN,
          WARNING,
          GOING_ON,
          WITHDRAWAL,
          ANNOUNCEMENT,
          RELEASE,
          IMPOSSIBLE,
          DISCLOSED ->
          new ContentFault("words", "missing", 0);
    };
  }
}
