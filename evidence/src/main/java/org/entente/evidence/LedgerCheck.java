package org.entente.evidence;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.ProofFile;
import org.entente.ledger.Verdict;
import org.entente.seal.IdentityCard;

/** The entries of the exporter's ledger in a container: each proven, each about this matter. */
final class LedgerCheck {
  private final Container container;
  private final Index index;
  private final IdentityCard exporter;
  private final List<CosignatureVerifier> witnesses;
  private final List<ProofFile> proofs = new ArrayList<>();

  LedgerCheck(
      Container container,
      Index index,
      IdentityCard exporter,
      List<CosignatureVerifier> witnesses) {
    this.container = container;
    this.index = index;
    this.exporter = exporter;
    this.witnesses = witnesses;
  }

  void read() throws IOException, Refused {
    Set<String> about = new HashSet<>();
    index.items().map(placed -> placed.item().id().toString()).forEach(about::add);
    for (Index.Listed file : Verification.files(index, Role.LEDGER_PROOF)) {
      if (!(ProofFile.parse(container.bytes(file.name(), Layout.MAX_PROOF_BYTES))
          instanceof Parsed.Read<ProofFile>(ProofFile proof))) {
        throw new Refused("proof-malformed", "The file " + file.name() + " is no proof.");
      }
      if (proof.verify(LogKeys.of(log(proof)), 0)
          instanceof Verdict.NotProven(String code, String sentence)) {
        throw new Refused(
            "proof-broken",
            "The file " + file.name() + " proves nothing (" + code + "). " + sentence);
      }
      Refused.unless(
          concerns(proof.entry(), about),
          "proof-of-another",
          "The file " + file.name() + " proves an entry about another matter.");
      Optional<String> exchanged = exchanged(proof.entry());
      Refused.unless(
          exchanged.isEmpty() || about.contains(exchanged.get()),
          "message-left-out",
          "The file " + file.name() + " tells of a message that the index does not name.");
      proofs.add(proof);
    }
  }

  private CheckpointVerifier log(ProofFile proof) {
    return log(exporter, proof.checkpoint().checkpoint().origin());
  }

  /** The key of an authority's log; after a restored backup its name has a number behind it. */
  static CheckpointVerifier log(IdentityCard card, String origin) {
    String first = card.authority() + "/ledger";
    boolean later =
        origin.startsWith(first + "/")
            && origin.substring(first.length() + 1).matches("[0-9]{1,9}");
    return new CheckpointVerifier(later ? origin : first, card.checkpointPublicKey());
  }

  private boolean concerns(LedgerEntry entry, Set<String> about) {
    String matter = entry.references().getOrDefault("matter", "");
    return matter.equals(index.matter().request().toString())
        || entry.references().getOrDefault("case", "").equals(index.matter().caseId().toString())
        || index.measures().stream()
            .map(Index.Urgent::matter)
            .anyMatch(urgent ->
                matter.isEmpty()
                    ? entry
                        .references()
                        .getOrDefault("measure", "")
                        .equals(urgent.caseId().toString())
                    : matter.equals(urgent.request().toString()))
        || Stream.of("message", "about", "item")
            .anyMatch(key -> about.contains(entry.references().getOrDefault(key, "")));
  }

  /** The message that an entry says left or came. */
  private static Optional<String> exchanged(LedgerEntry entry) {
    return switch (entry.event()) {
      case "released", "received", "notice-released", "notice-received" ->
          Optional.ofNullable(entry.references().get("message"));
      case "measure-released", "measure-seen", "measure-received" ->
          Optional.of(ofMeasure(entry.references()));
      default -> Optional.empty();
    };
  }

  /**
   * The message of a measure that an entry tells of: the one that opened it, if it names no other.
   */
  private static String ofMeasure(Map<String, String> references) {
    return references.getOrDefault("message", references.getOrDefault("matter", ""));
  }

  /** The entry of this kind about a message of a measure. */
  Optional<LedgerEntry> ofMeasure(String event, String message) {
    return proofs.stream()
        .map(ProofFile::entry)
        .filter(entry -> entry.event().equals(event))
        .filter(entry -> ofMeasure(entry.references()).equals(message))
        .findFirst();
  }

  /** The entry of this kind about a message. */
  Optional<LedgerEntry> entry(String event, String key, String value) {
    return proofs.stream()
        .map(ProofFile::entry)
        .filter(entry -> entry.event().equals(event))
        .filter(entry -> value.equals(entry.references().get(key)))
        .findFirst();
  }

  void tell(List<String> proven, List<String> open) {
    if (proofs.isEmpty()) {
      open.add("Anything by the ledger of " + exporter.authority() + ": no entry is in the file.");
      return;
    }
    proven.add(
        proofs.size()
            + " entries about the matter stand in the ledger "
            + proofs.getFirst().checkpoint().checkpoint().origin()
            + ", which "
            + exporter.authority()
            + " signed.");
    List<ProofFile> alone = new ArrayList<>(proofs);
    for (CosignatureVerifier witness : witnesses) {
      if (witness.name().equals(exporter.authority() + "/witness")) {
        continue;
      }
      List<ProofFile> seen =
          proofs.stream()
              .filter(proof -> proof.checkpoint().cosignedBy(witness).isPresent())
              .toList();
      alone.removeAll(seen);
      if (!seen.isEmpty()) {
        Instant first =
            seen.stream()
                .flatMap(proof -> proof.checkpoint().cosignedBy(witness).stream())
                .map(Cosignature::time)
                .min(Instant::compareTo)
                .orElseThrow();
        proven.add(
            witness.name()
                + " countersigned the ledger over "
                + seen.size()
                + " of these entries, first at "
                + first
                + ": they could not be changed afterwards without its notice.");
      }
    }
    if (!alone.isEmpty()) {
      open.add(
          "That "
              + alone.size()
              + " of the entries were not written or changed later: no partner has countersigned"
              + " the ledger over them in this file.");
    }
  }
}
