package org.entente.node.records;

/**
 * A record that a search found.
 *
 * @param record as it stands, after merging
 * @param through the record that was met: another one where that was merged into the first
 */
public record Found(RecordView record, RecordView through, Likeness likeness) {
  @Override
  public String toString() {
    return "Found[" + record.id() + "]";
  }
}
