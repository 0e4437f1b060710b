package org.entente.node.records;

/**
 * What came of the rows that were read.
 *
 * @param marked of those that were taken, rows of which a field was not understood
 */
public record ImportCounts(
    long rows, long added, long updated, long unchanged, long faults, long marked) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

  public ImportCounts {
    if (rows != added + updated + unchanged + faults || marked > rows - faults) {
      throw new IllegalArgumentException("a row was lost");
    }
  }
}
