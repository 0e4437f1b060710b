package org.entente.node.records;

/** What came of the rows that were read. */
public record ImportCounts(long rows, long added, long updated, long unchanged, long faults) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  public ImportCounts {
    if (rows != added + updated + unchanged + faults) {
      throw new IllegalArgumentException("a row was lost");
    }
  }
}
