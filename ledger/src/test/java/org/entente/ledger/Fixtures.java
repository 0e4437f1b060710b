package org.entente.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A small invented log with its keys. */
final class Fixtures {
  static final String ORIGIN = "ledger.ministry-a.example";
  static final String WITNESS = "ledger.ministry-b.example/witness";
  static final Instant TIME = Instant.parse("2026-03-01T08:15:30.123456Z");

  private Fixtures() {}

  static KeyPair newKey() {
    try {
      return KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static CheckpointSigner signer(String name) {
    return CheckpointSigner.of(name, newKey());
  }

  /** A signer from published key bytes. */
  static CheckpointSigner signer(String name, byte[] seed, byte[] publicKey32) {
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519", "SunEC");
      PrivateKey secret =
          keys.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      byte[] bigEndian = new byte[32];
      for (int i = 0; i < 32; i++) {
        bigEndian[i] = publicKey32[31 - i];
      }
      boolean odd = (bigEndian[0] & 0x80) != 0;
      bigEndian[0] &= 0x7f;
      PublicKey open =
          keys.generatePublic(
              new EdECPublicKeySpec(
                  NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
      return CheckpointSigner.of(name, new KeyPair(open, secret));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static CheckpointVerifier verifier(CheckpointSigner signer) {
    return new CheckpointVerifier(signer.name(), signer.publicKey32());
  }

  static CosignatureVerifier witnessVerifier(CheckpointSigner signer) {
    return new CosignatureVerifier(signer.name(), signer.publicKey32());
  }

  static UUID uuid7(long number) {
    return new UUID(0x0195_0000_0000_7000L | (number << 16), 0x8000_0000_0000_0000L | number);
  }

  static LedgerEntry entry(long index) {
    TreeMap<String, String> references = new TreeMap<>();
    references.put("agreement", "4f1c" + index);
    references.put("article", "Art. 1(1)(d)");
    references.put("recipient", "authority-17");
    return new LedgerEntry(
        index,
        uuid7(index),
        TIME.plusSeconds(index),
        Access.DISCLOSURE,
        "message-sent",
        "officer-7f3a",
        references,
        Optional.of(MerkleTree.leafHash(new byte[] {(byte) index})));
  }

  static LedgerEntry smallEntry(long index) {
    return new LedgerEntry(
        index,
        uuid7(index),
        TIME,
        Access.NONE,
        "sign-in",
        "officer-1",
        new TreeMap<>(),
        Optional.empty());
  }

  static byte[] raw(long index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  static NodesInMemory tree(long size) {
    NodesInMemory nodes = new NodesInMemory();
    for (long i = 0; i < size; i++) {
      nodes.append(MerkleTree.leafHash(raw(i)));
    }
    return nodes;
  }

  /** Lines of a vector file, without comments. */
  static List<String> vectors(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/vectors/" + name)) {
      if (in == null) {
        throw new AssertionError("no vectors " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] secure(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
