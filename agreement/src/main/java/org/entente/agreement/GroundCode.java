package org.entente.agreement;

import java.util.Optional;

/** Why an act is not permitted. The codes are stable: statistics and partners rely on them. */
public enum GroundCode {
  /** The agreement has not entered into force, or not yet. */
  NOT_IN_FORCE("not-in-force"),
  /** The agreement is suspended. */
  SUSPENDED("suspended"),
  /** The agreement has ended. */
  TERMINATED("terminated"),
  /** Sender or addressee is no party. */
  NOT_A_PARTY("not-a-party"),
  /** Sender and addressee are the same. */
  SAME_AUTHORITY("same-authority"),
  /** Sender and addressee belong to one state, and the instrument is one between states. */
  SAME_STATE("same-state"),
  /** No article that was recorded carries this kind of act. */
  ACT_NOT_IN_INSTRUMENT("act-not-in-instrument"),
  /** The instrument would carry it, the arrangement leaves it out. */
  ACT_NOT_IN_ARRANGEMENT("act-not-in-arrangement"),
  /** The crime is not listed and the instrument knows no other areas. */
  OFFENCE_OUTSIDE("offence-outside"),
  /** The two sides declared that this area is not of common interest at present. */
  OFFENCE_EXCLUDED("offence-excluded"),
  /** The crime is not listed and the other side has not consented. */
  CONSENT_MISSING("consent-missing"),
  /** Consent is asked, given or denied for a crime that is listed anyway. */
  CONSENT_NOT_NEEDED("consent-not-needed"),
  /** The arrangement does not know a delay for a judicial authorisation. */
  JUDICIAL_DELAY_NOT_ARRANGED("judicial-delay-not-arranged"),
  /** The matter is predominantly political, military, religious or racial. */
  POLITICAL_CHARACTER("political-character"),
  /** Special categories of data without a statement of strict necessity. */
  STRICT_NECESSITY_MISSING("strict-necessity-missing"),
  /** More data than the person's part in the matter allows. */
  DATA_BEYOND_CATEGORY("data-beyond-category"),
  /** The instrument does not cover this category of person for such an act. */
  SUBJECT_NOT_COVERED("subject-not-covered"),
  /** The instrument does not cover these categories of data for such an act. */
  DATA_NOT_COVERED("data-not-covered"),
  /** The offence's highest penalty is not stated or below the instrument's threshold. */
  PENALTY_TOO_LOW("penalty-too-low"),
  /** Too few of given name, family name and date of birth. */
  IDENTIFIERS_MISSING("identifiers-missing"),
  /** Purpose, case and offence are not recorded with the act. */
  JUSTIFICATION_MISSING("justification-missing"),
  /** The form of cooperation is for other crimes. */
  OFFENCE_NOT_IN_FORM("offence-not-in-form"),
  /** The form of cooperation carries no personal data. */
  PERSONAL_DATA_EXCLUDED("personal-data-excluded"),
  /** The instrument itself takes this crime out. */
  EXCLUDED_BY_INSTRUMENT("excluded-by-instrument"),
  /** Sender or addressee is not the competent authority for it. */
  AUTHORITY_NOT_COMPETENT("authority-not-competent"),
  /** The day's number of such acts has been reached. */
  QUOTA_EXHAUSTED("quota-exhausted"),
  /** An adverse decision would follow without a human. */
  AUTOMATED_DECISION("automated-decision"),
  /** More data than the purpose needs. */
  BEYOND_NEED("beyond-need"),
  /** Urgency without a reason. */
  URGENCY_REASON_MISSING("urgency-reason-missing");

  private final String code;

  GroundCode(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** The constant with this code, if there is one. */
  public static Optional<GroundCode> ofCode(String code) {
    for (GroundCode candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
