package org.entente.node.checks;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.agreement.AuthorityId;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.SubjectTokens;
import org.entente.node.checks.EpochRows.Effect;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.delivery.WireJson;
import org.entente.node.ledger.Proofs;
import org.entente.node.store.Store;
import org.entente.seal.Identity;

/**
 * Hands the sealed index over to the partner it was made for: what it consists of, and its parts.
 */
final class IndexDoor implements PartnerDoor {
  static final String PATH = "/v1/checks/index";

  private static final Pattern PATHS = Pattern.compile(PATH + "(?:/([0-9a-f]{64}))?");

  private final Needs n;

  /** What handing over works with. */
  record Needs(
      AuthorityId own,
      Identity identity,
      Store store,
      Proofs proofs,
      IndexFiles files,
      Voprf voprf,
      InstantSource clock) {}

  IndexDoor(Needs needs) {
    this.n = needs;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public Pattern path() {
    return PATHS;
  }

  @Override
  public int mostBytes() {
    return 0;
  }

  @Override
  public Reply answer(AuthorityId peer, String digest, byte[] body) throws IOException {
    Optional<Epoch> epoch = n.store().read(tx -> EpochRows.open(tx, peer));
    if (epoch.isEmpty()) {
      return Reply.problem(404, "no-index");
    }
    List<EpochRows.Part> parts = n.store().read(tx -> EpochRows.parts(tx, epoch.get().id()));
    if (digest == null || digest.isEmpty()) {
      return Reply.bytes(manifest(peer, epoch.get(), parts));
    }
    boolean own = parts.stream().anyMatch(part -> part.digest().equals(digest));
    return own && n.files().has(digest)
        ? Reply.bytes(n.files().read(digest))
        : Reply.problem(404, "no-such-part");
  }

  private byte[] manifest(AuthorityId peer, Epoch epoch, List<EpochRows.Part> parts) {
    Instant now = n.clock().instant();
    String commitment = n.proofs().proof(epoch.commitment()).orElseThrow().encode();
    List<EpochRows.Part> changes =
        parts.stream().filter(part -> part.effect() != Effect.SHARD).toList();
    byte[] payload =
        WireJson.bytes(
            new Manifest(
                Manifest.VERSION,
                n.voprf().group().identifier(),
                Manifest.TOKENS,
                SubjectTokens.PER_SUBJECT,
                epoch.publicKey(),
                epoch.openedAt(),
                epoch.closesAt(),
                commitment,
                parts.stream()
                    .filter(part -> part.effect() == Effect.SHARD)
                    .map(IndexDoor::part)
                    .toList(),
                changes.stream().map(IndexDoor::part).toList(),
                changes.stream().map(part -> part.effect() == Effect.ADDED).toList()));
    Manifest.Offered offered =
        new Manifest.Offered(
            Parcel.Spoken.VERSION,
            n.own().value(),
            peer.value(),
            epoch.id().value(),
            epoch.revision(),
            now,
            Parcel.digest(payload));
    return Parcel.signed(offered, Manifest.Offered.PURPOSE, payload, n.identity(), now).bytes();
  }

  private static Manifest.Part part(EpochRows.Part part) {
    return new Manifest.Part(part.digest(), part.sizeBytes(), part.prefixes());
  }
}
