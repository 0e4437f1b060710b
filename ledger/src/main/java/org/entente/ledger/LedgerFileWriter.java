package org.entente.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/**
 * Writes a whole log as a file that {@link LedgerFileVerifier} checks, one entry at a time.
 *
 * <p><b>Guarantees.</b> Checks while it writes: what it calls sound, the verifier does too.
 * Signature lines by keys it was not given are left out, as nobody could check them.
 *
 * <p><b>Failures.</b> IOException if the stream fails. Then, and after {@link
 * Verification.Unsound}, the bytes written so far are worthless: delete them. The stream is neither
 * buffered, flushed nor closed here.
 */
public final class LedgerFileWriter {
  private LedgerFileWriter() {}

  /**
   * Writes the log.
   *
   * @param entries the encoded entries from the first on; exactly as many as the checkpoint says
   *     are taken
   * @return sound, or why this is not the log that was signed
   */
  public static Verification write(
      OutputStream out, SignedCheckpoint checkpoint, LogKeys keys, Iterator<byte[]> entries)
      throws IOException {
    if (checkpoint.verify(keys.log()) instanceof Verdict.NotProven(String code, String sentence)) {
      return LedgerFile.unsound(1, code, sentence);
    }
    List<NoteSignature> lines = new ArrayList<>();
    List<String> vkeys = new ArrayList<>();
    lines.add(
        checkpoint.signatures().stream().filter(keys.log()::claims).findFirst().orElseThrow());
    vkeys.add(keys.log().vkey());
    List<String> witnesses = new ArrayList<>();
    for (CosignatureVerifier witness : keys.witnesses()) {
      checkpoint
          .cosignedBy(witness)
          .ifPresent(cosignature -> {
            lines.add(cosignature.line());
            vkeys.add(witness.vkey());
            witnesses.add(witness.name());
          });
    }
    SignedCheckpoint kept = new SignedCheckpoint(checkpoint.checkpoint(), lines);
    String head =
        LedgerFile.HEADER + "\n" + kept.encode() + "\n" + String.join("\n", vkeys) + "\n\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    long line = head.chars().filter(c -> c == '\n').count();
    return writeEntries(out, kept, entries, line, witnesses);
  }

  private static Verification writeEntries(
      OutputStream out,
      SignedCheckpoint checkpoint,
      Iterator<byte[]> entries,
      long line,
      List<String> witnesses)
      throws IOException {
    CompactRange range = new CompactRange();
    EntryScan scan = new EntryScan();
    long size = checkpoint.checkpoint().size();
    while (range.size() < size) {
      if (!entries.hasNext()) {
        return LedgerFile.unsound(
            line + range.size() + 1,
            "entries-missing",
            "The log has fewer entries than were signed. Stop the node.");
      }
      byte[] entry = entries.next();
      if (scan.fault(entry) != null || scan.index() != range.size()) {
        return LedgerFile.unsound(
            line + range.size() + 1,
            "entry-out-of-place",
            "The stored entry is not the one of this place. Stop the node.");
      }
      range.append(entry);
      out.write(Base64.getEncoder().encode(entry));
      out.write('\n');
    }
    Hash root = range.root();
    Hash signed = checkpoint.checkpoint().root();
    return root.equals(signed)
        ? new Verification.Sound(checkpoint, size, root, Verification.KeyTrust.EXPECTED, witnesses)
        : LedgerFile.rootDiffers(root, signed);
  }
}
