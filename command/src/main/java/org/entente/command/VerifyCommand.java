package org.entente.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.entente.evidence.EvidenceFile;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.Progress;
import org.entente.ledger.ProofFile;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.Verdict;
import org.entente.ledger.Verification;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a ledger or the proof of one entry, without a node and without a network. */
@Command(
    name = "verify",
    description =
        "Checks an evidence file of a case, an exported ledger, the proof of one entry, two heads of a"
            + " ledger that do not fit, or a signed agreement, offline.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  /** Larger files are ledgers, not proofs of one entry. */
  private static final long PROOF_MAX_BYTES = 4L * ProofFile.MAX_CHARS;

  /** A name has at most 255 bytes. */
  private static final int HEAD_BYTES = 512;

  private static final String HEADS = "entente-heads/";
  private static final String PROOF = "c2sp.org/tlog-proof@";

  @Parameters(
      paramLabel = "FILE",
      description =
          "An evidence file (.asice), a ledger file, a proof file, a file of two heads or the zip of"
              + " an agreement.")
  Path file = Path.of("");

  @Option(
      names = "--card",
      description =
          "Identity card of the authority whose ledger it is, from a trusted way; then those of"
              + " others that countersigned or found something.")
  List<Path> cards = new ArrayList<>();

  @Option(
      names = "--witness",
      description =
          "Key with which an authority countersigns (.witness, from a node's page); its card must"
              + " be given too.")
  List<Path> witnesses = new ArrayList<>();

  @Option(
      names = "--timestamps",
      description =
          "Certificate of a time stamping service, or of its issuer, from a trusted way (PEM or DER);"
              + " for evidence files.")
  List<Path> services = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new Stop(file + " cannot be read. Give the path of an exported file.");
    }
    List<IdentityCard> known = new ArrayList<>();
    for (Path card : cards) {
      known.add(read(card));
    }
    if (EvidenceFile.is(file)) {
      return EvidenceCheck.check(file, known, services) ? 0 : Stop.STATUS;
    }
    if (begins("PK")) {
      return AgreementFileCheck.check(file, known.isEmpty() ? null : known.getFirst())
          ? 0
          : Stop.STATUS;
    }
    known.forEach(card ->
        System.out.println(
            "Key of " + card.displayName() + ", fingerprint " + card.fingerprint().hex()));
    List<CosignatureVerifier> keys = new ArrayList<>();
    for (Path witness : witnesses) {
      CosignatureVerifier key = witness(witness, known);
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    if (begins(HEADS)) {
      return HeadsCheck.check(file, needed(known), keys) ? 0 : 1;
    }
    return begins(PROOF) ? proof(needed(known), keys) : ledger(known, keys);
  }

  private static List<IdentityCard> needed(List<IdentityCard> cards) {
    if (cards.isEmpty()) {
      throw new Stop(
          "A proof is checked with the authority's key. Add --card with its identity card.");
    }
    return cards;
  }

  /**
   * The key of a log by its name, from the card of the authority that the name begins with: a log
   * that was begun anew has a number behind the first one's name.
   */
  static CheckpointVerifier log(List<IdentityCard> cards, String origin) {
    IdentityCard card =
        cards.stream()
            .filter(
                c -> origin.matches(Pattern.quote(c.authority() + "/ledger") + "(/[0-9]{1,9})?"))
            .findFirst()
            .orElse(cards.getFirst());
    String first = card.authority() + "/ledger";
    return new CheckpointVerifier(
        origin.startsWith(first + "/") ? origin : first, card.checkpointPublicKey());
  }

  /** The key in a witness's own signed statement, checked with its card. */
  private static CosignatureVerifier witness(Path file, List<IdentityCard> cards)
      throws IOException {
    byte[] statement = Files.readAllBytes(file);
    for (IdentityCard card : cards) {
      if (Statement.verify(statement, card, "witness-key")
              instanceof Statement.Verification.Verified verified
          && CosignatureVerifier.parse(new String(verified.statement(), StandardCharsets.UTF_8))
              instanceof Parsed.Read<CosignatureVerifier>(CosignatureVerifier key)
          && key.name().equals(card.authority() + "/witness")) {
        return key;
      }
    }
    throw new Stop(
        file + " is not the key of a witness whose card was given. Add --card with its card.");
  }

  private boolean begins(String with) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(with.length()), StandardCharsets.US_ASCII).equals(with);
    }
  }

  private int ledger(List<IdentityCard> known, List<CosignatureVerifier> keys) throws IOException {
    Progress progress =
        System.getenv("TERM") != null && System.getenv("CI") == null
            ? VerifyCommand::show
            : Progress.NONE;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Verification found =
          known.isEmpty()
              ? LedgerFileVerifier.verify(in, progress)
              : LedgerFileVerifier.verify(in, new LogKeys(log(known, origin()), keys), progress);
      return switch (found) {
        case Verification.Sound sound -> {
          System.out.println("Sound. " + sound.sentence());
          System.out.println(
              "Log " + sound.checkpoint().checkpoint().origin() + ", root " + sound.root().hex());
          countersigned(sound.checkpoint(), keys);
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

  /** The name of the log, as the second line of a ledger file claims it. */
  private String origin() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return head.lines().skip(1).findFirst().orElse("");
    }
  }

  private int proof(List<IdentityCard> known, List<CosignatureVerifier> keys) throws IOException {
    if (Files.size(file) > PROOF_MAX_BYTES) {
      throw new Stop(file + " is too large for the proof of one entry.");
    }
    return switch (ProofFile.parse(Files.readAllBytes(file))) {
      case Parsed.Refused<ProofFile>(String code, String sentence) -> {
        System.out.println("NOT proven (" + code + "). " + sentence);
        yield 1;
      }
      case Parsed.Read<ProofFile>(ProofFile read) ->
          switch (read.verify(
              new LogKeys(log(known, read.checkpoint().checkpoint().origin()), keys), 0)) {
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
              countersigned(read.checkpoint(), keys);
              yield 0;
            }
            case Verdict.NotProven(String code, String sentence) -> {
              System.out.println("NOT proven (" + code + "). " + sentence);
              yield 1;
            }
          };
    };
  }

  /** Counts and names the countersignatures: those that were checked, and those that were not. */
  private static void countersigned(SignedCheckpoint head, List<CosignatureVerifier> keys) {
    int checked = 0;
    for (CosignatureVerifier key : keys) {
      Optional<Cosignature> made = head.cosignedBy(key);
      checked += made.isPresent() ? 1 : 0;
      System.out.println(
          made.map(c -> "  countersigned by " + key.name() + " at " + c.time())
              .orElse("  NOT countersigned by " + key.name()));
    }
    long others =
        head.signatures().stream()
            .filter(line -> Cosignature.read(line) instanceof Parsed.Read)
            .filter(line -> keys.stream().noneMatch(key -> key.claims(line)))
            .count();
    System.out.println(
        "Countersignatures: "
            + checked
            + " checked, "
            + others
            + (others == 0 ? " not." : " not: add --witness and --card of whoever made them."));
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
