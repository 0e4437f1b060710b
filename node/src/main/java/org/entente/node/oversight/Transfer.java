package org.entente.node.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Safeguards;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.CaseId;

/**
 * One disclosure to a partner as the register holds it (Directive (EU) 2016/680 Art. 24(1), 37(3),
 * 38(3)): when, to whom, on which basis, what kinds of data about what kinds of persons.
 *
 * @param log 0 for the present ledger, otherwise the number of one that ended
 * @param position of its entry there
 * @param act code of the message, notice or note; empty where the kind says it all
 * @param actor an officer's identifier or {@code node}
 * @param articles on which it left; empty where the entry names none
 * @param caseReference as officers call the case; empty where there is none
 * @param safeguards special categories of data, and whether they are strictly necessary
 * @param urgency on which ground it was urgent; empty where it was not
 * @param persons how many persons it concerned; empty where the node cannot know it
 * @param bodyHash binds what was sent; empty where nothing was
 */
public record Transfer(
    long log,
    long position,
    Instant at,
    Kind kind,
    String act,
    String actor,
    String recipient,
    List<String> articles,
    Optional<OffenceArea> offence,
    Set<DataSubjectCategory> subjects,
    Set<DataCategory> data,
    Safeguards safeguards,
    Optional<UrgencyReason> urgency,
    Optional<Long> persons,
    Optional<CaseId> caseId,
    String caseReference,
    String bodyHash) {
  public Transfer {
    articles = List.copyOf(articles);
    subjects = Set.copyOf(subjects);
    data = Set.copyOf(data);
  }

  /** What left. */
  public enum Kind {
    MESSAGE,
    NOTICE,
    /** An alert, a preservation request, or what follows in one. */
    MEASURE,
    CHECK_ANSWER,
    SEALED_INDEX,
    /** A note about an agreement; it carries no personal data. */
    AGREEMENT_NOTE,
    /** A question to an authority of the own state, or a judge; who that was the case says. */
    ROUTE,
    /** A case taken out as a signed file; to whom it was handed the node does not know. */
    EVIDENCE_FILE,
    /** Persons and things of a case, as a file for another system. */
    SUBJECTS_FILE;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this code, if there is one. */
    public static Optional<Kind> ofCode(String code) {
      for (Kind kind : values()) {
        if (kind.code().equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether the present ledger holds its entry, so that its proof can be asked for. */
  public boolean provable() {
    return log == 0;
  }
}
