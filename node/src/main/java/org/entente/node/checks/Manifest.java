package org.entente.node.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.check.index.SealedIndex;
import org.entente.check.index.Segment;

/**
 * What a sealed index consists of, as the owner tells the partner it was made for.
 *
 * @param suite of the oblivious function
 * @param tokens version of the tokens' canonical form
 * @param perSubject elements that every subject takes
 * @param publicKey the commitment to this epoch's key, in hexadecimal
 * @param commitment proof that the owner's ledger holds the commitment, a tlog-proof
 * @param shards as many as a power of two, in order
 * @param added for each change in order, oldest first, whether it adds; else it removes
 */
record Manifest(
    int version,
    String suite,
    int tokens,
    int perSubject,
    String publicKey,
    Instant openedAt,
    Instant closesAt,
    String commitment,
    List<Part> shards,
    List<Part> changes,
    List<Boolean> added) {
  static final int VERSION = 1;

  /** Version of the tokens' canonical form. */
  static final int TOKENS = 1;

  static final int MAX_BYTES = 512 << 10;

  /** Two gigabytes: ten million persons. */
  static final long MOST_INDEX_BYTES = 2L << 30;

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64,66}");

  Manifest {
    shards = List.copyOf(shards);
    changes = List.copyOf(changes);
    added = List.copyOf(added);
  }

  /**
   * @param digest SHA-256 of the bytes, in hexadecimal
   * @param prefixes how many outputs it holds
   */
  record Part(String digest, long sizeBytes, long prefixes) {
    boolean sound() {
      return DIGEST.matcher(digest).matches()
          && sizeBytes > 0
          && sizeBytes <= Segment.MAX_BYTES
          && prefixes >= 0;
    }
  }

  /** The statement it travels with. */
  record Offered(
      int version,
      String owner,
      String asker,
      UUID epoch,
      long revision,
      Instant at,
      String payload)
      implements Parcel.Spoken {
    static final String PURPOSE = "sealed-index";
  }

  /** Whether a stranger's numbers describe an index that may be fetched. */
  boolean sound() {
    return version == VERSION
        && KEY.matcher(publicKey).matches()
        && Integer.bitCount(shards.size()) == 1
        && shards.size() <= SealedIndex.MOST_SHARDS
        && changes.size() <= SealedIndex.MOST_CHANGES
        && added.size() == changes.size()
        && parts().allMatch(Part::sound)
        && sizeBytes() <= MOST_INDEX_BYTES;
  }

  /** Everything that has to be fetched. */
  Stream<Part> parts() {
    return Stream.concat(shards.stream(), changes.stream());
  }

  long sizeBytes() {
    return parts().mapToLong(Part::sizeBytes).sum();
  }
}
