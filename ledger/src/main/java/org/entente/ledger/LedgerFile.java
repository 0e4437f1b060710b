package org.entente.ledger;

/**
 * The format {@code entente-ledger/1}: a whole log with its signed checkpoint and keys, for a check
 * offline.
 */
final class LedgerFile {
  static final String HEADER = "entente-ledger/1";

  /**
   * Longest line before the entries: a name, a space and the Base64 of the largest signature, in
   * UTF-8.
   */
  static final int MAX_HEAD_LINE_BYTES = 8 * 1024;

  /** Longest line of an entry: its largest encoding in Base64. */
  static final int MAX_ENTRY_LINE_BYTES = (LedgerEntry.MAX_ENCODED_BYTES + 2) / 3 * 4;

  /** Line of the signed root: header, origin, size, root. */
  static final long ROOT_LINE = 4;

  private LedgerFile() {}

  static Verification.Unsound unsound(long line, String code, String sentence) {
    return new Verification.Unsound(line, code, sentence);
  }

  static Verification.Unsound rootDiffers(Hash computed, Hash signed) {
    return unsound(
        ROOT_LINE,
        "root-differs",
        "The entries do not give the root that was signed, but "
            + computed.hex()
            + " instead of "
            + signed.hex()
            + ". At least one entry was changed, added, removed or moved. Keep the file and compare it with a"
            + " copy of the partner's checkpoint or an earlier export.");
  }
}
