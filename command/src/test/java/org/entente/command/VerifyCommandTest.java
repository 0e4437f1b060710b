package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileWriter;
import org.entente.ledger.LogKeys;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a third person is told about files of a ledger. */
class VerifyCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Identity BELGRADE = identity("rs.mup");
  private static final Identity BAKU = identity("az.mia");

  @TempDir private static Path folder = Path.of("");

  private static Identity identity(String authority) {
    return Identity.create(authority, "Ministry", () -> NOW, Duration.ofDays(30));
  }

  @BeforeAll
  static void cards() throws IOException {
    Files.write(folder.resolve("rs.card"), BELGRADE.card().encoded());
    Files.write(folder.resolve("az.card"), BAKU.card().encoded());
    Files.write(
        folder.resolve("az.witness"),
        Statement.sign(
            witness().vkey().getBytes(StandardCharsets.UTF_8), "witness-key", BAKU, NOW));
  }

  private static CosignatureVerifier witness() {
    return new CosignatureVerifier("az.mia/witness", BAKU.witnessPublicKey());
  }

  private static CheckpointSigner signer(String name, Identity identity, boolean countersigns) {
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        return countersigns ? identity.countersign(message) : identity.signCheckpoint(message);
      }

      @Override
      public byte[] publicKey32() {
        return countersigns ? identity.witnessPublicKey() : identity.checkpointPublicKey();
      }

      @Override
      public String name() {
        return name;
      }
    };
  }

  private static SignedCheckpoint head(String origin, long size, Hash root) {
    Checkpoint head = new Checkpoint(origin, size, root);
    return SignedCheckpoint.sign(head, signer(origin, BELGRADE, false))
        .with(Cosignature.create(head, signer("az.mia/witness", BAKU, true), NOW));
  }

  private static Path heads(Hash later) throws IOException {
    TwoHeads heads =
        new TwoHeads(
            head("rs.mup/ledger", 3, MerkleTree.leafHash(new byte[] {1})),
            head("rs.mup/ledger", 3, later),
            List.of());
    byte[] statement =
        Statement.sign(heads.encode().getBytes(StandardCharsets.UTF_8), "log-heads", BAKU, NOW);
    return Files.writeString(
        folder.resolve("stop.heads"),
        heads.encode() + "statement " + Base64.getEncoder().encodeToString(statement) + "\n");
  }

  /** Runs the command; the first line is its status. */
  private static String verify(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int status = new CommandLine(new VerifyCommand()).execute(arguments);
      return status + "\n" + said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(before);
    }
  }

  private static String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aForkIsProvenWithTheLogsCardAloneAndSaysWhoStatedIt() throws IOException {
    Path file = heads(MerkleTree.leafHash(new byte[] {2}));

    assertThat(verify(file.toString(), "--card", at("rs.card")))
        .startsWith("0\n")
        .contains("Proven.", "by nobody whose card was given");
    assertThat(
            verify(
                file.toString(),
                "--card",
                at("rs.card"),
                "--card",
                at("az.card"),
                "--witness",
                at("az.witness")))
        .contains("Proven.", "Stated by az.mia", "countersigned by az.mia/witness");
  }

  @Test
  void twoHeadsThatAreTheSameShowNothing() throws IOException {
    Path file = heads(MerkleTree.leafHash(new byte[] {1}));

    assertThat(verify(file.toString(), "--card", at("rs.card")))
        .startsWith("1\n")
        .contains("NOT shown");
  }

  @Test
  void aHeadWithAChangedByteIsNotAccusedOfAnything() throws IOException {
    Path file = heads(MerkleTree.leafHash(new byte[] {2}));
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("later ..", "later AA"));

    assertThat(verify(file.toString(), "--card", at("rs.card"))).startsWith("1\n");
  }

  @Test
  void countersignaturesOfALedgerThatWasBegunAnewAreCountedAndNamed() throws IOException {
    String origin = "rs.mup/ledger/2";
    LedgerEntry entry =
        new LedgerEntry(
            0,
            new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L),
            Instant.parse("2026-03-01T08:15:30.123456Z"),
            Access.NONE,
            "log-continued",
            "node",
            new TreeMap<>(),
            Optional.empty());
    Path file = folder.resolve("ledger.txt");
    LogKeys keys =
        new LogKeys(
            new CheckpointVerifier(origin, BELGRADE.checkpointPublicKey()), List.of(witness()));
    try (OutputStream out = Files.newOutputStream(file)) {
      LedgerFileWriter.write(
          out, head(origin, 1, entry.leafHash()), keys, List.of(entry.encoded()).iterator());
    }

    assertThat(verify(file.toString(), "--card", at("rs.card")))
        .startsWith("0\n")
        .contains("Sound.", "0 checked, 1 not");
    assertThat(
            verify(
                file.toString(),
                "--card",
                at("rs.card"),
                "--card",
                at("az.card"),
                "--witness",
                at("az.witness")))
        .contains("Countersigned by az.mia/witness", "1 checked, 0 not");
  }

  private static final Path VECTORS = Path.of("../evidence/src/test/resources/vectors");

  private static String vector(String name) {
    return VECTORS.resolve(name).toString();
  }

  @Test
  void anEvidenceFileIsKnownByItsFirstEntryAndNotTakenForTheZipOfAnAgreement() {
    // Its invented agreement is no agreement, which is the last thing that is looked at before the
    // messages.
    assertThat(
            verify(
                vector("evidence-stamped-v1.asice"),
                "--card",
                vector("az.mia.card"),
                "--timestamps",
                vector("time-service.der")))
        .startsWith("1\nNOT to be relied on (agreement-differs)");
  }

  @Test
  void anEvidenceFileWithOneChangedByteIsRefused() throws IOException {
    byte[] changed = Files.readAllBytes(VECTORS.resolve("evidence-v1.asice"));
    changed[changed.length / 2] ^= 1;
    Path file = Files.write(folder.resolve("changed.asice"), changed);

    assertThat(verify(file.toString())).startsWith("1\nNOT to be relied on");
  }

  @Test
  void anEvidenceFileUnderAnotherCardThanTheOneGivenIsRefused() {
    assertThat(verify(vector("evidence-v1.asice"), "--card", at("az.card")))
        .startsWith("1\nNOT to be relied on (other-card)");
  }
}
