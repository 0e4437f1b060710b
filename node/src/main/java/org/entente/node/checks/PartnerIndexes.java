package org.entente.node.checks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.AuthorityId;
import org.entente.check.index.SealedIndex;
import org.entente.check.index.SealedIndex.Change;
import org.entente.check.index.SealedIndex.Effect;
import org.entente.check.index.Segment;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.SubjectTokens;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.ProofFile;
import org.entente.ledger.Verdict;
import org.entente.node.delivery.LedgerWatch;
import org.entente.node.delivery.PartnerLines;
import org.entente.node.delivery.PartnerLines.Answer;
import org.entente.node.delivery.PartnerLines.Wanted;
import org.entente.node.delivery.WireJson;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.Partner;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import tools.jackson.core.JacksonException;

/**
 * The sealed indexes that partners handed over. An index is taken only if the partner signed it,
 * its ledger holds the commitment to its key, the key is the one seen before in this epoch, and
 * every part has the digest it was announced with.
 *
 * <p>Safe for use by many threads.
 */
final class PartnerIndexes {
  /** The ledgers of this node and the partner do not fit. */
  static final String STOPPED = "ledger-stopped";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_MANIFEST_BYTES = Manifest.MAX_BYTES + (128 << 10);

  private final Needs n;
  private final Map<AuthorityId, HeldIndex> held = new ConcurrentHashMap<>();
  private final Map<AuthorityId, Object> turns = new ConcurrentHashMap<>();

  /**
   * What fetching works with.
   *
   * @param folder where parts lie, each partner's in a folder of its own
   */
  record Needs(
      AuthorityId own,
      Store store,
      Journal journal,
      PartnerLines lines,
      LedgerWatch watch,
      Path folder,
      Voprf voprf,
      InstantSource clock) {}

  PartnerIndexes(Needs needs) {
    this.n = needs;
  }

  /** What came of fetching. */
  sealed interface Fetched {
    record Here(HeldIndex index) implements Fetched {}

    /**
     * @param code stable, why there is none
     */
    record Missing(String code) implements Fetched {}
  }

  /** Opens what was fetched before this node was started. */
  void open(Partner partner) throws IOException {
    Optional<byte[]> kept = n.store().read(tx -> kept(tx, partner.id()));
    if (kept.isPresent()) {
      Optional<Read> read = read(partner, kept.get());
      if (read.isPresent()) {
        assembled(files(partner), read.get().manifest())
            .ifPresent(index -> held.put(partner.id(), heldOf(partner, read.get(), index)));
      }
    }
  }

  /** What this node holds of a partner, however old it is. */
  Optional<HeldIndex> held(AuthorityId partner) {
    return Optional.ofNullable(held.get(partner));
  }

  /** The index of a partner; fetched if this node has none. */
  Fetched of(Partner partner) throws InterruptedException {
    HeldIndex index = held.get(partner.id());
    if (n.watch().stop(partner.id()).isPresent()) {
      return new Fetched.Missing(STOPPED);
    }
    return index == null ? fetch(partner) : new Fetched.Here(index);
  }

  /** Brings what is held of a partner up to date; asks nothing of one that was stopped. */
  Fetched fetch(Partner partner) throws InterruptedException {
    if (n.watch().stop(partner.id()).isPresent()) {
      return new Fetched.Missing(STOPPED);
    }
    synchronized (turns.computeIfAbsent(partner.id(), p -> new Object())) {
      try {
        return fetchNow(partner);
      } catch (IOException e) {
        return new Fetched.Missing("disk-fault");
      }
    }
  }

  /** A signed offer with the manifest that belongs to it. */
  private record Read(Manifest.Offered offered, Manifest manifest, byte[] parcel) {}

  private Fetched fetchNow(Partner partner) throws InterruptedException, IOException {
    Answer answer =
        n.lines().get(partner, new Wanted(IndexDoor.PATH, PATIENCE, MOST_MANIFEST_BYTES));
    if (answer instanceof Answer.Failed failed) {
      if (failed.code().equals("no-index")) {
        withdrawn(partner);
      }
      return new Fetched.Missing(failed.code());
    }
    Optional<Read> read = read(partner, ((Answer.Came) answer).body());
    if (read.isEmpty()) {
      return new Fetched.Missing("index-not-proven");
    }
    HeldIndex before = held.get(partner.id());
    Manifest.Offered offered = read.get().offered();
    if (before != null && before.epoch().value().equals(offered.epoch())) {
      if (!before.publicKey().equals(read.get().manifest().publicKey())) {
        return new Fetched.Missing("key-exchanged");
      }
      if (offered.revision() < before.revision()) {
        return new Fetched.Missing("index-rolled-back");
      }
      if (offered.revision() == before.revision()) {
        return new Fetched.Here(before);
      }
    }
    IndexFiles files = files(partner);
    Manifest manifest = read.get().manifest();
    Optional<String> fault = parts(partner, files, manifest);
    if (fault.isPresent()) {
      return new Fetched.Missing(fault.get());
    }
    Optional<SealedIndex> index = assembled(files, manifest);
    if (index.isEmpty()) {
      return new Fetched.Missing("index-not-proven");
    }
    HeldIndex fetched = heldOf(partner, read.get(), index.get());
    keep(fetched, read.get());
    held.put(partner.id(), fetched);
    files.keepOnly(manifest.parts().map(Manifest.Part::digest).toList());
    return new Fetched.Here(fetched);
  }

  private void withdrawn(Partner partner) throws IOException {
    if (held.remove(partner.id()) != null) {
      n.store()
          .write(tx ->
              tx.sql("DELETE FROM check_held WHERE partner = :partner")
                  .param("partner", partner.id().value())
                  .update());
      files(partner).keepOnly(List.of());
    }
  }

  private IndexFiles files(Partner partner) throws IOException {
    return new IndexFiles(n.folder().resolve(partner.id().value()));
  }

  private Optional<Read> read(Partner partner, byte[] bytes) {
    Optional<Parcel> parcel = Parcel.read(bytes);
    Optional<Manifest.Offered> offered =
        parcel.flatMap(
            p -> p.opened(partner.card(), Manifest.Offered.PURPOSE, Manifest.Offered.class));
    if (offered.isEmpty()
        || !offered.get().owner().equals(partner.id().value())
        || !offered.get().asker().equals(n.own().value())) {
      return Optional.empty();
    }
    try {
      Manifest manifest = WireJson.read(parcel.get().payload(), Manifest.class);
      boolean sound =
          manifest.sound()
              && manifest.suite().equals(n.voprf().group().identifier())
              && manifest.tokens() == Manifest.TOKENS
              && manifest.perSubject() == SubjectTokens.PER_SUBJECT
              && committed(partner, offered.get(), manifest);
      return sound ? Optional.of(new Read(offered.get(), manifest, bytes)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Whether the partner's ledger says that this key answers this node in this epoch. */
  private boolean committed(Partner partner, Manifest.Offered offered, Manifest manifest) {
    if (!(ProofFile.parse(manifest.commitment()) instanceof Parsed.Read<ProofFile>(ProofFile p))) {
      return false;
    }
    Map<String, String> said = p.entry().references();
    return n.watch().logs(partner).stream()
            .anyMatch(log -> p.verify(LogKeys.of(log), 0) instanceof Verdict.Proven)
        && p.entry().event().equals(Event.CHECK_EPOCH_OPENED.code())
        && n.own().value().equals(said.get("recipient"))
        && offered.epoch().toString().equals(said.get("epoch"))
        && manifest.publicKey().equals(said.get("key"));
  }

  /** Fetches the parts that are not here; nothing when all are. */
  private Optional<String> parts(Partner partner, IndexFiles files, Manifest manifest)
      throws InterruptedException, IOException {
    List<Manifest.Part> missing =
        manifest.parts().filter(part -> !files.has(part.digest())).toList();
    if (!files.roomFor(missing.stream().mapToLong(Manifest.Part::sizeBytes).sum())) {
      return Optional.of("disk-full");
    }
    for (Manifest.Part part : missing) {
      Wanted wanted =
          new Wanted(IndexDoor.PATH + "/" + part.digest(), PATIENCE, (int) part.sizeBytes());
      switch (n.lines().get(partner, wanted)) {
        case Answer.Failed failed -> {
          return Optional.of(failed.code());
        }
        case Answer.Came came -> {
          if (!Parcel.digest(came.body()).equals(part.digest())) {
            return Optional.of("index-not-proven");
          }
          files.keep(ByteBuffer.wrap(came.body()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SealedIndex> assembled(IndexFiles files, Manifest manifest)
      throws IOException {
    List<Segment> shards = new ArrayList<>();
    for (Manifest.Part part : manifest.shards()) {
      Optional<Segment> segment = files.segment(part.digest());
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      shards.add(segment.get());
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < manifest.changes().size(); i++) {
      Optional<Segment> segment = files.segment(manifest.changes().get(i).digest());
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      Effect effect = manifest.added().get(i) ? Effect.ADDED : Effect.REMOVED;
      changes.add(new Change(effect, segment.get()));
    }
    return Optional.of(new SealedIndex(shards, changes));
  }

  private HeldIndex heldOf(Partner partner, Read read, SealedIndex index) {
    return new HeldIndex(
        partner.id(),
        new EpochId(read.offered().epoch()),
        read.offered().revision(),
        read.manifest().publicKey(),
        index);
  }

  private void keep(HeldIndex index, Read read) {
    Instant now = n.clock().instant();
    n.store()
        .write(tx -> {
          tx.sql(
                  """
                  INSERT INTO check_held (partner, epoch, revision, public_key, parcel, fetched_at)
                  VALUES (:partner, :epoch, :revision, :key, :parcel, :now)
                  ON CONFLICT (partner) DO UPDATE
                  SET epoch = excluded.epoch, revision = excluded.revision,
                    public_key = excluded.public_key, parcel = excluded.parcel,
                    fetched_at = excluded.fetched_at
                  """)
              .param("partner", index.partner().value())
              .param("epoch", index.epoch().toString())
              .param("revision", index.revision())
              .param("key", index.publicKey())
              .param("parcel", read.parcel())
              .param("now", Times.micros(now))
              .update();
          return n.journal()
              .append(
                  tx,
                  Event.SEALED_INDEX_FETCHED,
                  Journal.NODE,
                  Map.of(
                      "sender", index.partner().value(),
                      "epoch", index.epoch().toString(),
                      "revision", Long.toString(index.revision())));
        });
  }

  private static Optional<byte[]> kept(Reads tx, AuthorityId partner) {
    return tx.sql("SELECT parcel FROM check_held WHERE partner = :partner")
        .param("partner", partner.value())
        .query((rs, row) -> rs.getBytes("parcel"))
        .optional();
  }
}
