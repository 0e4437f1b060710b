package org.entente.node.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.ledger.Access;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.InclusionProof;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileWriter;
import org.entente.ledger.LogKeys;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.ProofFile;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.Verification;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;

/** Gives out what proves the ledger: checkpoint, entry proofs, the whole log as a file. */
public final class Proofs {
  private static final int PAGE = 1_000;

  private final Store store;
  private final Journal journal;
  private final Countersignatures partners;

  public Proofs(Store store, Journal journal, Countersignatures partners) {
    this.store = store;
    this.journal = journal;
    this.partners = partners;
  }

  /** Name and key of the log, as others configure it. */
  public CheckpointVerifier log() {
    return store.read(journal::log);
  }

  public SignedCheckpoint checkpoint() {
    return store.read(journal::checkpoint);
  }

  /** The proof of one entry, as a file that is checked without this node. */
  public Optional<ProofFile> proof(long position) {
    return store.read(tx -> proof(tx, position));
  }

  /** The proofs of all entries about a matter, in their order. */
  public List<ProofFile> proofsOf(String matter) {
    return store.read(tx ->
        tx
            .sql("SELECT position FROM ledger_entry WHERE matter = :matter ORDER BY position")
            .param("matter", matter)
            .query((rs, n) -> rs.getLong("position"))
            .list()
            .stream()
            .flatMap(position -> proof(tx, position).stream())
            .toList());
  }

  /**
   * The proofs of all entries about these matters and about the things that belong to it, in their
   * order, under a head that partners countersign now if they answer. Looks are not among them:
   * they tell which officer read here, nothing of what was exchanged.
   *
   * @param items messages, notices, the case and its measures, whose entries do not all name the
   *     matter
   * @param before the position at which to stop: what came later is not among the items
   */
  public List<ProofFile> proofsAbout(
      Collection<String> matters, Collection<String> items, long before) {
    SignedCheckpoint head = partners.gather(checkpoint());
    boolean countersigned = head.signatures().size() > 1;
    return store.read(tx ->
        tx
            .sql(
                """
                SELECT position
                FROM ledger_entry
                WHERE matter IN (:matters) AND position < :size
                UNION SELECT position
                FROM ledger_entry
                WHERE item IN (:items) AND position < :size
                ORDER BY position
                """)
            .param("matters", matters)
            .param("items", items)
            .param("size", Math.min(before, head.checkpoint().size()))
            .query((rs, n) -> rs.getLong("position"))
            .list()
            .stream()
            .flatMap(position ->
                (countersigned ? proof(tx, position, head) : proof(tx, position)).stream())
            .filter(proof -> proof.entry().access() != Access.CONSULTATION)
            .toList());
  }

  /** Entries of one kind since an instant, oldest first. */
  public List<LedgerEntry> since(Event event, Instant since) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM ledger_entry
                WHERE event = :event AND at >= :since
                ORDER BY position LIMIT :limit
                """
                    .formatted(StoredEntry.COLUMNS))
            .param("event", event.code())
            .param("since", Times.micros(since))
            .param("limit", PAGE)
            .query(StoredEntry::read)
            .list());
  }

  /** The newest entries, newest first, from {@code before} downwards. */
  public List<LedgerEntry> newest(long before, int limit) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM ledger_entry
                WHERE position < :before
                ORDER BY position DESC LIMIT :limit
                """
                    .formatted(StoredEntry.COLUMNS))
            .param("before", before)
            .param("limit", limit)
            .query(StoredEntry::read)
            .list());
  }

  /**
   * Writes the whole log as a ledger file. The export is itself an entry, the last one in it.
   *
   * @param by who asked for it
   * @return sound, or why what is stored is not what was signed
   */
  public Verification export(OutputStream out, String by) throws IOException {
    SignedCheckpoint checkpoint =
        store.write(tx -> {
          journal.append(tx, Event.LEDGER_EXPORTED, by, Map.of());
          return journal.checkpoint(tx);
        });
    LogKeys keys = new LogKeys(log(), store.read(partners::witnesses));
    return LedgerFileWriter.write(out, partners.gather(checkpoint), keys, entries());
  }

  private Optional<ProofFile> proof(Reads tx, long position) {
    return proof(tx, position, partners.over(tx, position).orElseGet(() -> journal.checkpoint(tx)));
  }

  private Optional<ProofFile> proof(Reads tx, long position, SignedCheckpoint checkpoint) {
    Optional<LedgerEntry> entry =
        tx.sql(
                """
                SELECT %s
                FROM ledger_entry
                WHERE position = :position
                """
                    .formatted(StoredEntry.COLUMNS))
            .param("position", position)
            .query(StoredEntry::read)
            .optional();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    InclusionProof proof =
        MerkleTree.inclusion(new LedgerRows(tx), position, checkpoint.checkpoint().size());
    return Optional.of(new ProofFile(entry.get(), proof, checkpoint));
  }

  /** All entries from the first on. */
  private Iterator<byte[]> entries() {
    return new PageByPage<>(from ->
        store.read(tx ->
            tx.sql(
                    """
                    SELECT entry
                    FROM ledger_entry
                    WHERE position >= :from
                    ORDER BY position LIMIT :limit
                    """)
                .param("from", from)
                .param("limit", PAGE)
                .query((rs, n) -> rs.getBytes("entry"))
                .list()));
  }
}
