package org.entente.evidence;

import java.util.Locale;
import org.entente.ledger.Parsed;
import org.entente.ledger.SignedCheckpoint;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;
import tools.jackson.databind.JsonNode;

/**
 * A receipt, by {@code docs/protocol.md}, with its signature and the checkpoint in it checked.
 *
 * @param digest of the sealed message
 * @param signed of the signed message inside; empty in receipts of version 1
 */
record ReceiptText(
    String message,
    String sender,
    String recipient,
    String digest,
    String at,
    boolean accepted,
    String signed,
    long entry) {
  private static final String PURPOSE = "receipt";

  static ReceiptText read(byte[] statement, IdentityCard recipient) throws Refused {
    if (!(Statement.verify(statement, recipient, PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      throw new Refused(
          "receipt-not-signed", "A receipt was not signed by " + recipient.authority() + ".");
    }
    JsonNode json = IndexText.tree(verified.statement());
    int version = json.path("version").asInt(0);
    boolean known = (version == 1) == json.path("signed").isMissingNode();
    Refused.unless(
        known && (version == 1 || version == 2) && json.path("at").isString(),
        "unknown-version",
        "A receipt is of a version that is not known here: update this software.");
    long entry = json.path("entry").asLong(-1);
    if (!(SignedCheckpoint.parse(json.path("checkpoint").asString(""))
            instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint head))
        || !head.verify(LedgerCheck.log(recipient, head.checkpoint().origin())).isProven()
        || head.checkpoint().size() <= entry) {
      throw new Refused(
          "receipt-malformed", "A receipt does not carry the head of its ledger as it must.");
    }
    return new ReceiptText(
        json.path("message").asString(""),
        json.path("sender").asString(""),
        json.path("recipient").asString(""),
        json.path("digest").asString(""),
        json.path("at").asString(""),
        json.path("verdict").asString("").toLowerCase(Locale.ROOT).equals("accepted"),
        json.path("signed").asString(""),
        entry);
  }
}
