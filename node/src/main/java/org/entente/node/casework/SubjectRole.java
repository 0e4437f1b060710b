package org.entente.node.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.DataSubjectCategory;
import org.entente.intake.SubjectKind;

/**
 * The part that a person or thing has in a matter. Persons have the categories of Regulation (EU)
 * 2016/794 Annex II B.1; things have what was done with them.
 */
public enum SubjectRole {
  SUSPECT(DataSubjectCategory.SUSPECT_OR_CONVICTED, true),
  POTENTIAL_OFFENDER(DataSubjectCategory.POTENTIAL_OFFENDER, true),
  WITNESS(DataSubjectCategory.WITNESS, true),
  VICTIM(DataSubjectCategory.VICTIM, true),
  CONTACT(DataSubjectCategory.CONTACT, true),
  INFORMANT(DataSubjectCategory.INFORMANT, true),
  /** The crime was committed with it. */
  USED(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  /** It came of the crime. */
  PROCEEDS(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  /** It is held by the authority that writes. */
  SEIZED(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  FOUND(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  SEEN(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  /** It is what the authority that writes wants to know about. */
  SOUGHT(DataSubjectCategory.SUSPECT_OR_CONVICTED, false),
  STOLEN(DataSubjectCategory.VICTIM, false),
  /** The crime was directed against it. */
  TARGET(DataSubjectCategory.VICTIM, false),
  /** It belongs to the matter in a way that the text says. */
  OTHER(DataSubjectCategory.SUSPECT_OR_CONVICTED, false);

  private final DataSubjectCategory category;
  private final boolean ofPersons;

  SubjectRole(DataSubjectCategory category, boolean ofPersons) {
    this.category = category;
    this.ofPersons = ofPersons;
  }

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whose data a subject in this role is: of a person their own category; of a thing that belongs
   * to nobody who is named, the category of the person behind it.
   */
  public DataSubjectCategory category() {
    return category;
  }

  /** Whether a subject of this kind can have this role. */
  public boolean fits(SubjectKind kind) {
    return switch (kind) {
      case PERSON -> ofPersons;
      case ORGANISATION -> true;
      case DOCUMENT,
          VEHICLE,
          FIREARM,
          PHONE,
          ACCOUNT,
          ONLINE,
          VESSEL,
          NETWORK,
          HASH,
          WEB,
          WALLET,
          DEVICE,
          PLACE ->
          !ofPersons;
    };
  }

  /** The role with this code, if there is one. */
  public static Optional<SubjectRole> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** The role of persons of a category. */
  public static SubjectRole of(DataSubjectCategory category) {
    return switch (category) {
      case SUSPECT_OR_CONVICTED -> SUSPECT;
      case POTENTIAL_OFFENDER -> POTENTIAL_OFFENDER;
      case WITNESS -> WITNESS;
      case VICTIM -> VICTIM;
      case CONTACT -> CONTACT;
      case INFORMANT -> INFORMANT;
    };
  }
}
