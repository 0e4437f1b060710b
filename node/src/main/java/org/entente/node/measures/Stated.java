package org.entente.node.measures;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Terms;
import org.entente.node.delivery.NotSupported;
import org.jspecify.annotations.Nullable;

/**
 * What a measure states for the agreement to decide on. No person and no content is in here.
 *
 * @param reason of urgency; empty where none is stated
 * @param subject the role of the person it names; empty where it names nobody
 * @param identifiers how many identifying fields of that person are given
 * @param political whether the matter is predominantly political, military, religious or racial
 * @param maxPenaltyMonths in the sender's law, as stated
 */
public record Stated(
    OffenceArea offence,
    Optional<UrgencyReason> reason,
    Optional<DataSubjectCategory> subject,
    int identifiers,
    boolean specialCategories,
    boolean strictlyNecessary,
    boolean political,
    OptionalInt maxPenaltyMonths) {

  public Stated {
    boolean bounded =
        identifiers >= 0
            && identifiers <= Particulars.MAX_IDENTIFIERS
            && maxPenaltyMonths.stream().allMatch(m -> m >= 0 && m <= Terms.MOST_MONTHS);
    if (!bounded || (subject.isEmpty() && identifiers > 0)) {
      throw new IllegalArgumentException("What is stated of a measure is out of bounds");
    }
  }

  /** The same about the person that a content names. */
  Stated about(@Nullable PersonSought person) {
    return new Stated(
        offence,
        reason,
        Optional.ofNullable(person).map(PersonSought::category),
        person == null ? 0 : person.identifiers(),
        specialCategories,
        strictlyNecessary,
        political,
        maxPenaltyMonths);
  }

  /** The act that the agreement decides on. Every content says what makes it necessary. */
  Act act(MeasureKind kind, AuthorityId from, AuthorityId to) {
    return new Act(
        kind.act(),
        from,
        to,
        offence,
        reason.isPresent() ? Urgency.URGENT : Urgency.NORMAL,
        reason,
        subject
            .map(s -> PersonalData.of(Set.of(s), Set.of(DataCategory.PERSONAL_DETAILS)))
            .orElse(PersonalData.none()),
        new Safeguards(specialCategories, strictlyNecessary, political),
        new Particulars(maxPenaltyMonths, identifiers, true, false, false));
  }

  /** As it stands in a header, in the stable codes of the agreement library. */
  record Json(
      String offence,
      @Nullable String urgencyReason,
      @Nullable String subject,
      int identifiers,
      boolean specialCategories,
      boolean strictNecessityStated,
      boolean politicalMilitaryReligiousRacial,
      @Nullable Integer maxPenaltyMonths) {
    /**
     * @throws NotSupported when a code is not known here
     * @throws IllegalArgumentException when a number is out of bounds
     */
    Stated stated() {
      return new Stated(
          OffenceArea.ofCode(offence).orElseThrow(NotSupported::new),
          Optional.ofNullable(urgencyReason)
              .map(code -> UrgencyReason.ofCode(code).orElseThrow(NotSupported::new)),
          Optional.ofNullable(subject)
              .map(code -> DataSubjectCategory.ofCode(code).orElseThrow(NotSupported::new)),
          identifiers,
          specialCategories,
          strictNecessityStated,
          politicalMilitaryReligiousRacial,
          maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths));
    }
  }

  Json json() {
    return new Json(
        offence.code(),
        reason.map(UrgencyReason::code).orElse(null),
        subject.map(DataSubjectCategory::code).orElse(null),
        identifiers,
        specialCategories,
        strictlyNecessary,
        political,
        maxPenaltyMonths.isPresent() ? maxPenaltyMonths.getAsInt() : null);
  }
}
