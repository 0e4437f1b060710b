package org.entente.node.records;

import org.entente.intake.Described;
import org.entente.intake.SubjectJson;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;

/** Seals what records say, each under a key of its own, and opens it for this authority. */
final class RecordContents {
  private final Vault vault;
  private final OpeningGrant own;

  RecordContents(Vault vault, OpeningGrant own) {
    this.vault = vault;
    this.own = own;
  }

  Locked lock(RecordId id, byte[] content) {
    return vault.lock(content, row(id));
  }

  Described open(RecordId id, Locked locked) {
    return SubjectJson.described(vault.unlock(locked, row(id)).open(own));
  }

  RecordView view(RecordRows.Row row) {
    return new RecordView(
        row.id(),
        row.source(),
        open(row.id(), row.locked()),
        row.provisions(),
        row.mergedInto(),
        row.importId(),
        row.createdAt(),
        row.updatedAt());
  }

  /** Seals something else that belongs to records, bound to the row it lies in. */
  Locked lockPart(String row, byte[] part) {
    return vault.lock(part, row);
  }

  byte[] openPart(String row, Locked locked) {
    return vault.unlock(locked, row).open(own);
  }

  private static String row(RecordId id) {
    return "record/" + id;
  }
}
