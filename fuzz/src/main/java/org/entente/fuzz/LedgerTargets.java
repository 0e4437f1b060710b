package org.entente.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.ledger.Access;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.Cosignature;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LedgerFileWriter;
import org.entente.ledger.LogKeys;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.NodesInMemory;
import org.entente.ledger.NoteSignature;
import org.entente.ledger.Parsed;
import org.entente.ledger.Progress;
import org.entente.ledger.ProofFile;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.ledger.Verification;
import org.entente.ledger.WitnessRequest;

/** The parsers of the ledger: each value has one spelling, and foreign bytes never throw. */
final class LedgerTargets {
  private static final int ENTRIES = 5;
  private static final Instant TIME = Instant.parse("2026-03-01T08:15:30.123456Z");

  private final CheckpointSigner key = signer("ledger.ministry-a.example");
  private final CheckpointSigner witness = signer("ledger.ministry-b.example/witness");
  private final CheckpointVerifier log = new CheckpointVerifier(key.name(), key.publicKey32());
  private final CosignatureVerifier other =
      new CosignatureVerifier(witness.name(), witness.publicKey32());
  private final NodesInMemory tree = new NodesInMemory();
  private final List<LedgerEntry> entries = new ArrayList<>();

  private LedgerTargets() {
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(entry(i));
      tree.append(entries.get(i).leafHash());
    }
  }

  static List<Target> all() {
    LedgerTargets sample = new LedgerTargets();
    SignedCheckpoint head = sample.head(ENTRIES);
    ProofFile proof =
        new ProofFile(sample.entries.get(3), MerkleTree.inclusion(sample.tree, 3, ENTRIES), head);
    WitnessRequest request = WitnessRequest.of(sample.tree, 3, head);
    TwoHeads heads = new TwoHeads(head, sample.head(3), List.of(MerkleTree.emptyRoot()));
    return List.of(
        new Target("ledger-entry", LedgerTargets::entry, List.of(sample.entries.get(0).encoded())),
        new Target("ledger-checkpoint", sample::checkpoint, List.of(bytes(head.encode()))),
        new Target("ledger-request", LedgerTargets::request, List.of(bytes(request.encode()))),
        new Target("ledger-proof", sample::proof, List.of(proof.bytes())),
        new Target("ledger-heads", sample::heads, List.of(bytes(heads.encode()))),
        new Target("ledger-file", sample::file, List.of(sample.file())),
        new Target(
            "ledger-cosignature",
            LedgerTargets::cosignature,
            List.of(bytes(head.signatures().getLast().line()), bytes(sample.other.vkey()))));
  }

  private static void entry(byte[] input) {
    if (LedgerEntry.parse(input) instanceof Parsed.Read<LedgerEntry>(LedgerEntry read)) {
      Target.oneSpelling(input, read.encoded());
    }
  }

  private void checkpoint(byte[] input) {
    if (SignedCheckpoint.parse(new String(input, UTF_8))
        instanceof Parsed.Read<SignedCheckpoint>(SignedCheckpoint read)) {
      Target.oneSpelling(bytes(new String(input, UTF_8)), bytes(read.encode()));
      if (read.verify(log).isProven()) {
        Target.oneSpelling(
            bytes(head(read.checkpoint().size()).checkpoint().text()),
            bytes(read.checkpoint().text()));
      }
      read.cosignedBy(other);
    }
  }

  private static void request(byte[] input) {
    if (WitnessRequest.parse(input) instanceof Parsed.Read<WitnessRequest>(WitnessRequest read)) {
      Target.oneSpelling(input, bytes(read.encode()));
    }
  }

  private void proof(byte[] input) {
    if (ProofFile.parse(input) instanceof Parsed.Read<ProofFile>(ProofFile read)) {
      Target.oneSpelling(input, read.bytes());
      boolean proven = read.verify(new LogKeys(log, List.of(other)), 1).isProven();
      if (proven && !entries.contains(read.entry())) {
        throw new AssertionError("an entry was proven that is not in the log");
      }
    }
  }

  private void heads(byte[] input) {
    if (TwoHeads.parse(new String(input, UTF_8)) instanceof Parsed.Read<TwoHeads>(TwoHeads read)) {
      Target.oneSpelling(bytes(new String(input, UTF_8)), bytes(read.encode()));
      if (read.judge(log) instanceof TwoHeads.Finding.Forked) {
        throw new AssertionError("a fork was proven of a log that never forked");
      }
    }
  }

  private void file(byte[] input) throws IOException {
    Verification found =
        LedgerFileVerifier.verify(new ByteArrayInputStream(input), LogKeys.of(log), Progress.NONE);
    if (found instanceof Verification.Sound sound && sound.entries() > ENTRIES) {
      throw new AssertionError("a log was sound that was never signed");
    }
  }

  private static void cosignature(byte[] input) {
    String text = new String(input, UTF_8);
    if (NoteSignature.parse(text) instanceof Parsed.Read<NoteSignature>(NoteSignature line)) {
      Target.oneSpelling(bytes(text), bytes(line.line()));
      Cosignature.read(line);
    }
    if (CosignatureVerifier.parse(text)
        instanceof Parsed.Read<CosignatureVerifier>(CosignatureVerifier read)) {
      Target.oneSpelling(bytes(text), bytes(read.vkey()));
    }
    CheckpointVerifier.parse(text);
  }

  private SignedCheckpoint head(long size) {
    Checkpoint head = new Checkpoint(key.name(), size, MerkleTree.root(tree, size));
    return SignedCheckpoint.sign(head, key).with(Cosignature.create(head, witness, TIME));
  }

  private byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      LedgerFileWriter.write(
          out,
          head(ENTRIES),
          new LogKeys(log, List.of(other)),
          entries.stream().map(LedgerEntry::encoded).iterator());
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static LedgerEntry entry(int index) {
    TreeMap<String, String> references = new TreeMap<>();
    references.put("agreement", "4f1c" + index);
    references.put("article", "Art. 1(1)(d)");
    return new LedgerEntry(
        index,
        new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | index),
        TIME,
        Access.DISCLOSURE,
        "message-sent",
        "officer-7f3a",
        references,
        Optional.of(MerkleTree.leafHash(new byte[] {1})));
  }

  private static CheckpointSigner signer(String name) {
    try {
      return CheckpointSigner.of(
          name, KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has Ed25519", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
