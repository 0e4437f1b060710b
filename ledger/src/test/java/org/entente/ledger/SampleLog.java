package org.entente.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A log of some entries with everything that belongs to it, signed and countersigned. */
final class SampleLog {
  final List<byte[]> entries = new ArrayList<>();
  final NodesInMemory nodes = new NodesInMemory();
  final CheckpointSigner key;
  final CheckpointSigner witnessKey;
  final CosignatureVerifier witness;
  final LogKeys keys;

  SampleLog(long size) {
    this(size, Fixtures.signer(Fixtures.ORIGIN), Fixtures.signer(Fixtures.WITNESS));
  }

  SampleLog(long size, CheckpointSigner key, CheckpointSigner witnessKey) {
    this.key = key;
    this.witnessKey = witnessKey;
    witness = Fixtures.witnessVerifier(witnessKey);
    keys = new LogKeys(Fixtures.verifier(key), List.of(witness));
    while (entries.size() < size) {
      add(Fixtures.entry(entries.size()));
    }
  }

  void add(LedgerEntry entry) {
    entries.add(entry.encoded());
    nodes.append(entry.leafHash());
  }

  Checkpoint head() {
    return new Checkpoint(Fixtures.ORIGIN, nodes.size(), MerkleTree.root(nodes, nodes.size()));
  }

  SignedCheckpoint signed() {
    return SignedCheckpoint.sign(head(), key);
  }

  SignedCheckpoint cosigned() {
    return signed().with(Cosignature.create(head(), witnessKey, Fixtures.TIME));
  }

  byte[] file() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Verification written = LedgerFileWriter.write(out, cosigned(), keys, entries.iterator());
      if (!(written instanceof Verification.Sound)) {
        throw new AssertionError(written.sentence());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  ProofFile proof(int index) {
    LedgerEntry entry = LedgerEntry.parse(entries.get(index)).orThrow();
    return new ProofFile(entry, MerkleTree.inclusion(nodes, index, nodes.size()), cosigned());
  }

  static Verification verify(byte[] file) {
    try {
      return LedgerFileVerifier.verify(new ByteArrayInputStream(file), Progress.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Verification verify(byte[] file, LogKeys expected) {
    try {
      return LedgerFileVerifier.verify(new ByteArrayInputStream(file), expected, Progress.NONE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
