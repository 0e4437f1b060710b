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

/**
 * One message, notice or message of a measure: what was signed, what it says, what came with it,
 * who received it.
 */
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

  void check(Index.Placed placed, List<String> proven, List<String> open)
      throws IOException, Refused {
    parties(placed);
    Optional<String> digest = said(placed, proven, open);
    Optional<ReceiptText> receipt = receipt(placed, digest, proven, open);
    entries(placed, receipt, open);
  }

  private void parties(Index.Placed placed) throws Refused {
    Index.Item item = placed.item();
    List<String> both = List.of(index.exporter(), index.matter().partner());
    Refused.unless(
        both.contains(item.sender())
            && both.contains(item.recipient())
            && !item.sender().equals(item.recipient()),
        "other-parties",
        name(placed) + " is between others than the two authorities of this file.");
  }

  private static String name(Index.Placed placed) {
    return switch (placed.room()) {
          case MESSAGE -> "The message ";
          case NOTICE -> "The notice ";
          case MEASURE -> "The urgent message ";
        }
        + placed.item().id();
  }

  private static String title(Index.Placed placed) {
    Index.Item item = placed.item();
    return name(placed)
        + " ("
        + item.kind()
        + (item.about().isEmpty() ? "" : " about " + item.about())
        + ")";
  }

  private IdentityCard card(String authority) throws Refused {
    return Verification.card(cards, authority);
  }

  /** What was said; the digest of the signed object where it is here. */
  private Optional<String> said(Index.Placed placed, List<String> proven, List<String> open)
      throws IOException, Refused {
    Index.Item item = placed.item();
    switch (item.state()) {
      case WHOLE -> {
        byte[] signed = container.bytes(placed.place(SIGNED), Layout.MAX_PROOF_BYTES);
        if (!(SignedMessage.verify(signed, card(item.sender()), card(item.recipient()))
                instanceof SignedMessage.Verification.Verified v)
            || !v.messageId().equals(item.id())) {
          throw new Refused(
              "message-not-signed",
              name(placed)
                  + " was not signed so by "
                  + item.sender()
                  + " for "
                  + item.recipient()
                  + ".");
        }
        Refused.unless(
            Arrays.equals(v.header(), container.bytes(placed.place(HEADER), Layout.MAX_PROOF_BYTES))
                && Arrays.equals(
                    v.body(), container.bytes(placed.place(CONTENT), Layout.MAX_PROOF_BYTES)),
            "content-differs",
            name(placed) + " says other things than were signed.");
        content(placed, v.header(), v.body());
        proven.add(
            title(placed)
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
            placed,
            container.bytes(placed.place(HEADER), Layout.MAX_PROOF_BYTES),
            container.bytes(placed.place(CONTENT), Layout.MAX_PROOF_BYTES));
        open.add(
            title(placed)
                + ": the object that "
                + item.sender()
                + " signed is not here. What it says has the hash in the ledger of "
                + index.exporter()
                + ".");
      }
      case ERASED -> (erasure(placed).isPresent() ? proven : open).add(erased(placed));
      case RESTRICTED ->
          open.add(
              title(placed)
                  + ": what it says is restricted and was not taken into the file. Its hash in the"
                  + " ledger is "
                  + item.contentHash()
                  + ".");
    }
    return Optional.empty();
  }

  private Optional<LedgerEntry> erasure(Index.Placed placed) {
    String whole = placed.matter().caseId().toString();
    return placed.room() == Index.Room.MEASURE
        ? ledger.entry("measure-erased", "measure", whole)
        : ledger
            .entry("message-erased", "message", placed.item().id().toString())
            .or(() -> ledger.entry("case-erased", "case", whole));
  }

  private String erased(Index.Placed placed) {
    return erasure(placed)
        .map(entry ->
            title(placed)
                + " was exchanged and its content erased at "
                + entry.time()
                + ": entry "
                + entry.index()
                + " of the ledger.")
        .orElseGet(() ->
            title(placed) + ": that its content was erased, as the index says. No entry shows it.");
  }

  private static String attachments(Index.Item item) {
    return switch (item.attachments().size()) {
      case 0 -> "";
      case 1 -> " One attachment came with it, unchanged.";
      default -> " " + item.attachments().size() + " attachments came with it, unchanged.";
    };
  }

  /** Content, its hash, and attachments, against the header. */
  private void content(Index.Placed placed, byte[] header, byte[] body)
      throws IOException, Refused {
    Index.Item item = placed.item();
    JsonNode says = IndexText.tree(header);
    String salt = says.path("salt").asString("");
    Refused.unless(
        salt.matches("[0-9a-f]{32}")
            && SaltedHash.of(body, HexFormat.of().parseHex(salt))
                .hash()
                .hex()
                .equals(item.contentHash()),
        "content-differs",
        name(placed) + " does not have the hash that the index gives.");
    Refused.unless(
        belongs(placed, says),
        "message-of-another",
        name(placed) + " belongs to another matter or is of another kind.");
    files(placed, says.path("attachments"), IndexText.tree(body).path("attachments"));
  }

  /** Whether a header is of the matter and kind that the index says. */
  private static boolean belongs(Index.Placed placed, JsonNode says) {
    Index.Item item = placed.item();
    String matter = placed.matter().request().toString();
    return switch (placed.room()) {
      case MESSAGE ->
          is(says, "request", matter)
              && is(says, "agreement", item.agreement())
              && is(says, "kind", item.kind());
      case NOTICE ->
          is(says, "matter", matter)
              && is(says, "about", item.about())
              && is(says, "notice", item.kind());
      case MEASURE ->
          is(says, "matter", matter)
              && is(says, "agreement", item.agreement())
              && is(says, "measure", item.kind());
    };
  }

  private static boolean is(JsonNode says, String field, String value) {
    return says.path(field).asString("").equals(value);
  }

  private void files(Index.Placed placed, JsonNode sealed, JsonNode inside)
      throws IOException, Refused {
    Index.Item item = placed.item();
    Refused.unless(
        sealed.size() == item.attachments().size() && inside.size() == item.attachments().size(),
        "attachments-differ",
        name(placed) + " came with other attachments.");
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
      Index.Placed placed, Optional<String> digest, List<String> proven, List<String> open)
      throws IOException, Refused {
    Index.Item item = placed.item();
    if (!container.has(placed.place(RECEIPT))) {
      open.add(title(placed) + ": that " + item.recipient() + " got it. No receipt is here.");
      return Optional.empty();
    }
    ReceiptText receipt =
        ReceiptText.read(
            container.bytes(placed.place(RECEIPT), Layout.MAX_PROOF_BYTES), card(item.recipient()));
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
  private void entries(Index.Placed placed, Optional<ReceiptText> receipt, List<String> open)
      throws Refused {
    Index.Item item = placed.item();
    boolean out = item.sender().equals(index.exporter());
    Optional<LedgerEntry> entry = exchanged(placed, out);
    if (entry.isEmpty()) {
      if (!automatic(item, out)) {
        open.add(
            title(placed)
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

  /** The entry with which it left or came. */
  private Optional<LedgerEntry> exchanged(Index.Placed placed, boolean out) {
    String id = placed.item().id().toString();
    return switch (placed.room()) {
      case MESSAGE -> ledger.entry(out ? "released" : "received", "message", id);
      case NOTICE -> ledger.entry(out ? "notice-released" : "notice-received", "message", id);
      case MEASURE ->
          out
              ? ledger
                  .ofMeasure("measure-released", id)
                  .or(() -> ledger.ofMeasure("measure-seen", id))
              : ledger.ofMeasure("measure-received", id);
    };
  }

  /** Some answers leave under the entry of the notice that they answer. */
  private static boolean automatic(Index.Item item, boolean out) {
    return out && (item.kind().equals("acknowledgement") || item.kind().equals("finding"));
  }
}
