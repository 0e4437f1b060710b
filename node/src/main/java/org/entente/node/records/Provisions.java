package org.entente.node.records;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.Stated;

/**
 * What governs a record: every one carries all of it.
 *
 * @param handling always in the order of the codes: the digest of a record is made of it
 * @param reviewBy when the need to keep it is looked at again, Directive (EU) 2016/680 Art. 5
 * @param eraseBy when it is gone at the latest
 * @param checkableBy which partners may check it; none if empty
 */
public record Provisions(
    DataSubjectCategory category,
    OffenceArea offence,
    Evaluation evaluation,
    Set<HandlingCode> handling,
    Instant reviewBy,
    Instant eraseBy,
    List<AuthorityId> checkableBy) {
  public Provisions {
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(handling);
    handling = Collections.unmodifiableSet(codes);
    checkableBy = List.copyOf(checkableBy);
    if (reviewBy.isAfter(eraseBy)) {
      throw new IllegalArgumentException("a record is reviewed before it is erased");
    }
  }

  /** The same, for no partner to check. */
  Provisions forNobodyElse() {
    return new Provisions(category, offence, evaluation, handling, reviewBy, eraseBy, List.of());
  }

  /** The same, but for what a row states of itself. */
  Provisions but(Stated stated) {
    return new Provisions(
        stated.category().orElse(category),
        stated.offence().orElse(offence),
        stated.evaluation().orElse(evaluation),
        stated.handling().isEmpty() ? handling : stated.handling(),
        reviewBy,
        eraseBy,
        checkableBy);
  }
}
