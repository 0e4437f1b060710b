package org.entente.node.ledger;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.Node;
import org.entente.ledger.SignedCheckpoint;
import org.entente.node.store.Reads;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ledger. An entry is appended inside the transaction of the act it records: both are on
 * disk or neither is. The store runs one transaction after another, so positions have no gap.
 */
public final class Journal {
  /** The actor of what the node does by itself. */
  public static final String NODE = LedgerEntry.NODE;

  static final String MATTER = "matter";

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
            """
            INSERT INTO ledger_entry (position, id, matter, item, event, at, entry)
            VALUES (:position, :id, :matter, :item, :event, :at, :entry)
            """)
        .param("position", entry.index())
        .param("id", entry.id().toString())
        .param("matter", references.get(MATTER))
        .param("item", item(references))
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

  /** What an entry is about that names no matter; null when nothing that is exchanged. */
  static @Nullable String item(Map<String, String> references) {
    return references.containsKey(MATTER)
        ? null
        : Stream.of("message", "case", "measure")
            .map(references::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** The signed checkpoint over everything written so far, this transaction included. */
  public SignedCheckpoint checkpoint(Reads tx) {
    return checkpoint(tx, size(tx));
  }

  /**
   * The signed checkpoint over the first entries.
   *
   * @throws IllegalStateException when the log was ended meanwhile and another one begun
   */
  public SignedCheckpoint checkpoint(Reads tx, long size) {
    String origin = origin(tx);
    Hash root = root(tx, size);
    if (!origin(tx).equals(origin)) {
      // A reader outside the writer's transaction may see the change between two statements: never
      // is the root of one log signed under the name of another.
      throw new IllegalStateException("The log was ended while it was read. Ask again.");
    }
    return SignedCheckpoint.sign(new Checkpoint(origin, size, root), named(origin));
  }

  /** Name and key of the log that is written now. */
  public CheckpointVerifier log(Reads tx) {
    return new CheckpointVerifier(origin(tx), signer.publicKey32());
  }

  /** The key of a log that this node wrote, by its name. */
  CheckpointVerifier keyOf(String origin) {
    return new CheckpointVerifier(origin, signer.publicKey32());
  }

  private String origin(Reads tx) {
    return tx.sql("SELECT origin FROM own_log ORDER BY number DESC LIMIT 1")
        .query(String.class)
        .optional()
        .orElse(signer.name());
  }

  /** The signed statement that tells partners of the present log; empty for the first one. */
  public static Optional<byte[]> statement(Reads tx) {
    return tx.sql("SELECT statement FROM own_log ORDER BY number DESC LIMIT 1")
        .query((rs, n) -> rs.getBytes("statement"))
        .optional();
  }

  /** When the present log took the place of one that a restored backup had set back. */
  public static Optional<Instant> begunAnew(Reads tx) {
    return tx.sql("SELECT started_at FROM own_log ORDER BY number DESC LIMIT 1")
        .query((rs, n) -> Times.instant(rs.getLong("started_at")))
        .optional();
  }

  private CheckpointSigner named(String origin) {
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        return signer.sign(message);
      }

      @Override
      public byte[] publicKey32() {
        return signer.publicKey32();
      }

      @Override
      public String name() {
        return origin;
      }
    };
  }

  /**
   * Ends the log and begins another one, empty, under the next name. The entries are kept aside
   * with the last signed head.
   *
   * @return the name of the new log
   */
  public String begin(Tx tx, NewLog next) {
    SignedCheckpoint former = checkpoint(tx);
    tx.sql(
            """
            INSERT INTO former_entry (log, position, id, matter, event, at, entry) SELECT :log,
              position, id, matter, event, at, entry
            FROM ledger_entry
            """)
        .param("log", next.number() - 1)
        .update();
    tx.sql("DELETE FROM ledger_entry").update();
    tx.sql("DELETE FROM ledger_node").update();
    tx.sql(
            """
            INSERT INTO own_log (number, origin, started_at, former, statement)
            VALUES (:number, :origin, :now, :former, :statement)
            """)
        .param("number", next.number())
        .param("origin", next.origin())
        .param("now", Times.micros(clock.instant()))
        .param("former", former.encode())
        .param("statement", next.statement())
        .update();
    return next.origin();
  }

  /** The log that would follow the present one: its number and name. */
  public NewLog next(Tx tx) {
    long number =
        tx.sql("SELECT COALESCE(MAX(number), 1) + 1 FROM own_log").query(Long.class).single();
    return new NewLog(number, signer.name() + "/" + number, new byte[0]);
  }

  /**
   * A log that takes the place of one that ended.
   *
   * @param statement signed, tells partners of it
   */
  public record NewLog(long number, String origin, byte[] statement) {}

  /** How many entries the log has. */
  public long size(Reads tx) {
    return new LedgerRows(tx).size();
  }

  /** The root over the first entries; older sizes can be asked at any time. */
  public Hash root(Reads tx, long size) {
    return MerkleTree.root(new LedgerRows(tx), size);
  }

  /** Returns the consistency proof between two sizes of the log. */
  public List<Hash> consistency(Reads tx, long from, long to) {
    return MerkleTree.consistency(new LedgerRows(tx), from, to).path();
  }
}
