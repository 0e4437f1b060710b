package org.entente.node.checks;

import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.jspecify.annotations.Nullable;

/**
 * Why a person is asked about, in the three parts of Regulation (EU) 2024/982 Art. 33. Kept sealed
 * by the asker; the owner gets its hash.
 *
 * @param purpose (a) what for
 * @param caseReference (a) the reference of the case
 * @param offence (a) the crime
 * @param category (b) who the person is in the case
 * @param aim (c) whether to identify a person or to learn more of a known person
 * @param maxPenaltyMonths the highest penalty for the offence in the asker's law, in months; null
 *     if not stated
 */
public record Justification(
    String purpose,
    String caseReference,
    OffenceArea offence,
    DataSubjectCategory category,
    Aim aim,
    @Nullable Integer maxPenaltyMonths) {
  /** More is no purpose but a file. */
  public static final int MOST_CHARS = 500;

  private static final int MOST_REFERENCE_CHARS = 80;

  /** Longer than any life. */
  static final int MOST_MONTHS = 1_200;

  /** What the answer is wanted for, Art. 33(c). */
  public enum Aim {
    IDENTIFY,
    LEARN_MORE;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Aim> ofCode(String code) {
      for (Aim aim : values()) {
        if (aim.code().equals(code)) {
          return Optional.of(aim);
        }
      }
      return Optional.empty();
    }
  }

  public Justification {
    purpose = purpose.strip();
    caseReference = caseReference.strip();
  }

  /** Why it cannot stand; empty when it can. */
  Optional<Refusal> fault() {
    if (purpose.isEmpty() || caseReference.isEmpty()) {
      return Optional.of(CheckRefusal.JUSTIFICATION_MISSING);
    }
    boolean months =
        maxPenaltyMonths == null || (maxPenaltyMonths >= 0 && maxPenaltyMonths <= MOST_MONTHS);
    return purpose.length() > MOST_CHARS || caseReference.length() > MOST_REFERENCE_CHARS || !months
        ? Optional.of(Usual.TOO_LONG)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Justification[…]";
  }
}
