package org.entente.node.web.measures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
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
          Arrays.stream(Measure.Corrects.values())
              .filter(each -> each.name().equals(form.text("corrects")))
              .findFirst()
              .map(each -> new Measure.Correction(each, words));
      case WARNING -> Optional.of(new Measure.Warning(words));
      case GOING_ON -> Optional.of(new Measure.GoingOn(words));
      case WITHDRAWAL -> Optional.of(new Measure.Withdrawal(words));
      case PRESERVED -> until.map(at -> new Measure.Preserved(at, words));
      case EXTENSION -> until.map(at -> new Measure.Extension(at, words));
      case ANNOUNCEMENT -> Optional.of(new Measure.Announcement(words));
      case RELEASE -> Optional.of(new Measure.Release(words));
      case REFUSAL ->
          Arrays.stream(Measure.Ground.values())
              .filter(each -> each.name().equals(form.text("ground")))
              .findFirst()
              .map(each -> new Measure.Refusal(each, words));
      case IMPOSSIBLE -> Optional.of(new Measure.Impossible(words));
      case ALERT, LIFE_AT_RISK, PRESERVATION, SEEN -> Optional.empty();
    };
  }
}
