package org.entente.node.records;

import java.time.Instant;
import java.util.Optional;
import org.entente.node.officers.OfficerId;

/**
 * An import as the data owner reads it.
 *
 * @param bytesRead of the file, of {@code sizeBytes}
 * @param departed records of the register that the file no longer holds
 * @param rate rows a second so far
 * @param stopped why it could not go on, a stable code
 */
public record ImportView(
    ImportId id,
    OfficerId by,
    FileState state,
    String fileName,
    long sizeBytes,
    long bytesRead,
    Optional<Plan> plan,
    ImportCounts counts,
    Departed departed,
    long rate,
    Optional<String> stopped,
    Instant uploadedAt,
    Optional<Instant> endedAt) {
  /** How much of the file was read, in hundredths. */
  public int percent() {
    if (state == FileState.DONE) {
      return 100;
    }
    return sizeBytes == 0 ? 0 : Math.clamp(100 * bytesRead / sizeBytes, 0, 99);
  }

  @Override
  public String toString() {
    return "ImportView[" + id + "]";
  }
}
