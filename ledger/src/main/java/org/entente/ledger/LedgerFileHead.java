package org.entente.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the entries of a file: header, signed checkpoint, keys. The n-th signature is
 * by the n-th key, so that no byte of it goes unchecked.
 *
 * @param keyLine line of the log's key
 */
record LedgerFileHead(SignedCheckpoint signed, LogKeys keys, long keyLine) {
  private static final int MAX_CHECKPOINT_LINES = 3 + Checkpoint.MAX_EXTENSIONS;

  static Parsed<LedgerFileHead> read(LineReader lines) throws IOException {
    byte[] header = lines.next(LedgerFile.MAX_HEAD_LINE_BYTES);
    String title = header == null ? null : StrictText.utf8(header);
    if (title == null || !title.equals(LedgerFile.HEADER)) {
      return title != null && title.startsWith("entente-ledger/")
          ? Parsed.refused(
              "unknown-version", "The file is of a later version. Update this software.")
          : Parsed.refused("not-a-ledger-file", "This is no exported log. Choose another file.");
    }
    List<String> text = block(lines, MAX_CHECKPOINT_LINES);
    List<String> signatures = text == null ? null : block(lines, SignedCheckpoint.MAX_SIGNATURES);
    if (text == null || signatures == null) {
      return Parsed.refused(
          "bad-note", "The signed checkpoint is cut off or damaged. Ask for the file again.");
    }
    String note = String.join("\n", text) + "\n\n" + String.join("\n", signatures) + "\n";
    return switch (SignedCheckpoint.parse(note)) {
      case Parsed.Refused<SignedCheckpoint>(String code, String sentence) ->
          Parsed.refused(code, sentence);
      case Parsed.Read<SignedCheckpoint>(SignedCheckpoint signed) -> keys(lines, signed);
    };
  }

  private static Parsed<LedgerFileHead> keys(LineReader lines, SignedCheckpoint signed)
      throws IOException {
    long keyLine = lines.line() + 1;
    List<String> vkeys = block(lines, SignedCheckpoint.MAX_SIGNATURES);
    if (vkeys == null || vkeys.size() != signed.signatures().size()) {
      return Parsed.refused(
          "bad-keys", "The file must have one key for each signature. Ask for it again.");
    }
    if (!(CheckpointVerifier.parse(vkeys.getFirst())
        instanceof Parsed.Read<CheckpointVerifier>(var log))) {
      return Parsed.refused(
          "bad-keys", "The log's key is damaged or unusable. Ask for the file again.");
    }
    if (!log.claims(signed.signatures().getFirst())) {
      return Parsed.refused(
          "not-signed", "The first signature is not by the log's key. Ask for the file again.");
    }
    if (signed.verify(log) instanceof Verdict.NotProven(String code, String sentence)) {
      return Parsed.refused(code, sentence);
    }
    List<CosignatureVerifier> witnesses = new ArrayList<>();
    for (int i = 1; i < vkeys.size(); i++) {
      NoteSignature line = signed.signatures().get(i);
      if (!(CosignatureVerifier.parse(vkeys.get(i))
              instanceof Parsed.Read<CosignatureVerifier>(var witness))
          || witnesses.contains(witness)
          || !witness.claims(line)
          || signed.cosignedBy(witness).isEmpty()) {
        return Parsed.refused(
            "bad-cosignature", "A witness's line does not hold. Ask for the file again.");
      }
      witnesses.add(witness);
    }
    return new Parsed.Read<>(new LedgerFileHead(signed, new LogKeys(log, witnesses), keyLine));
  }

  /** The lines up to the next empty one; null if there are none, too many, or one is unreadable. */
  private static @Nullable List<String> block(LineReader lines, int maxLines) throws IOException {
    List<String> block = new ArrayList<>();
    while (block.size() <= maxLines) {
      byte[] bytes = lines.next(LedgerFile.MAX_HEAD_LINE_BYTES);
      String line = bytes == null ? null : StrictText.utf8(bytes);
      if (line == null) {
        return null;
      }
      if (line.isEmpty()) {
        return block.isEmpty() ? null : block;
      }
      block.add(line);
    }
    return null;
  }
}
