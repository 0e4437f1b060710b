package org.entente.node.evidence;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.entente.formats.Dossier;
import org.entente.formats.casefile.Permission;
import org.entente.ledger.SaltedHash;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Originals;
import org.entente.node.ledger.Event;
import org.entente.node.officers.Officer;
import org.entente.node.store.Vault.Locked;

/**
 * Where a supervisor takes persons and things of a case out in a format that other systems read.
 * The agreement decided what its messages say; that they go on to a third is decided by the same
 * person, and recorded in the same way, as an evidence file.
 *
 * <p><b>Guarantees.</b> What a partner sent under H2 or H3 is not in the file, what was erased or
 * is restricted neither, and drafts never. The entry of the disclosure, with the hash of the file
 * and of the reason, is on disk before the file is returned.
 *
 * <p>Safe for use by many threads.
 */
public final class SubjectFiles {
  private final EvidenceDesk.Needs needs;
  private final SecureRandom random;

  SubjectFiles(EvidenceDesk.Needs needs, SecureRandom random) {
    this.needs = needs;
    this.random = random;
  }

  /**
   * Makes a file and records that it was taken.
   *
   * @param wanted empty where none was chosen
   * @param reason what it is for, and for whom (Directive (EU) 2016/680 Art. 25(1)); kept sealed
   */
  public Outcome<SubjectFile> take(
      Officer by, CaseId id, Optional<SubjectFormat> wanted, String reason) {
    if (!Rights.may(by, Right.TAKE_EVIDENCE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    String said = reason.strip();
    if (said.length() < EvidenceDesk.REASON_MIN || said.length() > EvidenceDesk.REASON_MAX) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    if (wanted.isEmpty()) {
      return Outcome.refused(EvidenceRefusal.FORMAT_MISSING);
    }
    SubjectFormat format = wanted.get();
    Originals originals = needs.casework().originals();
    Optional<Originals.Matter> matter = needs.store().read(tx -> originals.matter(tx, id));
    if (matter.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    ToldInCase told = new ToldInCase();
    needs.store().read(tx -> originals.of(tx, id, false)).forEach(told::add);
    Instant now = needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    Dossier dossier =
        told.dossier(format, needs.identity().card().authority(), matter.get().reference(), now);
    if (dossier.entries().isEmpty()) {
      return Outcome.refused(EvidenceRefusal.NOTHING_TOLD);
    }
    byte[] bytes = format.write(dossier, new Permission("agreement", matter.get().agreement()));
    record(by, matter.get(), format, bytes, said);
    return Outcome.done(
        new SubjectFile(
            format.fileName(matter.get().reference()),
            format,
            bytes,
            dossier.entries().size(),
            told.heldBack()));
  }

  private void record(
      Officer by, Originals.Matter matter, SubjectFormat format, byte[] file, String said) {
    String export = Generators.timeBasedEpochRandomGenerator().generate().toString();
    Locked reason =
        needs.vault().lock(said.getBytes(StandardCharsets.UTF_8), EvidenceDesk.place(export));
    byte[] salt = new byte[SaltedHash.SALT_BYTES];
    random.nextBytes(salt);
    String hash = SaltedHash.of(file, salt).hash().hex();
    Instant at = needs.clock().instant();
    Map<String, String> references =
        Map.of(
            "case", matter.id().toString(),
            "matter", matter.request().toString(),
            "format", format.code(),
            "reason", reason.hash());
    needs
        .store()
        .write(tx -> {
          long position =
              needs
                  .journal()
                  .append(tx, Event.SUBJECTS_EXPORTED, by.id().toString(), references, hash);
          ExportRows.insert(
              tx,
              new ExportRows.Row(
                  export,
                  new Taken.OfCase(matter.id()),
                  by.id(),
                  at,
                  position,
                  false,
                  false,
                  hash,
                  format.code(),
                  reason));
          return position;
        });
  }
}
