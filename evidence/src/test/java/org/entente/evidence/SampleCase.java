package org.entente.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.ledger.Access;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.NodesInMemory;
import org.entente.ledger.ProofFile;
import org.entente.ledger.SaltedHash;
import org.entente.ledger.SignedCheckpoint;
import org.entente.seal.AttachmentDigest;
import org.entente.seal.AttachmentKey;
import org.entente.seal.AttachmentSeal;
import org.entente.seal.Identity;
import org.entente.seal.Seal;
import org.entente.seal.SealException;
import org.entente.seal.SealHeader;
import org.entente.seal.SignedMessage;
import org.entente.seal.Statement;

/**
 * A small case between two invented authorities: a request with a photograph, and an erased reply.
 */
final class SampleCase {
  static final InstantSource CLOCK = InstantSource.system();
  static final Identity BAKU = identity("az.mia", "Ministry in Baku");
  static final Identity BELGRADE = identity("rs.mup", "Ministry in Belgrade");
  static final Identity OTHERS = identity("me.upo", "Somebody else");

  /** Some time after the identities were made valid. */
  static final Instant NOW =
      BAKU.card().signingCertificate().getNotBefore().toInstant().plusSeconds(240);

  static final byte[] COVER = "%PDF-1.4 a cover".getBytes(UTF_8);
  static final String AGREEMENT = "0123456789abcdef".repeat(4);

  final UUID request;
  final UUID caseId = UUID.randomUUID();
  final NodesInMemory tree = new NodesInMemory();
  final List<LedgerEntry> entries = new ArrayList<>();
  final List<LedgerEntry> mine = new ArrayList<>();

  private static Identity identity(String authority, String name) {
    return Identity.create(authority, name, CLOCK, Duration.ofDays(400));
  }

  /** Larger than one segment of a sealed attachment. */
  byte[] photograph = new byte[1_200_000];

  SampleCase(UUID request) {
    this.request = request;
  }

  SampleCase() {
    this(UUID.randomUUID());
  }

  static Trust trust(Identity... known) {
    return new Trust(
        Arrays.stream(known).map(Identity::card).toList(),
        TrustedServices.NONE,
        (instrument, arrangement) ->
            new String(instrument, UTF_8).equals("words") ? AGREEMENT : "");
  }

  /** What can be changed about a container before it is signed. */
  static class Changes {
    Dossier.Texts request(Dossier.Texts texts) {
      return texts;
    }

    Index.Item item(Index.Item item) {
      return item;
    }

    ProofFile proof(ProofFile proof) {
      return proof;
    }

    byte[] instrument() {
      return "words".getBytes(UTF_8);
    }

    Part.Source photograph(byte[] own) {
      return () -> new ByteArrayInputStream(own);
    }

    byte[] witness() {
      return Statement.sign(
          new CosignatureVerifier("rs.mup/witness", BELGRADE.witnessPublicKey())
              .vkey()
              .getBytes(UTF_8),
          "witness-key",
          BELGRADE,
          NOW);
    }

    boolean tellsOfTheErasure() {
      return true;
    }
  }

  static final class Message {
    final byte[] sealed;
    final byte[] signed;
    final byte[] header;
    final byte[] body;
    final String hash;

    Message(UUID id, String header, String body, String salt, Identity from, Identity to) {
      this.header = header.getBytes(UTF_8);
      this.body = body.getBytes(UTF_8);
      this.hash = SaltedHash.of(this.body, HexFormat.of().parseHex(salt)).hash().hex();
      try {
        Seal.Kept kept =
            new Seal(CLOCK)
                .sealAndKeep(new SealHeader(id, NOW, this.header), this.body, from, to.card());
        this.sealed = kept.sealed();
        this.signed = kept.signed();
      } catch (SealException e) {
        throw new AssertionError(e);
      }
    }

    Dossier.Texts texts(Optional<byte[]> receipt) {
      return new Dossier.Texts(
          Optional.of(signed), Optional.of(header), Optional.of(body), receipt);
    }
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  static String digest(byte[] bytes) {
    return Digests.hex(bytes);
  }

  static byte[] receipt(UUID message, Message of, Identity from, Identity to, int version) {
    NodesInMemory tree = new NodesInMemory();
    tree.append(MerkleTree.leafHash(new byte[] {1}));
    String head =
        SignedCheckpoint.sign(
                new Checkpoint(to.card().authority() + "/ledger", 1, MerkleTree.root(tree, 1)),
                log(to))
            .encode();
    String json =
        text(
            "{\"version\":%d,\"message\":\"%s\",\"sender\":\"%s\",\"recipient\":\"%s\",\"digest\":\"%s\",\"at\":\"2026-11-24T08:00:00Z\",\"verdict\":\"ACCEPTED\",\"code\":null,\"caseReference\":\"RS-2026-000007\",\"entry\":0,\"checkpoint\":\"%s\"%s}",
            version,
            message,
            from.card().authority(),
            to.card().authority(),
            digest(of.sealed),
            head.replace("\n", "\\n"),
            version == 1 ? "" : ",\"signed\":\"" + SignedMessage.digest(of.signed) + "\"");
    return Statement.sign(json.getBytes(UTF_8), "receipt", to, NOW);
  }

  static CheckpointSigner log(Identity identity) {
    return signer(
        identity.card().authority() + "/ledger",
        identity::signCheckpoint,
        identity.checkpointPublicKey());
  }

  private static CheckpointSigner signer(String name, UnaryOperator<byte[]> sign, byte[] key) {
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        return sign.apply(message);
      }

      @Override
      public byte[] publicKey32() {
        return key;
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  void entry(Access access, String event, Map<String, String> references, Optional<String> hash) {
    LedgerEntry entry =
        new LedgerEntry(
            entries.size(),
            UUID.fromString(text("019ab1f0-7c00-7000-8000-%012d", entries.size())),
            NOW.truncatedTo(ChronoUnit.MICROS),
            access,
            event,
            "node",
            new TreeMap<>(references),
            hash.flatMap(Hash::fromHex));
    entries.add(entry);
    tree.append(entry.leafHash());
  }

  ProofFile proof(LedgerEntry entry) {
    Checkpoint head =
        new Checkpoint("az.mia/ledger", entries.size(), MerkleTree.root(tree, entries.size()));
    SignedCheckpoint signed = SignedCheckpoint.sign(head, log(BAKU));
    CheckpointSigner witness =
        signer("rs.mup/witness", BELGRADE::countersign, BELGRADE.witnessPublicKey());
    signed = signed.with(Cosignature.create(head, witness, NOW));
    return new ProofFile(entry, MerkleTree.inclusion(tree, entry.index(), entries.size()), signed);
  }

  /** The photograph as it was exchanged. */
  byte[] sealedPhotograph(UUID id, AttachmentKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var sealing = AttachmentSeal.sealing(out, key, id.toString().getBytes(UTF_8))) {
      sealing.write(photograph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  SignedFiles files(Changes changes) throws IOException {
    UUID picture = UUID.randomUUID();
    UUID reply = UUID.randomUUID();
    AttachmentKey key = AttachmentKey.create();
    byte[] sealed = sealedPhotograph(picture, key);
    AttachmentDigest digest = new AttachmentDigest();
    digest.reading(new ByteArrayInputStream(sealed)).transferTo(OutputStream.nullOutputStream());
    String salt = "00112233445566778899aabbccddeeff";
    Message asked =
        new Message(
            request,
            text(
                "{\"version\":1,\"kind\":\"request\",\"agreement\":\"%s\",\"request\":\"%s\",\"salt\":\"%s\",\"attachments\":[{\"id\":\"%s\",\"sizeBytes\":%d,\"digest\":\"%s\"}]}",
                AGREEMENT, request, salt, picture, sealed.length, digest.hex()),
            text(
                "{\"facts\":\"Eleven kilograms were seized.\",\"attachments\":[{\"id\":\"%s\",\"name\":\"a photograph.jpg\",\"mediaType\":\"image/jpeg\",\"sizeBytes\":%d,\"key\":\"%s\"}]}",
                picture, photograph.length, Base64.getEncoder().encodeToString(key.raw())),
            salt,
            BAKU,
            BELGRADE);
    Message replied =
        new Message(
            reply,
            "{\"version\":1,\"kind\":\"reply\",\"request\":\"" + request + "\"}",
            "{}",
            salt,
            BELGRADE,
            BAKU);
    byte[] receipt = receipt(request, asked, BAKU, BELGRADE, 2);
    entry(Access.CONSULTATION, "sign-in", Map.of(), Optional.empty());
    entry(
        Access.DISCLOSURE,
        "released",
        Map.of("message", request.toString(), "matter", request.toString()),
        Optional.of(asked.hash));
    entry(
        Access.ALTERATION,
        "receipt-stored",
        Map.of("message", request.toString(), "digest", digest(asked.sealed)),
        Optional.empty());
    entry(
        Access.COLLECTION,
        "received",
        Map.of(
            "message", reply.toString(),
            "matter", request.toString(),
            "digest", digest(replied.sealed)),
        Optional.of(replied.hash));
    entry(Access.ERASURE, "message-erased", Map.of("message", reply.toString()), Optional.empty());
    Dossier dossier =
        new Dossier(
            BAKU,
            BELGRADE.card(),
            new Index.Matter(
                request,
                caseId,
                "AZ-2026-000042",
                "rs.mup",
                "RS-2026-000007",
                "request",
                "drug-trafficking",
                NOW),
            NOW,
            new byte[16]);
    dossier.witnessKey("rs.mup", changes.witness());
    dossier.agreement(AGREEMENT, changes.instrument(), "more words".getBytes(UTF_8));
    dossier.item(
        changes.item(item(request, "request", "az.mia", "rs.mup", Index.State.WHOLE, asked.hash)),
        changes.request(asked.texts(Optional.of(receipt))),
        List.of(
            new Dossier.Carried(
                picture,
                "a photograph.jpg",
                "image/jpeg",
                photograph.length,
                () -> new ByteArrayInputStream(sealed),
                changes.photograph(photograph))));
    dossier.item(
        item(reply, "reply", "rs.mup", "az.mia", Index.State.ERASED, replied.hash),
        new Dossier.Texts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(receipt(reply, replied, BELGRADE, BAKU, 2))),
        List.of());
    for (LedgerEntry entry : entries) {
      if (entry.index() > 0
          && (changes.tellsOfTheErasure() || !entry.event().equals("message-erased"))) {
        dossier.proof(changes.proof(proof(entry)));
      }
    }
    return dossier.sign(COVER, stamped);
  }

  boolean stamped;

  static Index.Item item(
      UUID id, String kind, String from, String to, Index.State state, String hash) {
    return new Index.Item(
        id, kind, from, to, NOW, "", state, AGREEMENT, List.of("Art. 1(1)(b)"), hash, List.of());
  }

  static byte[] bytes(SignedFiles files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.write(out);
    return out.toByteArray();
  }

  byte[] container(Changes changes) throws IOException {
    return bytes(files(changes));
  }

  byte[] container() throws IOException {
    return container(new Changes());
  }
}
