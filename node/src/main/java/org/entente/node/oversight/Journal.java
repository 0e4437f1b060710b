package org.entente.node.oversight;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.Node;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/**
 * Writes the ledger. An entry is appended inside the transaction of the act it records: both are on
 * disk or neither is. The store runs one transaction after another, so positions have no gap.
 */
public final class Journal {
  /** The actor of what the node does by itself. */
  public static final String NODE = LedgerEntry.NODE;

  private static final String MATTER = "matter";

  private final CheckpointSigner signer;
  private final InstantSource clock;

  public Journal(CheckpointSigner signer, InstantSource clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Appends an entry without content.
   *
   * @param actor an officer's identifier or {@link #NODE}
   * @return its position
   */
  public long append(Tx tx, Event event, String actor, Map<String, String> references) {
    return append(tx, event, actor, references, Optional.empty());
  }

  /**
   * Appends an entry that binds content by its salted hash.
   *
   * @param bodyHash SHA-256 of salt and content, hexadecimal; the salt stays with the content
   */
  public long append(
      Tx tx, Event event, String actor, Map<String, String> references, String bodyHash) {
    return append(tx, event, actor, references, Hash.fromHex(bodyHash));
  }

  private long append(
      Tx tx, Event event, String actor, Map<String, String> references, Optional<Hash> content) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LedgerRows rows = new LedgerRows(tx);
    LedgerEntry entry =
        new LedgerEntry(
            rows.size(),
            Generators.timeBasedEpochRandomGenerator().generate(),
            now,
            event.access(),
            event.code(),
            actor,
            new TreeMap<>(references),
            content);
    tx.sql(
            "INSERT INTO ledger_entry (position, id, matter, event, at, entry) VALUES (:position,"
                + " :id, :matter, :event, :at, :entry)")
        .param("position", entry.index())
        .param("id", entry.id().toString())
        .param("matter", references.get(MATTER))
        .param("event", event.code())
        .param("at", Times.micros(now))
        .param("entry", entry.encoded())
        .update();
    List<Node> added = MerkleTree.append(rows, entry.index(), entry.leafHash());
    for (Node node : added) {
      tx.sql("INSERT INTO ledger_node (level, position, hash) VALUES (:level, :position, :hash)")
          .param("level", node.level())
          .param("position", node.index())
          .param("hash", node.hash().bytes())
          .update();
    }
    return entry.index();
  }

  /** The signed checkpoint over everything written so far, this transaction included. */
  public SignedCheckpoint checkpoint(Tx tx) {
    LedgerRows rows = new LedgerRows(tx);
    long size = rows.size();
    return SignedCheckpoint.sign(
        new Checkpoint(signer.name(), size, MerkleTree.root(rows, size)), signer);
  }

  /** How many entries the log has. */
  public long size(Tx tx) {
    return new LedgerRows(tx).size();
  }

  /** The root over the first entries; older sizes can be asked at any time. */
  public Hash root(Tx tx, long size) {
    return MerkleTree.root(new LedgerRows(tx), size);
  }

  /** The signed checkpoint over the first entries. */
  public SignedCheckpoint checkpoint(Tx tx, long size) {
    return SignedCheckpoint.sign(new Checkpoint(signer.name(), size, root(tx, size)), signer);
  }

  /** The proof that the log of the second size only adds to that of the first. */
  public List<Hash> consistency(Tx tx, long from, long to) {
    return MerkleTree.consistency(new LedgerRows(tx), from, to).path();
  }
}
