package org.entente.node.measures;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.PersonSought;
import org.jspecify.annotations.Nullable;

/** Urgent measures as tests write them. All invented. */
public final class SampleMeasures {
  private SampleMeasures() {}

  public static Measure.Alert alert(@Nullable PersonSought about) {
    return new Measure.Alert(
        "A lorry with explosives crossed the border.",
        "Preševo",
        "Last night at about two.",
        "Visitors of the fair in Niš.",
        "Stop it before it reaches the town.",
        about,
        Set.of(HandlingCode.H1),
        null,
        "en");
  }

  public static Stated stated(UrgencyReason reason) {
    return new Stated(
        OffenceArea.TERRORISM,
        Optional.of(reason),
        Optional.empty(),
        0,
        false,
        false,
        false,
        OptionalInt.empty());
  }
}
