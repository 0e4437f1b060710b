package org.entente.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;

/**
 * What a row says of its own standing; where it says nothing, the office that reads the file
 * decides.
 *
 * @param handling none where the row names no code
 */
public record Stated(
    Optional<DataSubjectCategory> category,
    Optional<OffenceArea> offence,
    Optional<Evaluation> evaluation,
    Set<HandlingCode> handling) {
  public Stated {
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(handling);
    handling = Collections.unmodifiableSet(codes);
  }
}
