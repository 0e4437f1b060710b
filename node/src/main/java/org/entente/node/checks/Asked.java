package org.entente.node.checks;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a question says beside its blinded elements: all that the owner learns of it.
 *
 * @param epoch whose key is to answer
 * @param agreement hash of the agreement the check rests on
 * @param category of the persons asked about, Regulation (EU) 2024/982 Art. 33(b)
 * @param data kinds of data by which is asked
 * @param identifiers how many of given name, family name and date of birth each subject has
 * @param officer a pseudonym: the same for one officer, partner and year
 * @param justification hash of the justification that the asker keeps, Art. 33
 * @param list whether it is part of a list that a second person released
 * @param subjects how many
 */
record Asked(
    int version,
    UUID check,
    String asker,
    String owner,
    UUID epoch,
    String agreement,
    String offence,
    String category,
    List<String> data,
    @Nullable Integer maxPenaltyMonths,
    int identifiers,
    String officer,
    String justification,
    boolean list,
    int subjects,
    Instant at,
    String payload)
    implements Parcel.Spoken {
  static final String PURPOSE = "check";

  /** So many subjects in one question; more keep the owner's other askers waiting. */
  static final int MOST_SUBJECTS = 128;

  private static final Pattern HEX_16 = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HEX_32 = Pattern.compile("[0-9a-f]{64}");

  Asked {
    data = List.copyOf(data);
  }

  /** The act to decide on; nothing where a code or number is none that an asker may send. */
  Optional<Act> act() {
    Optional<OffenceArea> crime = OffenceArea.ofCode(offence);
    Optional<DataSubjectCategory> whom = DataSubjectCategory.ofCode(category);
    Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
    data.forEach(code -> DataCategory.ofCode(code).ifPresent(kinds::add));
    boolean sound =
        crime.isPresent()
            && whom.isPresent()
            && kinds.size() == data.size()
            && HEX_16.matcher(officer).matches()
            && HEX_32.matcher(justification).matches()
            && HEX_32.matcher(agreement).matches()
            && identifiers >= 0
            && identifiers <= Particulars.MAX_IDENTIFIERS
            && (maxPenaltyMonths == null
                || (maxPenaltyMonths >= 0 && maxPenaltyMonths <= Justification.MOST_MONTHS))
            && subjects >= 1
            && subjects <= MOST_SUBJECTS;
    return sound
        ? Optional.of(
            act(
                new AuthorityId(asker),
                new AuthorityId(owner),
                crime.get(),
                PersonalData.of(Set.of(whom.get()), kinds),
                identifiers,
                maxPenaltyMonths))
        : Optional.empty();
  }

  /** The act of a check. */
  static Act act(
      AuthorityId from,
      AuthorityId to,
      OffenceArea offence,
      PersonalData data,
      int identifiers,
      @Nullable Integer maxPenaltyMonths) {
    return new Act(
        ActKind.CHECK,
        from,
        to,
        offence,
        Urgency.NORMAL,
        Optional.empty(),
        data,
        Safeguards.ordinary(),
        new Particulars(
            maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths),
            identifiers,
            true,
            false,
            false));
  }
}
