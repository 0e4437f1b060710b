package org.entente.node.records;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.intake.SubjectKind;

/**
 * How a file becomes records: which column means what, and what governs each record unless its row
 * says otherwise.
 *
 * @param columns what each column means; columns that mean nothing are kept as written
 * @param source the register the file comes from; with the key it tells records apart
 * @param reviewDays days after which the need to keep a record is looked at again
 * @param eraseDays days after which it is gone
 */
public record Plan(
    FileLayout reading,
    SubjectKind kind,
    Map<String, ColumnMeaning> columns,
    String source,
    DataSubjectCategory category,
    OffenceArea offence,
    Evaluation evaluation,
    Set<HandlingCode> handling,
    int reviewDays,
    int eraseDays,
    List<AuthorityId> checkableBy) {
  public static final int SOURCE_MAX = 80;

  /** Nothing is kept longer without a person looking at it. */
  public static final int DAYS_MAX = 366 * 30;

  public Plan {
    columns = Map.copyOf(columns);
    handling = Set.copyOf(handling);
    checkableBy = List.copyOf(checkableBy);
    if (source.isBlank() || source.length() > SOURCE_MAX) {
      throw new IllegalArgumentException("a source has a name of at most 80 characters");
    }
    if (reviewDays < 1 || reviewDays > eraseDays || eraseDays > DAYS_MAX) {
      throw new IllegalArgumentException("review comes first, erasure within thirty years");
    }
  }

  /** Whether some column carries what this kind of subject is known by. */
  boolean complete() {
    return kind.knownBy(columns.values());
  }

  /** The register as this import reads it. */
  RecordRows.Register register(ImportId id) {
    return new RecordRows.Register(source, kind.code(), id);
  }

  /** What governs a record whose row says nothing of its own; terms count from this day. */
  Provisions provisions(Instant uploaded) {
    Instant day = uploaded.truncatedTo(ChronoUnit.DAYS);
    return new Provisions(
        category,
        offence,
        evaluation,
        handling,
        day.plus(Duration.ofDays(reviewDays)),
        day.plus(Duration.ofDays(eraseDays)),
        checkableBy);
  }

  @Override
  public String toString() {
    return "Plan[" + kind + "]";
  }
}
