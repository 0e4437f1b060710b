package org.entente.bench.ledger;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.ledger.Access;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.ConsistencyProof;
import org.entente.ledger.Hash;
import org.entente.ledger.InclusionProof;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LedgerFileWriter;
import org.entente.ledger.LogKeys;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.NodesInMemory;
import org.entente.ledger.Progress;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.Verification;

/** Appends, proofs and a whole file, at the size of years of work. Argument: how many entries. */
public final class Ledger {
  private static final int PROOFS = 20_000;
  private static final int WARM_UP = 20_000;
  private static final int BUFFER = 1 << 16;
  private static final double MEBI = 1 << 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Instant TIME = Instant.parse("2026-03-01T08:15:30.123456Z");

  private final long count;
  private final NodesInMemory tree = new NodesInMemory();
  private final Random random = new Random(7);

  private Ledger(long count) {
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    Ledger ledger = new Ledger(Long.parseLong(arguments[0]));
    ledger.append();
    ledger.inclusion();
    ledger.consistency();
    ledger.file();
  }

  private void append() {
    long leaves = 0;
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      Hash leaf = entry(i).leafHash();
      long before = System.nanoTime();
      tree.append(leaf);
      leaves += System.nanoTime() - before;
    }
    double all = (System.nanoTime() - start) / NANOS_PER_SECOND;
    double only = leaves / NANOS_PER_SECOND;
    say(
        "appended %,d entries to a tree in memory: %,.0f a second with making, encoding and"
            + " hashing each entry; the tree alone %,.0f a second",
        count, count / all, count / only);
  }

  private void inclusion() throws InclusionProofVerificationException {
    Hash root = MerkleTree.root(tree, count);
    InclusionProof[] proofs = new InclusionProof[PROOFS];
    for (int i = 0; i < WARM_UP; i++) {
      long index = random.nextLong(count);
      InclusionProof warm = MerkleTree.inclusion(tree, index, count);
      require(warm.verify(tree.at(0, index), root).isProven());
      peer(warm, tree.at(0, index), root);
    }
    double[] made = new double[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      long index = random.nextLong(count);
      long start = System.nanoTime();
      InclusionProof proof = MerkleTree.inclusion(tree, index, count);
      made[i] = System.nanoTime() - start;
      proofs[i] = received(proof);
    }
    double[] checked = new double[PROOFS];
    double[] peer = new double[PROOFS];
    for (int i = 0; i < PROOFS; i++) {
      Hash leaf = Hash.of(tree.at(0, proofs[i].index()).bytes());
      long start = System.nanoTime();
      require(proofs[i].verify(leaf, root).isProven());
      checked[i] = System.nanoTime() - start;
      start = System.nanoTime();
      peer(proofs[i], leaf, root);
      peer[i] = System.nanoTime() - start;
    }
    say(
        "inclusion proof of up to %d hashes (%d bytes) made: %s",
        proofs[0].path().size(), proofs[0].path().size() * Hash.BYTES, micros(made));
    say("inclusion proof checked: %s", micros(checked));
    say(
        "the same proofs checked by sigstore-java's InclusionProofVerifier, which accepts each of"
            + " them: %s",
        micros(peer));
  }

  /** As one who got it from elsewhere holds it, not pointing into the tree's memory. */
  private static InclusionProof received(InclusionProof proof) {
    List<Hash> path = proof.path().stream().map(hash -> Hash.of(hash.bytes())).toList();
    return new InclusionProof(proof.index(), proof.size(), path);
  }

  private static void peer(InclusionProof proof, Hash leaf, Hash root)
      throws InclusionProofVerificationException {
    List<byte[]> path = proof.path().stream().map(Hash::bytes).toList();
    InclusionProofVerifier.verify(leaf.bytes(), proof.index(), proof.size(), path, root.bytes());
  }

  private void consistency() {
    Hash root = MerkleTree.root(tree, count);
    double[] made = new double[PROOFS];
    double[] checked = new double[PROOFS];
    int longest = 0;
    for (int i = -WARM_UP; i < PROOFS; i++) {
      long old = 1 + random.nextLong(count - 1);
      Hash oldRoot = MerkleTree.root(tree, old);
      long start = System.nanoTime();
      ConsistencyProof proof = MerkleTree.consistency(tree, old, count);
      long then = System.nanoTime();
      require(proof.verify(oldRoot, root).isProven());
      long end = System.nanoTime();
      if (i >= 0) {
        made[i] = then - start;
        checked[i] = end - then;
        longest = Math.max(longest, proof.path().size());
      }
    }
    say("consistency proof of up to %d hashes made: %s", longest, micros(made));
    say("consistency proof checked: %s", micros(checked));
  }

  private void file() throws IOException, GeneralSecurityException {
    CheckpointSigner key =
        CheckpointSigner.of(
            "ledger.ministry-a.example",
            KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair());
    LogKeys keys = LogKeys.of(new CheckpointVerifier(key.name(), key.publicKey32()));
    SignedCheckpoint head =
        SignedCheckpoint.sign(new Checkpoint(key.name(), count, MerkleTree.root(tree, count)), key);
    Path file = Files.createTempFile("ledger", ".entente-ledger");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
        require(LedgerFileWriter.write(out, head, keys, entries()) instanceof Verification.Sound);
      }
      double mebi = Files.size(file) / MEBI;
      plain(file); // So that each reads from the page cache, not from the disk.
      double plain = plain(file);
      long start = System.nanoTime();
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
        require(LedgerFileVerifier.verify(in, keys, Progress.NONE) instanceof Verification.Sound);
      }
      double verified = (System.nanoTime() - start) / NANOS_PER_SECOND;
      say(
          "whole ledger file of %,.0f MiB verified in %,.1f s: %,.0f MiB a second, %,.0f entries a"
              + " second",
          mebi, verified, mebi / verified, count / verified);
      say(
          "plain SHA-256 of the same bytes in the same run: %,.1f s, %,.0f MiB a second; verifying"
              + " takes %.1f times as long",
          plain, mebi / plain, verified / plain);
    } finally {
      Files.delete(file);
    }
  }

  private static double plain(Path file) throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[BUFFER];
    long start = System.nanoTime();
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    require(digest.digest().length == Hash.BYTES);
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  private Iterator<byte[]> entries() {
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < count;
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return entry(next++).encoded();
      }
    };
  }

  /** An entry as a node writes it for a message that arrived. */
  private static LedgerEntry entry(long index) {
    TreeMap<String, String> references = new TreeMap<>();
    references.put("agreement", "4f1c583c7dfb7b3055d99465544032a571e10a134b1b6f769422bbb71fd7fa16");
    references.put("articles", "Art. 1(1)(d) + Art. 4(2)");
    references.put("sender", "az.mia");
    return new LedgerEntry(
        index,
        new UUID(0x0195_0000_0000_7000L | (index & 0xfff), 0x8000_0000_0000_0000L | index),
        TIME.plusSeconds(index % 1_000_000),
        Access.COLLECTION,
        "received",
        "node",
        references,
        Optional.of(MerkleTree.emptyRoot()));
  }

  private static String micros(double[] nanos) {
    double[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median %.1f µs, 99 %% within %.1f µs, longest %.1f µs",
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length - 1] / 1e3);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("what was timed does not hold");
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
