package org.entente.node.evidence;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Reading;
import org.entente.evidence.Dossier;
import org.entente.evidence.EvidenceFile;
import org.entente.evidence.Index;
import org.entente.evidence.Judgement;
import org.entente.evidence.SignedFiles;
import org.entente.evidence.Trust;
import org.entente.evidence.TrustedServices;
import org.entente.ledger.SaltedHash;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.Receipts;
import org.entente.node.followup.NoticeOffice;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Proofs;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.Measures;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a supervisor takes a case, or an urgent measure by itself, out as an evidence file. A
 * supervisor and nobody else: an officer who works on a case does not decide that it leaves the
 * house, and it is the supervisor who answers to courts and to the data-protection authority.
 *
 * <p><b>Guarantees.</b> A file that its own verification would not uphold is not handed out. The
 * entry of the disclosure, with the hash of everything in the file and of the reason, is on disk
 * before the first byte leaves. The writer is held for that entry only.
 *
 * <p><b>Does not guarantee.</b> That the requester received the whole file: the line may break
 * afterwards.
 *
 * <p>Safe for use by many threads.
 */
public final class EvidenceDesk {
  /** Shortest and longest reason, in UTF-16 units. */
  public static final int REASON_MIN = 10;

  public static final int REASON_MAX = 2_000;

  /** Files made at once: each reads every attachment of its case twice. */
  private static final int AT_ONCE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceDesk.class);

  private final Needs needs;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final SecureRandom random = new SecureRandom();
  private final SubjectFiles subjects;

  /**
   * What it works with.
   *
   * @param timeService empty when the administrator chose none
   */
  public record Needs(
      Identity identity,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Proofs proofs,
      Partners partners,
      AgreementsInForce agreements,
      Receipts receipts,
      Casework casework,
      NoticeOffice notices,
      Measures measures,
      Countersigners witnesses,
      Optional<TimeService> timeService,
      InstantSource clock) {}

  public EvidenceDesk(Needs needs) {
    this.needs = needs;
    this.subjects = new SubjectFiles(needs, random);
  }

  /** Where persons and things of a case are taken out as a file of another format. */
  public SubjectFiles subjects() {
    return subjects;
  }

  /** Forgets why evidence files were taken of a case. */
  public static void forget(Tx tx, CaseId id) {
    ExportRows.forget(tx, id);
  }

  /** Forgets why evidence files were taken of a measure. */
  public static void forget(Tx tx, MeasureId id) {
    ExportRows.forget(tx, id);
  }

  /** Whether a service is asked for the time. */
  public boolean stampsTime() {
    return needs.timeService().isPresent();
  }

  /**
   * What is wanted.
   *
   * @param reason what the file is for (Directive (EU) 2016/680 Art. 25(1)); kept sealed
   * @param restricted whether what is restricted goes with it
   */
  public record Wanted(String reason, boolean restricted) {
    @Override
    public String toString() {
      return "Wanted[…]";
    }
  }

  /** Makes an evidence file and records that it was taken. */
  public Outcome<EvidenceExport> export(Officer by, Taken of, Wanted wanted, CoverPage cover) {
    if (!Rights.may(by, Right.TAKE_EVIDENCE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    String reason = wanted.reason().strip();
    if (reason.length() < REASON_MIN || reason.length() > REASON_MAX) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Optional<Index.Matter> matter = needs.store().read(tx -> matter(tx, of));
    Optional<Partner> partner =
        matter.flatMap(m -> needs.partners().find(new AuthorityId(m.partner())));
    if (matter.isEmpty() || partner.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    if (!places.tryAcquire()) {
      return Outcome.refused(EvidenceRefusal.BUSY);
    }
    Collecting collecting = new Collecting(needs, of, matter.get(), partner.get());
    try {
      return make(by, collecting, new Wanted(reason, wanted.restricted()), cover);
    } catch (IOException e) {
      return Outcome.refused(collecting.damaged().orElse(Usual.DISK_FAULT));
    } finally {
      places.release();
    }
  }

  private Optional<Index.Matter> matter(Reads tx, Taken of) {
    return switch (of) {
      case Taken.OfCase(CaseId id) -> needs.casework().originals().matter(tx, id).map(Matters::of);
      case Taken.OfMeasure(MeasureId id, AuthorityId partner) ->
          needs.measures().originals().of(tx, id, partner).map(Matters::of);
    };
  }

  private Outcome<EvidenceExport> make(
      Officer by, Collecting collecting, Wanted wanted, CoverPage cover) throws IOException {
    Instant now = needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Index.Matter matter = collecting.matter();
    needs
        .store()
        .read(tx -> {
          collecting.read(tx, wanted.restricted());
          return true;
        });
    if (collecting.nothing()) {
      return Outcome.refused(EvidenceRefusal.NOTHING_EXCHANGED);
    }
    Optional<Refusal> damaged = collecting.damaged();
    if (damaged.isPresent()) {
      return Outcome.refused(damaged.get());
    }
    collecting.prove();
    byte[] salt = new byte[SaltedHash.SALT_BYTES];
    random.nextBytes(salt);
    Dossier dossier = collecting.dossier(now, salt);
    Optional<SignedFiles> stamped = stamped(dossier, collecting, now, cover);
    SignedFiles files =
        stamped.isPresent()
            ? stamped.get()
            : dossier.sign(cover.pdf(collecting.facts(now, Optional.empty())), false);
    if (!sound(files, collecting.partner())) {
      return Outcome.refused(collecting.damaged().orElse(EvidenceRefusal.NOT_SOUND));
    }
    String hash = SaltedHash.of(files.manifest(), salt).hash().hex();
    record(by, collecting, wanted, stamped.isPresent(), hash);
    return Outcome.done(
        new EvidenceExport(matter.reference() + ".asice", files, stamped.isPresent()));
  }

  /** Whether a court that checks the file would uphold it; what it would refuse does not leave. */
  private boolean sound(SignedFiles files, Partner partner) throws IOException {
    Trust trust =
        new Trust(
            List.of(needs.identity().card(), partner.card()),
            TrustedServices.NONE,
            EvidenceDesk::hash);
    return switch (EvidenceFile.verify(files, trust)) {
      case Judgement.Upheld upheld -> true;
      case Judgement.Rejected rejected -> {
        LOG.error("An evidence file is not sound ({}) and was not handed out.", rejected.code());
        yield false;
      }
    };
  }

  private static String hash(byte[] instrument, byte[] arrangement) {
    return new AgreementReader().read(instrument, arrangement) instanceof Reading.Read read
        ? read.agreement().hash().value()
        : "";
  }

  /** The files with a time stamp; empty when there is no service or it does not vouch for them. */
  private Optional<SignedFiles> stamped(
      Dossier dossier, Collecting collecting, Instant now, CoverPage cover) throws IOException {
    if (needs.timeService().isEmpty()) {
      return Optional.empty();
    }
    TimeService service = needs.timeService().get();
    byte[] page = cover.pdf(collecting.facts(now, Optional.of(service.address().getHost())));
    return service.stamp(dossier.sign(page, true));
  }

  private void record(
      Officer by, Collecting collecting, Wanted wanted, boolean stamped, String hash) {
    Taken of = collecting.of();
    String export = Generators.timeBasedEpochRandomGenerator().generate().toString();
    Locked reason =
        needs.vault().lock(wanted.reason().getBytes(StandardCharsets.UTF_8), place(export));
    Instant at = needs.clock().instant();
    Optional<Consumer<Tx>> look =
        wanted.restricted() && of instanceof Taken.OfCase(CaseId id)
            ? Optional.of(
                needs.casework().originals().restrictedLook(by.id(), id, at, wanted.reason()))
            : Optional.empty();
    Map<String, String> references = new TreeMap<>(of.references());
    references.put("matter", collecting.matter().request().toString());
    references.put("reason", reason.hash());
    needs
        .store()
        .write(tx -> {
          look.ifPresent(noting -> noting.accept(tx));
          long position =
              needs
                  .journal()
                  .append(tx, Event.EVIDENCE_EXPORTED, by.id().toString(), references, hash);
          ExportRows.insert(
              tx,
              new ExportRows.Row(
                  export,
                  of,
                  by.id(),
                  at,
                  position,
                  wanted.restricted(),
                  stamped,
                  hash,
                  ExportRows.Row.EVIDENCE,
                  reason));
          return position;
        });
  }

  static String place(String id) {
    return "evidence-export/" + id;
  }

  /** The evidence files that were taken of a case, newest first; for supervisors. */
  public List<Exported> of(Officer officer, CaseId id) {
    return Rights.may(officer, Right.TAKE_EVIDENCE)
        ? needs.store().read(tx -> ExportRows.of(tx, id)).stream().map(this::exported).toList()
        : List.of();
  }

  /** The evidence files that were taken of a measure, newest first; for supervisors. */
  public List<Exported> of(Officer officer, MeasureId id) {
    return Rights.may(officer, Right.TAKE_EVIDENCE)
        ? needs.store().read(tx -> ExportRows.of(tx, id)).stream().map(this::exported).toList()
        : List.of();
  }

  private Exported exported(ExportRows.Row row) {
    String reason;
    try {
      reason =
          new String(
              needs
                  .vault()
                  .unlock(row.reason(), place(row.id()))
                  .open(needs.decisions().ownRecords()),
              StandardCharsets.UTF_8);
    } catch (KeyForgotten e) {
      reason = "";
    }
    return new Exported(
        row.by(),
        row.at(),
        row.position(),
        row.restricted(),
        row.timeStamped(),
        row.manifestHash(),
        SubjectFormat.ofCode(row.format()),
        reason);
  }
}
