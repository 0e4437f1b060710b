package org.entente.node.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.evidence.Dossier;
import org.entente.evidence.Index;
import org.entente.ledger.ProofFile;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Originals;
import org.entente.node.delivery.Receipt;
import org.entente.node.delivery.Receipts;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeOriginals;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureOriginals;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.seal.IdentityCard;
import org.entente.seal.SignedMessage;

/**
 * Collects one case or measure: reads it in one go, then fills a dossier. For one export and one
 * thread.
 */
final class Collecting {
  /** Kept by the index of records, not by the exchange: entries of comparing stay inside. */
  private static final String OWN_INDEX = "match-";

  private final EvidenceDesk.Needs needs;
  private final Taken of;
  private final Index.Matter matter;
  private final Partner partner;
  private final List<Collected> collected = new ArrayList<>();
  private final List<Index.Matter> measures = new ArrayList<>();
  private final List<Kept> files = new ArrayList<>();
  private List<ProofFile> proofs = List.of();
  private long before;

  Collecting(EvidenceDesk.Needs needs, Taken of, Index.Matter matter, Partner partner) {
    this.needs = needs;
    this.of = of;
    this.matter = matter;
    this.partner = partner;
  }

  /**
   * A message or notice with its bytes.
   *
   * @param measure the urgent measure it belongs to; empty for one of the case itself
   */
  private record Collected(
      Optional<Index.Matter> measure,
      Index.Item item,
      Dossier.Texts texts,
      List<Dossier.Carried> carried,
      Optional<Receipt> receipt,
      Set<HandlingCode> handling) {
    @Override
    public String toString() {
      return "Collected[" + item.id() + "]";
    }
  }

  /** A file that goes along, as it was exchanged. */
  private record Kept(String name, SealedAttachment sealed) {
    @Override
    public String toString() {
      return "Kept[" + sealed.id() + "]";
    }
  }

  /** Reads messages, notices and receipts; what is written meanwhile is left to a later file. */
  void read(Reads tx, boolean restricted) {
    before = needs.journal().size(tx);
    switch (of) {
      case Taken.OfCase(CaseId id) -> {
        read(tx, id, restricted);
        needs.measures().originals().of(tx, id, partner.id()).forEach(each -> read(tx, each));
      }
      case Taken.OfMeasure(MeasureId id, AuthorityId with) ->
          needs.measures().originals().of(tx, id, with).ifPresent(each -> read(tx, each));
    }
  }

  private void read(Reads tx, CaseId id, boolean restricted) {
    for (Originals.Original original : needs.casework().originals().of(tx, id, restricted)) {
      collected.add(message(tx, original));
      files.addAll(kept(original));
    }
    for (NoticeOriginals.Original original : needs.notices().originals().of(tx, id, restricted)) {
      if (original.partner().equals(partner.id())) {
        collected.add(notice(tx, original));
      }
    }
  }

  private void read(Reads tx, MeasureOriginals.Exchanged measure) {
    Index.Matter urgent = Matters.of(measure);
    measures.add(urgent);
    measure.messages().forEach(original -> collected.add(urgent(tx, urgent, original)));
  }

  Taken of() {
    return of;
  }

  Index.Matter matter() {
    return matter;
  }

  Partner partner() {
    return partner;
  }

  /** The first file that goes along and is damaged on this disk. */
  Optional<Refusal> damaged() {
    return files.stream()
        .filter(file -> needs.casework().damagedFiles().of(file.sealed()).isPresent())
        .map(file -> (Refusal) new FileDamaged(file.name()))
        .findFirst();
  }

  boolean nothing() {
    return collected.isEmpty();
  }

  private static List<Kept> kept(Originals.Original original) {
    return original.said().stream()
        .flatMap(said -> said.attachments().stream())
        .flatMap(file ->
            original.header().attachment(file.id()).stream()
                .map(sealed -> new Kept(file.name(), sealed)))
        .toList();
  }

  private Collected message(Reads tx, Originals.Original original) {
    boolean out = original.direction() == Direction.OUT;
    Optional<Originals.Said> said = original.said();
    Optional<byte[]> signed = said.flatMap(s -> checked(s.signed(), out));
    return new Collected(
        Optional.empty(),
        new Index.Item(
            original.id().value(),
            original.header().act().kind().code(),
            sender(out),
            sender(!out),
            original.at(),
            "",
            state(original.erased(), said.isPresent(), signed.isPresent()),
            original.header().agreementHash(),
            original.articles(),
            original.bodyHash(),
            List.of()),
        new Dossier.Texts(
            signed,
            said.map(s -> original.header().text().getBytes(StandardCharsets.UTF_8)),
            said.map(Originals.Said::body),
            statement(tx, original.id())),
        said.map(this::carried).orElse(List.of()),
        needs.receipts().find(tx, original.id()),
        said.map(Originals.Said::handling).orElse(Set.of()));
  }

  private Collected notice(Reads tx, NoticeOriginals.Original original) {
    boolean out = original.ours();
    Optional<NoticeOriginals.Said> said = original.said();
    Optional<byte[]> signed = said.flatMap(s -> checked(s.signed(), out));
    return new Collected(
        Optional.empty(),
        new Index.Item(
            original.id().value(),
            original.kind().code(),
            sender(out),
            sender(!out),
            original.at(),
            original.about().toString(),
            state(original.erased(), said.isPresent(), signed.isPresent()),
            "",
            List.of(),
            original.bodyHash(),
            List.of()),
        new Dossier.Texts(
            signed,
            said.map(s -> s.header().getBytes(StandardCharsets.UTF_8)),
            said.map(NoticeOriginals.Said::body),
            statement(tx, original.id())),
        List.of(),
        needs.receipts().find(tx, original.id()),
        Set.of());
  }

  private Collected urgent(Reads tx, Index.Matter measure, MeasureOriginals.Original original) {
    Optional<MeasureOriginals.Said> said = original.said();
    Optional<SignedMessage.Verification.Verified> signed =
        said.flatMap(MeasureOriginals.Said::signed)
            .flatMap(bytes -> verified(bytes, original.ours()));
    return new Collected(
        Optional.of(measure),
        new Index.Item(
            original.id().value(),
            original.kind().code(),
            sender(original.ours()),
            sender(!original.ours()),
            original.at(),
            original.about().map(MessageId::toString).orElse(""),
            state(original.erased(), said.isPresent(), signed.isPresent()),
            original.agreement().orElse(""),
            original.articles(),
            original.bodyHash(),
            List.of()),
        new Dossier.Texts(
            signed.flatMap(_ -> said.flatMap(MeasureOriginals.Said::signed)),
            // The partner's program may write the same header in another order.
            signed
                .map(SignedMessage.Verification.Verified::header)
                .or(() -> said.map(MeasureOriginals.Said::header)),
            said.map(MeasureOriginals.Said::body),
            statement(tx, original.id())),
        List.of(),
        needs.receipts().find(tx, original.id()),
        said.map(MeasureOriginals.Said::handling).orElse(Set.of()));
  }

  private Optional<byte[]> statement(Reads tx, MessageId id) {
    return needs.receipts().signed(tx, id).map(Receipts.Signed::statement);
  }

  private String sender(boolean own) {
    return own ? needs.identity().card().authority() : partner.card().authority();
  }

  private static Index.State state(boolean erased, boolean said, boolean signed) {
    return erased
        ? Index.State.ERASED
        : !said ? Index.State.RESTRICTED : signed ? Index.State.WHOLE : Index.State.UNSIGNED;
  }

  /** A signed object that the cards of today check; one of an earlier identity would not hold. */
  private Optional<byte[]> checked(Optional<byte[]> signed, boolean out) {
    return signed.filter(bytes -> verified(bytes, out).isPresent());
  }

  private Optional<SignedMessage.Verification.Verified> verified(byte[] signed, boolean out) {
    IdentityCard own = needs.identity().card();
    return SignedMessage.verify(signed, out ? own : partner.card(), out ? partner.card() : own)
            instanceof SignedMessage.Verification.Verified verified
        ? Optional.of(verified)
        : Optional.empty();
  }

  private List<Dossier.Carried> carried(Originals.Said said) {
    Originals originals = needs.casework().originals();
    return said.attachments().stream()
        .map(file ->
            new Dossier.Carried(
                file.id().value(),
                file.name(),
                file.mediaType(),
                file.sizeBytes(),
                () -> originals.sealed(file.id()),
                () -> originals.opened(file)))
        .toList();
  }

  /** Asks for the proofs of all entries; waits a few seconds for countersignatures. */
  void prove() {
    Set<String> matters = new TreeSet<>(Set.of(matter.request().toString()));
    Set<String> items = new TreeSet<>(Set.of(matter.caseId().toString()));
    for (Index.Matter measure : measures) {
      matters.add(measure.request().toString());
      items.add(measure.caseId().toString());
    }
    collected.forEach(c -> items.add(c.item().id().toString()));
    proofs =
        needs.proofs().proofsAbout(matters, items, before).stream()
            .filter(proof -> !proof.entry().event().startsWith(OWN_INDEX))
            .toList();
  }

  Dossier dossier(Instant at, byte[] salt) throws IOException {
    Dossier dossier = new Dossier(needs.identity(), partner.card(), matter, at, salt);
    Optional<byte[]> witness = needs.witnesses().keyOf(partner.id());
    if (witness.isPresent()) {
      dossier.witnessKey(partner.card().authority(), witness.get());
    }
    for (String hash : agreements()) {
      AgreementsInForce.Files files =
          needs
              .agreements()
              .files(hash)
              .orElseThrow(() -> new IllegalStateException("An agreement of a case is gone"));
      dossier.agreement(hash, files.instrument(), files.arrangement());
    }
    for (Collected each : collected) {
      if (each.measure().isPresent()) {
        dossier.item(each.measure().get(), each.item(), each.texts(), each.carried());
      } else {
        dossier.item(each.item(), each.texts(), each.carried());
      }
    }
    for (ProofFile proof : proofs) {
      dossier.proof(proof);
    }
    return dossier;
  }

  private Set<String> agreements() {
    Set<String> hashes = new TreeSet<>();
    collected.stream()
        .map(each -> each.item().agreement())
        .filter(hash -> !hash.isEmpty())
        .forEach(hashes::add);
    return hashes;
  }

  CoverPage.Facts facts(Instant at, Optional<String> timeService) {
    return new CoverPage.Facts(
        matter,
        needs.identity().card(),
        partner.card(),
        at,
        items().toList(),
        collected.stream()
            .filter(each -> each.measure().isPresent())
            .map(each -> each.item().id())
            .collect(Collectors.toSet()),
        collected.stream().collect(Collectors.toMap(c -> c.item().id(), Collected::handling)),
        collected.stream()
            .flatMap(each ->
                each.receipt().stream()
                    .map(receipt ->
                        new CoverPage.Receipted(
                            each.item(),
                            receipt.at(),
                            receipt.verdict() == Receipt.Verdict.ACCEPTED)))
            .toList(),
        proofs.stream().map(ProofFile::entry).toList(),
        proofs.stream().filter(proof -> proof.checkpoint().signatures().size() > 1).count(),
        timeService);
  }

  private Stream<Index.Item> items() {
    return collected.stream().map(Collected::item).sorted(Comparator.comparing(Index.Item::at));
  }
}
