package org.entente.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.Progress;
import org.entente.ledger.ProofFile;
import org.entente.ledger.Verdict;
import org.entente.ledger.Verification;
import org.entente.seal.IdentityCard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a ledger or the proof of one entry, without a node and without a network. */
@Command(
    name = "verify",
    description =
        "Checks an exported ledger, the proof of one entry or a signed agreement, offline.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  /** Larger files are ledgers, not proofs of one entry. */
  private static final long PROOF_MAX_BYTES = 4L * ProofFile.MAX_CHARS;

  private static final String PROOF = "c2sp.org/tlog-proof@";

  @Parameters(
      paramLabel = "FILE",
      description = "A ledger file, a proof file or the zip of an agreement.")
  Path file = Path.of("");

  @Option(
      names = "--card",
      description = "Identity card of the authority whose ledger it is, from a trusted way.")
  @Nullable Path card;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new Stop(file + " cannot be read. Give the path of an exported file.");
    }
    if (begins("PK")) {
      return AgreementFileCheck.check(file, card == null ? null : read(card)) ? 0 : Stop.STATUS;
    }
    Optional<CheckpointVerifier> expected = card == null ? Optional.empty() : key(card);
    return begins(PROOF) ? proof(expected) : ledger(expected);
  }

  private boolean begins(String with) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(with.length()), StandardCharsets.US_ASCII).equals(with);
    }
  }

  private int ledger(Optional<CheckpointVerifier> expected) throws IOException {
    Progress progress =
        System.getenv("TERM") != null && System.getenv("CI") == null
            ? VerifyCommand::show
            : Progress.NONE;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Verification found =
          expected.isPresent()
              ? LedgerFileVerifier.verify(in, LogKeys.of(expected.get()), progress)
              : LedgerFileVerifier.verify(in, progress);
      return switch (found) {
        case Verification.Sound sound -> {
          System.out.println("Sound. " + sound.sentence());
          System.out.println(
              "Log " + sound.checkpoint().checkpoint().origin() + ", root " + sound.root().hex());
          yield 0;
        }
        case Verification.Unsound unsound -> {
          System.out.println(
              "NOT sound: line "
                  + unsound.line()
                  + " ("
                  + unsound.code()
                  + "). "
                  + unsound.sentence());
          yield 1;
        }
      };
    }
  }

  private int proof(Optional<CheckpointVerifier> expected) throws IOException {
    if (expected.isEmpty()) {
      throw new Stop(
          "A proof is checked with the authority's key. Add --card with its identity card.");
    }
    if (Files.size(file) > PROOF_MAX_BYTES) {
      throw new Stop(file + " is too large for the proof of one entry.");
    }
    return switch (ProofFile.parse(Files.readAllBytes(file))) {
      case Parsed.Refused<ProofFile>(String code, String sentence) -> {
        System.out.println("NOT proven (" + code + "). " + sentence);
        yield 1;
      }
      case Parsed.Read<ProofFile>(ProofFile read) ->
          switch (read.verify(LogKeys.of(expected.get()), 0)) {
            case Verdict.Proven() -> {
              System.out.println(
                  "Proven. Entry "
                      + read.entry().index()
                      + " ('"
                      + read.entry().event()
                      + "', "
                      + read.entry().time()
                      + ") stands in the log "
                      + read.checkpoint().checkpoint().origin()
                      + " of "
                      + read.checkpoint().checkpoint().size()
                      + " entries.");
              yield 0;
            }
            case Verdict.NotProven(String code, String sentence) -> {
              System.out.println("NOT proven (" + code + "). " + sentence);
              yield 1;
            }
          };
    };
  }

  private static Optional<CheckpointVerifier> key(Path card) throws IOException {
    IdentityCard read = read(card);
    System.out.println(
        "Key of " + read.displayName() + ", fingerprint " + read.fingerprint().hex());
    return Optional.of(
        new CheckpointVerifier(read.authority() + "/ledger", read.checkpointPublicKey()));
  }

  private static IdentityCard read(Path card) throws IOException {
    return switch (IdentityCard.read(Files.readAllBytes(card))) {
      case IdentityCard.Reading.Read read -> read.card();
      case IdentityCard.Reading.Refused refused ->
          throw new Stop(card + " is not an identity card: " + refused.reason().sentence());
    };
  }

  private static void show(long done, long total) {
    System.err.printf("\r  %,d of %,d entries", done, total);
    if (done == total) {
      System.err.println();
    }
  }
}
