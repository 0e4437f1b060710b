package org.entente.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;

/** Checks two heads of a log that a node kept as proof, and says what they show and what not. */
public final class HeadsCheck {
  private static final long MAX_BYTES = 4L << 20;
  private static final String STATEMENT = "\nstatement ";
  private static final List<String> PURPOSES = List.of("log-heads", "log-begun-anew");

  private HeadsCheck() {}

  /**
   * Checks the file.
   *
   * @param cards first that of the authority whose log it is, then others that may have signed
   * @param witnesses keys with which partners countersign
   * @return whether something is shown against the log
   */
  public static boolean check(
      Path file, List<IdentityCard> cards, List<CosignatureVerifier> witnesses) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new Stop(file + " is too large for two heads of a log.");
    }
    String whole = Files.readString(file, StandardCharsets.UTF_8);
    int cut = whole.lastIndexOf(STATEMENT);
    String text = cut < 0 ? whole : whole.substring(0, cut + 1);
    return switch (TwoHeads.parse(text)) {
      case Parsed.Refused<TwoHeads>(String code, String sentence) -> {
        System.out.println("NOT shown (" + code + "). " + sentence);
        yield false;
      }
      case Parsed.Read<TwoHeads>(TwoHeads heads) -> {
        String statement = cut < 0 ? "" : whole.substring(cut + STATEMENT.length()).strip();
        boolean shown = judge(heads, cards, witnesses);
        yield signed(statement, text, cards) && shown;
      }
    };
  }

  private static boolean judge(
      TwoHeads heads, List<IdentityCard> cards, List<CosignatureVerifier> witnesses) {
    CheckpointVerifier log = VerifyCommand.log(cards, heads.earlier().checkpoint().origin());
    TwoHeads.Finding finding = heads.judge(log);
    boolean shown = !(finding instanceof TwoHeads.Finding.Nothing);
    System.out.println(
        (finding instanceof TwoHeads.Finding.Forked
                ? "Proven. "
                : shown ? "Signed, but resting on the witness's word. " : "NOT shown. ")
            + finding.sentence());
    print("Seen first", heads.earlier(), witnesses);
    print("Seen later", heads.later(), witnesses);
    return shown;
  }

  private static void print(
      String which, SignedCheckpoint head, List<CosignatureVerifier> witnesses) {
    System.out.println(
        which
            + ": "
            + head.checkpoint().origin()
            + " of "
            + head.checkpoint().size()
            + " entries, root "
            + head.checkpoint().root().hex());
    for (CosignatureVerifier witness : witnesses) {
      head.cosignedBy(witness)
          .map(Cosignature::time)
          .ifPresent(
              at -> System.out.println("  countersigned by " + witness.name() + " at " + at));
    }
  }

  /** Whose statement it is; a file without one is judged by its heads alone. */
  private static boolean signed(String statement, String text, List<IdentityCard> cards) {
    if (statement.isEmpty()) {
      return true;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(statement);
    } catch (IllegalArgumentException e) {
      System.out.println("The statement at the end is damaged.");
      return false;
    }
    for (IdentityCard card : cards) {
      for (String purpose : PURPOSES) {
        if (Statement.verify(bytes, card, purpose)
            instanceof Statement.Verification.Verified verified) {
          boolean same =
              new String(verified.statement(), StandardCharsets.UTF_8).equals(text)
                  || purpose.equals("log-begun-anew");
          System.out.println(
              same
                  ? "Stated by " + card.authority() + " at " + verified.signedAt() + "."
                  : "The statement at the end is about other heads.");
          return same;
        }
      }
    }
    System.out.println(
        "The statement at the end is by nobody whose card was given. Add --card with the card of"
            + " the authority that found it.");
    return true;
  }
}
