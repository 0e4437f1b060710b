package org.entente.node.records;

import java.time.Instant;
import java.util.Optional;
import org.entente.intake.Described;
import org.entente.intake.SubjectKind;

/** A record as an officer reads it. */
public record RecordView(
    RecordId id,
    String source,
    Described described,
    Provisions provisions,
    Optional<RecordId> mergedInto,
    ImportId importId,
    Instant createdAt,
    Instant updatedAt) {
  public SubjectKind kind() {
    return described.kind();
  }

  @Override
  public String toString() {
    return "RecordView[" + id + "]";
  }
}
