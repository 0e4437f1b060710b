package org.entente.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.SaltedHash;
import org.entente.seal.AttachmentDigest;
import org.entente.seal.AttachmentKey;
import org.entente.seal.AttachmentSeal;
import org.entente.seal.IdentityCard;
import org.entente.seal.SignedMessage;
import tools.jackson.databind.JsonNode;

/** One message or notice: what was signed, what it says, what came with it, who received it. */
final class ItemCheck {
  static final String SIGNED = "signed.p7m";
  static final String HEADER = "header.json";
  static final String CONTENT = "content.json";
  static final String RECEIPT = "receipt.p7m";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Container container;
  private final Index index;
  private final Map<String, IdentityCard> cards;
  private final LedgerCheck ledger;

  ItemCheck(Container container, Index index, Map<String, IdentityCard> cards, LedgerCheck ledger) {
    this.container = container;
    this.index = index;
    this.cards = cards;
    this.ledger = ledger;
  }

  void check(Index.Item item, List<String> proven, List<String> open) throws IOException, Refused {
    parties(item);
    Optional<String> digest = said(item, proven, open);
    Optional<ReceiptText> receipt = receipt(item, digest, proven, open);
    entries(item, receipt, open);
  }

  private void parties(Index.Item item) throws Refused {
    List<String> both = List.of(index.exporter(), index.matter().partner());
    Refused.unless(
        both.contains(item.sender())
            && both.contains(item.recipient())
            && !item.sender().equals(item.recipient()),
        "other-parties",
        name(item) + " is between others than the two authorities of this file.");
  }

  private static String name(Index.Item item) {
    return (item.about().isEmpty() ? "The message " : "The notice ") + item.id();
  }

  private static String title(Index.Item item) {
    return name(item)
        + " ("
        + item.kind()
        + (item.about().isEmpty() ? "" : " about " + item.about())
        + ")";
  }

  private IdentityCard card(String authority) throws Refused {
    return Verification.card(cards, authority);
  }

  /** What was said; the digest of the signed object where it is here. */
  private Optional<String> said(Index.Item item, List<String> proven, List<String> open)
      throws IOException, Refused {
    switch (item.state()) {
      case WHOLE -> {
        byte[] signed = container.bytes(item.place(SIGNED), Layout.MAX_PROOF_BYTES);
        if (!(SignedMessage.verify(signed, card(item.sender()), card(item.recipient()))
                instanceof SignedMessage.Verification.Verified v)
            || !v.messageId().equals(item.id())) {
          throw new Refused(
              "message-not-signed",
              name(item)
                  + " was not signed so by "
                  + item.sender()
                  + " for "
                  + item.recipient()
                  + ".");
        }
        Refused.unless(
            Arrays.equals(v.header(), container.bytes(item.place(HEADER), Layout.MAX_PROOF_BYTES))
                && Arrays.equals(
                    v.body(), container.bytes(item.place(CONTENT), Layout.MAX_PROOF_BYTES)),
            "content-differs",
            name(item) + " says other things than were signed.");
        content(item, v.header(), v.body());
        proven.add(
            title(item)
                + " was signed by "
                + item.sender()
                + " for "
                + item.recipient()
                + ", by its clock at "
                + v.signedAt()
                + (item.articles().isEmpty()
                    ? "."
                    : ", on " + String.join(" + ", item.articles()) + ".")
                + attachments(item));
        return Optional.of(SignedMessage.digest(signed));
      }
      case UNSIGNED -> {
        content(
            item,
            container.bytes(item.place(HEADER), Layout.MAX_PROOF_BYTES),
            container.bytes(item.place(CONTENT), Layout.MAX_PROOF_BYTES));
        open.add(
            title(item)
                + ": the object that "
                + item.sender()
                + " signed is not here. What it says has the hash in the ledger of "
                + index.exporter()
                + ".");
      }
      case ERASED ->
          (ledger.entry("message-erased", "message", item.id().toString()).isPresent()
                      || ledger
                          .entry("case-erased", "case", index.matter().caseId().toString())
                          .isPresent()
                  ? proven
                  : open)
              .add(erased(item));
      case RESTRICTED ->
          open.add(
              title(item)
                  + ": what it says is restricted and was not taken into the file. Its hash in the"
                  + " ledger is "
                  + item.contentHash()
                  + ".");
    }
    return Optional.empty();
  }

  private String erased(Index.Item item) {
    return ledger
        .entry("message-erased", "message", item.id().toString())
        .or(() -> ledger.entry("case-erased", "case", index.matter().caseId().toString()))
        .map(entry ->
            title(item)
                + " was exchanged and its content erased at "
                + entry.time()
                + ": entry "
                + entry.index()
                + " of the ledger.")
        .orElseGet(() ->
            title(item) + ": that its content was erased, as the index says. No entry shows it.");
  }

  private static String attachments(Index.Item item) {
    return switch (item.attachments().size()) {
      case 0 -> "";
      case 1 -> " One attachment came with it, unchanged.";
      default -> " " + item.attachments().size() + " attachments came with it, unchanged.";
    };
  }

  /** Content, its hash, and attachments, against the header. */
  private void content(Index.Item item, byte[] header, byte[] body) throws IOException, Refused {
    JsonNode says = IndexText.tree(header);
    String salt = says.path("salt").asString("");
    Refused.unless(
        salt.matches("[0-9a-f]{32}")
            && SaltedHash.of(body, HexFormat.of().parseHex(salt))
                .hash()
                .hex()
                .equals(item.contentHash()),
        "content-differs",
        name(item) + " does not have the hash that the index gives.");
    boolean message = item.about().isEmpty();
    Refused.unless(
        message
            ? says.path("request").asString("").equals(index.matter().request().toString())
                && says.path("agreement").asString("").equals(item.agreement())
                && says.path("kind").asString("").equals(item.kind())
            : says.path("matter").asString("").equals(index.matter().request().toString())
                && says.path("about").asString("").equals(item.about())
                && says.path("notice").asString("").equals(item.kind()),
        "message-of-another",
        name(item) + " belongs to another matter or is of another kind.");
    files(item, says.path("attachments"), IndexText.tree(body).path("attachments"));
  }

  private void files(Index.Item item, JsonNode sealed, JsonNode inside)
      throws IOException, Refused {
    Refused.unless(
        sealed.size() == item.attachments().size() && inside.size() == item.attachments().size(),
        "attachments-differ",
        name(item) + " came with other attachments.");
    for (int i = 0; i < item.attachments().size(); i++) {
      Index.Attachment file = item.attachments().get(i);
      boolean same =
          file.id().toString().equals(sealed.path(i).path("id").asString(""))
              && file.id().toString().equals(inside.path(i).path("id").asString(""))
              && file.name().equals(inside.path(i).path("name").asString(""))
              && digest(file.sealed()).equals(sealed.path(i).path("digest").asString(""))
              && opens(file, inside.path(i).path("key"));
      Refused.unless(
          same,
          "attachments-differ",
          "The attachment " + file.id() + " is not the one that came with " + item.id() + ".");
    }
  }

  private String digest(String name) throws IOException, Refused {
    AttachmentDigest digest = new AttachmentDigest();
    try (InputStream in = digest.reading(container.stream(name))) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest.hex();
  }

  /** Whether the sealed file opens to the one in clear. */
  private boolean opens(Index.Attachment file, JsonNode key) throws IOException, Refused {
    try (InputStream clear = container.stream(file.opened());
        InputStream sealed =
            AttachmentSeal.opening(
                container.stream(file.sealed()),
                AttachmentKey.of(key.binaryValue()),
                file.id().toString().getBytes(StandardCharsets.UTF_8))) {
      MessageDigest one = Digests.sha256();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = sealed.read(buffer); n >= 0; n = sealed.read(buffer)) {
        one.update(buffer, 0, n);
      }
      MessageDigest other = Digests.sha256();
      for (int n = clear.read(buffer); n >= 0; n = clear.read(buffer)) {
        other.update(buffer, 0, n);
      }
      return MessageDigest.isEqual(one.digest(), other.digest());
    } catch (IOException | RuntimeException doesNotOpen) {
      return false;
    }
  }

  private Optional<ReceiptText> receipt(
      Index.Item item, Optional<String> digest, List<String> proven, List<String> open)
      throws IOException, Refused {
    if (!container.has(item.place(RECEIPT))) {
      open.add(title(item) + ": that " + item.recipient() + " got it. No receipt is here.");
      return Optional.empty();
    }
    ReceiptText receipt =
        ReceiptText.read(
            container.bytes(item.place(RECEIPT), Layout.MAX_PROOF_BYTES), card(item.recipient()));
    Refused.unless(
        receipt.message().equals(item.id().toString())
            && receipt.sender().equals(item.sender())
            && receipt.recipient().equals(item.recipient()),
        "receipt-of-another",
        "The receipt of " + item.id() + " is about another message.");
    Refused.unless(
        receipt.signed().isEmpty() || digest.isEmpty() || receipt.signed().equals(digest.get()),
        "receipt-of-another",
        item.recipient() + " received other content under the name of " + item.id() + ".");
    proven.add(
        (receipt.accepted() ? item.recipient() + " received " : item.recipient() + " refused ")
            + item.id()
            + " at "
            + receipt.at()
            + " by its clock, and signed the receipt; its ledger has it as entry "
            + receipt.entry()
            + ".");
    if (digest.isPresent() && receipt.signed().isEmpty()) {
      open.add(
          "That "
              + item.recipient()
              + " received "
              + item.id()
              + " with this very content: its receipt, of an earlier version, names the sealed form"
              + " only.");
    }
    return Optional.of(receipt);
  }

  /** What the exporter's ledger says of it must be the same. */
  private void entries(Index.Item item, Optional<ReceiptText> receipt, List<String> open)
      throws Refused {
    boolean out = item.sender().equals(index.exporter());
    String event = (item.about().isEmpty() ? "" : "notice-") + (out ? "released" : "received");
    Optional<LedgerEntry> entry = ledger.entry(event, "message", item.id().toString());
    if (entry.isEmpty()) {
      if (!automatic(item, out)) {
        open.add(
            title(item)
                + ": when it "
                + (out ? "left" : "came")
                + ". No entry of the ledger is here.");
      }
      return;
    }
    Map<String, String> references = new HashMap<>(entry.get().references());
    Refused.unless(
        entry.get().content().map(Hash::hex).orElse(item.contentHash()).equals(item.contentHash()),
        "proof-of-another",
        "The entry about " + item.id() + " speaks of other content.");
    if (!out && receipt.isPresent() && references.containsKey("digest")) {
      Refused.unless(
          receipt.get().digest().equals(references.get("digest")),
          "receipt-of-another",
          "Receipt and ledger entry of " + item.id() + " speak of different bytes.");
    }
    Optional<LedgerEntry> stored = ledger.entry("receipt-stored", "message", item.id().toString());
    if (out && receipt.isPresent() && stored.isPresent()) {
      Refused.unless(
          receipt.get().digest().equals(stored.get().references().get("digest")),
          "receipt-of-another",
          "Receipt and ledger entry of " + item.id() + " speak of different bytes.");
    }
  }

  /** Some answers leave under the entry of the notice that they answer. */
  private static boolean automatic(Index.Item item, boolean out) {
    return out && (item.kind().equals("acknowledgement") || item.kind().equals("finding"));
  }
}
