package org.entente.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Parsed;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;

/** One container under examination, from the outside to the inside. */
final class Verification {
  /** Purpose of the statement that binds the certificate to the card. */
  static final String EVIDENCE_KEY = "evidence-key";

  private static final String WITNESS_KEY = "witness-key";

  private final Container container;
  private final Trust trust;
  private final List<String> proven = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  Verification(Container container, Trust trust) {
    this.container = container;
    this.trust = trust;
  }

  Judgement judge() throws IOException, Refused {
    byte[] manifest = container.bytes(Layout.MANIFEST, Layout.MAX_READ_BYTES);
    ContainerSignature.Checked signature =
        ContainerSignature.check(
            container.bytes(Layout.SIGNATURE, Layout.MAX_SIGNATURE_BYTES), manifest);
    Map<String, String> digests = container.digests();
    if (!Arrays.equals(Manifest.of(digests), manifest)) {
      throw Manifest.difference(manifest, digests);
    }
    Index index = IndexText.read(container.bytes(Layout.INDEX, Layout.MAX_READ_BYTES));
    listed(index, digests);
    Map<String, IdentityCard> cards = cards(index);
    IdentityCard exporter = card(cards, index.exporter());
    IdentityCard partner = card(cards, index.matter().partner());
    key(index, signature, exporter);
    proven.add(
        "Nothing in this file was changed, added, removed or moved since "
            + exporter.displayName()
            + " ("
            + exporter.authority()
            + ") signed it; its clock said "
            + signature.at()
            + ".");
    time(index, signature);
    LedgerCheck ledger = new LedgerCheck(container, index, exporter, witnesses(index, cards));
    ledger.read();
    new AgreementCheck(container, index, trust).check(proven);
    ItemCheck items = new ItemCheck(container, index, cards, ledger);
    for (Index.Placed item : index.items().toList()) {
      items.check(item, proven, open);
    }
    ledger.tell(proven, open);
    identities(exporter, partner);
    open.add("That what the messages say is true: only who sent it, whether it arrived, and when.");
    open.add(
        "That nothing else was exchanged: the whole ledger of "
            + exporter.authority()
            + " would show what no entry in this file tells of.");
    return new Judgement.Upheld(index, proven, open);
  }

  /** Every file is listed as it is, and every file that is listed is there. */
  private static void listed(Index index, Map<String, String> digests) throws Refused {
    Map<String, String> others = new HashMap<>(digests);
    others.remove(Layout.INDEX);
    for (Index.Listed file : index.files()) {
      Refused.unless(
          file.sha256().equals(others.remove(file.name())),
          "index-differs",
          "The index speaks of another file " + file.name() + " than is there.");
      Refused.unless(
          file.provenBy().isEmpty() || digests.containsKey(file.provenBy()),
          "index-differs",
          "What is to prove the file " + file.name() + " is not there.");
    }
    Refused.unless(
        others.isEmpty(), "index-differs", "The index does not name every file of the container.");
  }

  private Map<String, IdentityCard> cards(Index index) throws IOException, Refused {
    Map<String, IdentityCard> cards = new HashMap<>();
    for (Index.Listed file : files(index, Role.CARD)) {
      if (!(IdentityCard.read(container.bytes(file.name(), Layout.MAX_PROOF_BYTES))
          instanceof IdentityCard.Reading.Read read)) {
        throw new Refused("card-malformed", "The file " + file.name() + " is no identity card.");
      }
      IdentityCard card = read.card();
      Optional<IdentityCard> given =
          trust.cards().stream()
              .filter(known -> known.authority().equals(card.authority()))
              .findFirst();
      Refused.unless(
          given.isEmpty() || given.get().equals(card),
          "other-card",
          "The file carries another identity card of "
              + card.authority()
              + " than the one that was given: one of them is not this authority's.");
      Refused.unless(
          cards.put(card.authority(), card) == null, "card-twice", "A card stands in it twice.");
    }
    return cards;
  }

  static IdentityCard card(Map<String, IdentityCard> cards, String authority) throws Refused {
    IdentityCard card = cards.get(authority);
    if (card == null) {
      throw new Refused("card-missing", "The identity card of an authority is missing.");
    }
    return card;
  }

  static List<Index.Listed> files(Index index, Role role) {
    return index.files().stream().filter(file -> file.role().equals(role.code())).toList();
  }

  private Index.Listed only(Index index, Role role) throws Refused {
    List<Index.Listed> found = files(index, role);
    Refused.unless(
        found.size() == 1, "index-differs", "The file must hold one " + role.code() + ".");
    return found.getFirst();
  }

  private void key(Index index, ContainerSignature.Checked signature, IdentityCard exporter)
      throws IOException, Refused {
    byte[] statement =
        container.bytes(only(index, Role.EVIDENCE_KEY).name(), Statement.MAX_BYTES + (16 << 10));
    Refused.unless(
        Statement.verify(statement, exporter, EVIDENCE_KEY)
                instanceof Statement.Verification.Verified verified
            && Arrays.equals(verified.statement(), signature.certificate()),
        "other-signer",
        "The key that signed the file is not one that "
            + exporter.authority()
            + " states to be its own.");
  }

  private void time(Index index, ContainerSignature.Checked signature) throws Refused {
    if (signature.token().isEmpty()) {
      Refused.unless(
          !index.timeStamped(),
          "time-stamp-removed",
          "The index says that a service stamped the time, and the stamp is gone.");
      open.add(
          "When the file was made: no independent service stamped the time. Every time in it is a"
              + " clock of one of the authorities.");
      return;
    }
    TimeStamp stamp = TimeStamp.check(signature.token().get(), signature.value(), trust.services());
    if (stamp.trusted()) {
      proven.add(
          "The file existed at "
              + stamp.at()
              + ": the time stamping service "
              + stamp.service()
              + " says so.");
    } else {
      open.add(
          "Whether the time stamp of "
              + stamp.at()
              + " can be relied on: give the certificate of the service with --timestamps. It calls"
              + " itself "
              + stamp.service()
              + ", certificate "
              + stamp.fingerprint()
              + ".");
    }
  }

  private List<CosignatureVerifier> witnesses(Index index, Map<String, IdentityCard> cards)
      throws IOException, Refused {
    List<CosignatureVerifier> keys = new ArrayList<>();
    for (Index.Listed file : files(index, Role.WITNESS_KEY)) {
      byte[] statement = container.bytes(file.name(), Statement.MAX_BYTES + (16 << 10));
      keys.add(
          cards.values().stream()
              .flatMap(card -> witness(statement, card).stream())
              .findFirst()
              .orElseThrow(() ->
                  new Refused(
                      "other-witness",
                      "The file "
                          + file.name()
                          + " is not a statement of an authority whose card is here.")));
    }
    return keys.stream().distinct().toList();
  }

  private static Optional<CosignatureVerifier> witness(byte[] statement, IdentityCard card) {
    return Statement.verify(statement, card, WITNESS_KEY)
                instanceof Statement.Verification.Verified verified
            && CosignatureVerifier.parse(new String(verified.statement(), StandardCharsets.UTF_8))
                instanceof Parsed.Read<CosignatureVerifier>(CosignatureVerifier key)
            && key.name().equals(card.authority() + "/witness")
        ? Optional.of(key)
        : Optional.empty();
  }

  private void identities(IdentityCard exporter, IdentityCard partner) {
    for (IdentityCard card : List.of(exporter, partner)) {
      if (trust.cards().contains(card)) {
        proven.add(
            "The identity card of "
                + card.displayName()
                + " ("
                + card.authority()
                + ") is the one that was given with --card.");
      } else {
        open.add(
            "That the identity card of "
                + card.authority()
                + " is this authority's: it came with the file. Get it from a trusted way and give"
                + " it with --card, or compare its words by telephone: "
                + String.join(" ", card.fingerprint().words()));
      }
    }
  }
}
