package org.entente.agreement;

import static org.entente.agreement.DataCategory.CONTACTS;
import static org.entente.agreement.DataCategory.IDENTIFICATION_NUMBERS;
import static org.entente.agreement.DataCategory.INFORMANT_PARTICULARS;
import static org.entente.agreement.DataCategory.PERSONAL_DETAILS;
import static org.entente.agreement.DataCategory.PHYSICAL_DESCRIPTION;
import static org.entente.agreement.DataCategory.VICTIM_PARTICULARS;
import static org.entente.agreement.DataCategory.WITNESS_PARTICULARS;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which personal data may be exchanged about whom.
 *
 * <p>Source: Regulation (EU) 2016/794 Annex II, Section B, which is also the ceiling of Directive
 * (EU) 2023/977 Art. 10(b). Thread-safe: no state.
 */
public final class DataPolicy {

  private DataPolicy() {}

  /** The blocks allowed for one category; a fresh set, never empty. */
  public static Set<DataCategory> allowedFor(DataSubjectCategory category) {
    return switch (category) {
      case SUSPECT_OR_CONVICTED, POTENTIAL_OFFENDER ->
          EnumSet.range(PERSONAL_DETAILS, DataCategory.LEGAL_PERSONS);
      case VICTIM -> baseAnd(VICTIM_PARTICULARS);
      case WITNESS -> baseAnd(WITNESS_PARTICULARS);
      case INFORMANT -> baseAnd(INFORMANT_PARTICULARS);
      // Our choice, stricter than the Annex, which lets an analysis of the link need more: whoever
      // needs more about a contact states why that person is a suspect.
      case CONTACT -> baseAnd(CONTACTS);
    };
  }

  private static Set<DataCategory> baseAnd(DataCategory particulars) {
    return EnumSet.of(PERSONAL_DETAILS, PHYSICAL_DESCRIPTION, IDENTIFICATION_NUMBERS, particulars);
  }
}
