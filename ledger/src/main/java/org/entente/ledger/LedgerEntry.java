package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One entry of a node's log: what happened, when, by whom, to what, on which article (Directive
 * (EU) 2016/680, "LED", Art. 25). Immutable. It has exactly one encoding, and that is what the tree
 * hashes.
 *
 * <p>Never holds a name or content: the actor and the references are opaque, the content is a
 * salted hash. For a consultation or disclosure Art. 25 wants the justification and the recipient:
 * by custom the references {@code article} and {@code recipient}.
 *
 * @param index position in the log, from 0
 * @param id UUID version 7
 * @param time UTC, in whole microseconds
 * @param access kind of processing
 * @param event what happened: {@code [a-z][a-z0-9-]{1,39}}, an open set
 * @param actor {@link #NODE}, or {@code [a-z0-9-]} up to 64 with at least one digit
 * @param references at most 16; keys {@code [a-z][a-z0-9-]{0,31}}, values 1 to 128 of {@code A-Z
 *     a-z 0-9 ._:/()+=-} with spaces inside
 * @param content the hash of a {@link SaltedHash}, if the act had content
 */
public record LedgerEntry(
    long index,
    UUID id,
    Instant time,
    Access access,
    String event,
    String actor,
    SortedMap<String, String> references,
    Optional<Hash> content) {
  /** The actor of what the node does by itself. */
  public static final String NODE = "node";

  /** Longest actor. */
  public static final int MAX_ACTOR_CHARS = 64;

  /** Most references: a message's own are under ten. */
  public static final int MAX_REFERENCES = 16;

  /** Longest value of a reference: two SHA-256 hashes in hex. */
  public static final int MAX_REFERENCE_CHARS = 128;

  /** Longest encoding; every field at its limit stays below. */
  public static final int MAX_ENCODED_BYTES = 4096;

  /** Refuses a field outside its pattern; the message names the field, never its value. */
  public LedgerEntry {
    require(EntryRules.isIndex(index), "index");
    require(EntryRules.isId(id), "id");
    require(EntryRules.isTime(time), "time");
    require(EntryRules.isEvent(event), "event");
    require(EntryRules.isActor(actor), "actor");
    // A copy in natural order: a map sorted otherwise would encode otherwise.
    references = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) references));
    require(EntryRules.areReferences(references), "references");
  }

  private static void require(boolean good, String field) {
    if (!good) {
      throw new IllegalArgumentException("the entry's " + field + " is outside its pattern");
    }
  }

  /** The same entry at another position, for a writer that learns the position last. */
  public LedgerEntry at(long position) {
    return new LedgerEntry(position, id, time, access, event, actor, references, content);
  }

  /** The one encoding: ASCII lines, see docs/protocol/ledger.md. */
  public byte[] encoded() {
    return EntryText.write(this).getBytes(StandardCharsets.US_ASCII);
  }

  /** The hash of the encoding as a leaf of the tree. */
  public Hash leafHash() {
    return MerkleTree.leafHash(encoded());
  }

  /**
   * Reads exactly what {@link #encoded} writes; any other spelling of the same entry is refused.
   */
  public static Parsed<LedgerEntry> parse(byte[] encoded) {
    return EntryText.read(encoded);
  }
}
