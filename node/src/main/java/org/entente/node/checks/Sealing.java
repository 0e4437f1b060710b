package org.entente.node.checks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.agreement.AuthorityId;
import org.entente.check.index.Prefix;
import org.entente.check.index.SealedIndex;
import org.entente.check.index.Segment;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.node.checks.Epoch.State;
import org.entente.node.checks.EpochRows.Effect;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.records.Records;
import org.entente.node.records.Revised;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.work.Follower;
import org.entente.node.work.Round;
import org.entente.subject.Subject;

/**
 * Brings sealed indexes behind the records: seals what partners may check, publishes changes,
 * writes an index anew when its changes have become many. One thread of its own; what it does can
 * be interrupted at any time and goes on.
 */
final class Sealing implements Follower.Source {
  /** Records taken at once. */
  private static final int PAGE = 1_000;

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** An index of a hundred million subjects is written in one piece. */
  private static final Duration LONGEST_ROUND = Duration.ofHours(12);

  /** After so many changes an asker looks into too many parts; the index is written anew. */
  private static final int MOST_CHANGES = 64;

  /** Outputs held in memory at once while an index is written: 32 MiB. */
  private static final long AT_ONCE = 1L << 22;

  private final Store store;
  private final Journal journal;
  private final Records records;
  private final CheckScope scope;
  private final EpochKeys keys;
  private final Voprf voprf;
  private final IndexFiles files;
  private final InstantSource clock;
  private final Follower worker = new Follower("sealing", LOOK_AGAIN, LONGEST_ROUND, this);

  /** What sealing works with. */
  record Needs(
      Store store,
      Journal journal,
      Records records,
      CheckScope scope,
      EpochKeys keys,
      Voprf voprf,
      IndexFiles files,
      InstantSource clock) {}

  Sealing(Needs n) {
    this.store = n.store();
    this.journal = n.journal();
    this.records = n.records();
    this.scope = n.scope();
    this.keys = n.keys();
    this.voprf = n.voprf();
    this.files = n.files();
    this.clock = n.clock();
  }

  /** Of the epoch that is furthest behind the records. */
  @Override
  public long behind() {
    long newest = records.newestRevision();
    return store.read(EpochRows::living).stream()
        .mapToLong(epoch -> Math.max(0, newest - epoch.followed()))
        .max()
        .orElse(0);
  }

  Follower worker() {
    return worker;
  }

  @Override
  public Round follow() throws IOException {
    boolean did = false;
    for (Epoch epoch : store.read(EpochRows::living)) {
      did |= worker.goesOn() && follow(epoch);
    }
    return did ? Round.DID : Round.NOTHING;
  }

  /** One page of changes, or what follows when there is none; false if nothing was to be done. */
  boolean follow(Epoch epoch) throws IOException {
    List<Revised> page = records.changedAfter(epoch.followed(), PAGE);
    if (!page.isEmpty()) {
      return take(epoch, page);
    }
    if (epoch.state() == State.BUILDING) {
      write(epoch);
      return true;
    }
    List<EpochRows.Part> parts = store.read(tx -> EpochRows.parts(tx, epoch.id()));
    if (parts.stream().filter(part -> part.effect() != Effect.SHARD).count() > MOST_CHANGES) {
      write(epoch);
      return true;
    }
    return false;
  }

  private boolean take(Epoch epoch, List<Revised> page) throws IOException {
    Map<String, long[]> now = sealed(epoch, page);
    Set<Long> added = new HashSet<>();
    Set<Long> removed = new HashSet<>();
    Map<String, long[]> before = new HashMap<>();
    store
        .read(tx -> EpochRows.sealed(tx, epoch.id(), now.keySet()))
        .forEach((record, bytes) -> before.put(record, longs(bytes)));
    now.forEach((record, prefixes) -> {
      long[] old = before.getOrDefault(record, new long[0]);
      for (long prefix : prefixes) {
        added.add(prefix);
      }
      for (long prefix : old) {
        removed.add(prefix);
      }
    });
    Set<Long> both = new HashSet<>(added);
    both.retainAll(removed);
    added.removeAll(both);
    removed.removeAll(both);
    List<EpochRows.Part> changes = new ArrayList<>();
    if (epoch.state() == State.OPEN) {
      keepShared(epoch, removed, before);
      change(Effect.REMOVED, removed).ifPresent(changes::add);
      change(Effect.ADDED, added).ifPresent(changes::add);
    }
    long records = now.values().stream().filter(p -> p.length > 0).count() - before.size();
    long followed = page.getLast().revision();
    return store.write(tx -> {
      if (!EpochRows.follow(tx, epoch, followed, records)) {
        return false;
      }
      now.forEach((record, prefixes) -> {
        if (prefixes.length > 0) {
          EpochRows.seal(tx, epoch.id(), record, bytes(prefixes));
        } else if (before.containsKey(record)) {
          EpochRows.unseal(tx, epoch.id(), record);
        }
      });
      if (!changes.isEmpty()) {
        long position = EpochRows.parts(tx, epoch.id()).getLast().position();
        for (EpochRows.Part part : changes) {
          EpochRows.put(tx, epoch.id(), at(part, ++position));
        }
        publish(tx, epoch, changes.stream().mapToLong(EpochRows.Part::prefixes).sum());
      }
      return true;
    });
  }

  /** An output that another record has too stays in the index. */
  private void keepShared(Epoch epoch, Set<Long> removed, Map<String, long[]> before) {
    if (removed.isEmpty()) {
      return;
    }
    // Records of this page are counted as they will be.
    Map<Long, Integer> held = new HashMap<>();
    store.read(tx -> {
      EpochRows.each(
          tx,
          epoch.id(),
          bytes -> {
            for (long prefix : longs(bytes)) {
              if (removed.contains(prefix)) {
                held.merge(prefix, 1, Integer::sum);
              }
            }
          });
      return held.size();
    });
    for (long[] prefixes : before.values()) {
      for (long prefix : prefixes) {
        held.computeIfPresent(prefix, (p, count) -> count - 1);
      }
    }
    held.forEach((prefix, count) -> {
      if (count > 0) {
        removed.remove(prefix);
      }
    });
  }

  private Optional<EpochRows.Part> change(Effect effect, Set<Long> prefixes) throws IOException {
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    long[] distinct = Prefix.distinct(prefixes.stream().mapToLong(Long::longValue).toArray());
    return Optional.of(part(effect, Segment.of(distinct)));
  }

  private EpochRows.Part part(Effect effect, Segment segment) throws IOException {
    ByteBuffer bytes = segment.bytes();
    int size = bytes.remaining();
    return new EpochRows.Part(0, effect, files.keep(bytes), size, segment.keys());
  }

  private static EpochRows.Part at(EpochRows.Part part, long position) {
    return new EpochRows.Part(
        position, part.effect(), part.digest(), part.sizeBytes(), part.prefixes());
  }

  /** Writes the whole index of an epoch, and opens the epoch if it was being built. */
  private void write(Epoch epoch) throws IOException {
    long all = epoch.records() * SubjectTokens.PER_SUBJECT;
    int count = SealedIndex.shardsFor(all);
    int atOnce = Math.max(1, (int) Math.min(count, AT_ONCE * count / Math.max(1, all)));
    List<EpochRows.Part> shards = new ArrayList<>();
    for (int from = 0; from < count; from += atOnce) {
      int to = Math.min(count, from + atOnce);
      for (Segment shard : SealedIndex.shards(outputs(epoch, count, from, to), count, from, to)) {
        shards.add(at(part(Effect.SHARD, shard), shards.size()));
      }
    }
    List<EpochId> closed =
        store.write(tx -> {
          List<EpochId> gone = new ArrayList<>();
          if (EpochRows.find(tx, epoch.id())
              .filter(now -> now.state() == epoch.state() && now.followed() == epoch.followed())
              .isEmpty()) {
            return gone; // It was closed or has moved on meanwhile; what was written is unused.
          }
          EpochRows.clearParts(tx, epoch.id());
          shards.forEach(shard -> EpochRows.put(tx, epoch.id(), shard));
          if (epoch.state() == State.BUILDING) {
            for (Epoch other : EpochRows.living(tx, epoch.partner())) {
              if (other.state() == State.OPEN) {
                close(tx, other, Journal.NODE);
                gone.add(other.id());
              }
            }
            EpochRows.opened(tx, epoch.id());
          }
          publish(tx, epoch, shards.stream().mapToLong(EpochRows.Part::prefixes).sum());
          return gone;
        });
    closed.forEach(keys::destroy);
    files.keepOnly(store.read(EpochRows::digests));
  }

  /** The outputs that lie in some shards, each once and in order. */
  private long[] outputs(Epoch epoch, int count, int from, int to) {
    long[][] found = {new long[1 << 12]};
    int[] size = {0};
    store.read(tx -> {
      EpochRows.each(
          tx,
          epoch.id(),
          bytes -> {
            for (long prefix : longs(bytes)) {
              int shard = SealedIndex.shardOf(prefix, count);
              if (shard >= from && shard < to) {
                if (size[0] == found[0].length) {
                  found[0] = Arrays.copyOf(found[0], 2 * size[0]);
                }
                found[0][size[0]++] = prefix;
              }
            }
          });
      return size[0];
    });
    return Prefix.distinct(Arrays.copyOf(found[0], size[0]));
  }

  private void publish(Tx tx, Epoch epoch, long prefixes) {
    EpochRows.published(tx, epoch.id(), clock.instant());
    journal.append(
        tx,
        Event.SEALED_INDEX_PUBLISHED,
        Journal.NODE,
        Map.of(
            "recipient", epoch.partner().value(),
            "epoch", epoch.id().toString(),
            "revision", Long.toString(epoch.revision() + 1),
            "outputs", Long.toString(prefixes)));
  }

  /** Closes an epoch; its key is destroyed by the caller once this is on disk. */
  boolean close(Tx tx, Epoch epoch, String by) {
    boolean living = EpochRows.close(tx, epoch.id());
    if (living) {
      journal.append(
          tx,
          Event.CHECK_EPOCH_CLOSED,
          by,
          Map.of("recipient", epoch.partner().value(), "epoch", epoch.id().toString()));
    }
    return living;
  }

  /** What each record of a page has under an epoch; nothing where it may not be checked. */
  private Map<String, long[]> sealed(Epoch epoch, List<Revised> page) {
    SecretKey key = keys.of(epoch);
    SecretKeySpec noise = keys.noise(epoch);
    CheckScope.Of of = scope.of(epoch.partner(), clock.instant());
    Map<String, long[]> sealed = new LinkedHashMap<>();
    List<Map.Entry<String, long[]>> each =
        page.parallelStream()
            .map(revised -> {
              String id = revised.id().toString();
              long[] prefixes =
                  revised
                      .standing()
                      .filter(standing -> of.covers(standing.provisions()))
                      .map(standing -> prefixes(standing.subject(), id, key, noise))
                      .orElseGet(() -> new long[0]);
              return Map.entry(id, prefixes);
            })
            .toList();
    each.forEach(entry -> sealed.put(entry.getKey(), entry.getValue()));
    return sealed;
  }

  private long[] prefixes(Subject subject, String record, SecretKey key, SecretKeySpec noiseKey) {
    List<Token> tokens = SubjectTokens.kept(subject);
    if (tokens.isEmpty()) {
      return new long[0];
    }
    Mac noise = EpochKeys.mac(noiseKey);
    long[] prefixes = new long[SubjectTokens.PER_SUBJECT];
    for (int i = 0; i < prefixes.length; i++) {
      if (i < tokens.size()) {
        prefixes[i] = output(tokens.get(i), key);
      } else {
        noise.update((byte) i);
        prefixes[i] = Prefix.of(noise.doFinal(record.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return prefixes;
  }

  private long output(Token token, SecretKey key) {
    try {
      return Prefix.of(voprf.direct(key, token.bytes()));
    } catch (NotAnElement e) {
      throw new IllegalStateException("A token hashes to the neutral element", e);
    }
  }

  static byte[] bytes(long[] prefixes) {
    ByteBuffer out = ByteBuffer.allocate(8 * prefixes.length);
    out.asLongBuffer().put(prefixes);
    return out.array();
  }

  static long[] longs(byte[] bytes) {
    long[] prefixes = new long[bytes.length / 8];
    ByteBuffer.wrap(bytes).asLongBuffer().get(prefixes);
    return prefixes;
  }

  /** Whether what a partner may check is behind the records. */
  boolean behind(AuthorityId partner) {
    long newest = records.newestRevision();
    return store.read(tx -> EpochRows.living(tx, partner)).stream()
        .anyMatch(epoch -> epoch.state() == State.BUILDING || epoch.followed() < newest);
  }
}
