package org.entente.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Checks an exported log without the node, its database or a network.
 *
 * <p><b>Guarantees.</b> Sound means: the signatures hold, and the entries are exactly those the
 * checkpoint was signed over. Any changed byte of the file makes it unsound. Memory does not grow
 * with the file. All cores work.
 *
 * <p><b>Does not guarantee</b> whose log it is unless the expected keys are given; the result says
 * so. It cannot tell that the log went on after the checkpoint.
 *
 * <p><b>Failures.</b> IOException if the stream fails. A bad file is a value, never an exception.
 */
public final class LedgerFileVerifier {
  private LedgerFileVerifier() {}

  /** Checks a file with nothing but the keys in it. Shows that it is whole, not whose it is. */
  public static Verification verify(InputStream in, Progress progress) throws IOException {
    return verify(in, Optional.empty(), progress);
  }

  /** Checks a file against the keys the log and its witnesses are expected to have. */
  public static Verification verify(InputStream in, LogKeys expected, Progress progress)
      throws IOException {
    return verify(in, Optional.of(expected), progress);
  }

  private static Verification verify(InputStream in, Optional<LogKeys> expected, Progress progress)
      throws IOException {
    LineReader lines = new LineReader(in);
    return switch (LedgerFileHead.read(lines)) {
      case Parsed.Refused<LedgerFileHead>(String code, String sentence) ->
          LedgerFile.unsound(lines.line(), code, sentence);
      case Parsed.Read<LedgerFileHead>(LedgerFileHead head) -> {
        if (expected.isPresent() && !expected.get().log().equals(head.keys().log())) {
          yield LedgerFile.unsound(
              head.keyLine(),
              "other-key",
              "The file was signed with another key than the one expected. Do not rely on it; compare the keys.");
        }
        yield entries(lines, head, expected, progress);
      }
    };
  }

  private static Verification entries(
      LineReader lines, LedgerFileHead head, Optional<LogKeys> expected, Progress progress)
      throws IOException {
    CompactRange range = new CompactRange();
    Checkpoint checkpoint = head.signed().checkpoint();
    try (LedgerSlices slices = new LedgerSlices(lines, checkpoint.size())) {
      for (LedgerSlices.Slice next = slices.next(); next != null; next = slices.next()) {
        next.leaves().forEach(range::append);
        if (next.fault() != null) {
          return next.fault();
        }
        if (range.size() < checkpoint.size()) {
          progress.entries(range.size(), checkpoint.size());
        }
      }
    }
    if (!lines.atEnd()) {
      return LedgerFile.unsound(
          lines.line() + 1,
          "too-many-entries",
          "The file goes on after the last signed entry. Ask for it again.");
    }
    progress.entries(range.size(), checkpoint.size());
    Hash root = range.root();
    return root.equals(checkpoint.root())
        ? sound(head, expected, range.size(), root)
        : LedgerFile.rootDiffers(root, checkpoint.root());
  }

  private static Verification sound(
      LedgerFileHead head, Optional<LogKeys> expected, long entries, Hash root) {
    List<String> witnesses =
        expected.stream()
            .flatMap(keys -> keys.witnesses().stream())
            .filter(witness -> head.signed().cosignedBy(witness).isPresent())
            .map(CosignatureVerifier::name)
            .toList();
    Verification.KeyTrust trust =
        expected.isPresent() ? Verification.KeyTrust.EXPECTED : Verification.KeyTrust.FILES_OWN;
    return new Verification.Sound(head.signed(), entries, root, trust, witnesses);
  }
}
