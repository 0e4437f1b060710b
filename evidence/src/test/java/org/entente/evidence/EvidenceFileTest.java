package org.entente.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.ledger.Access;
import org.entente.ledger.ProofFile;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who verifies an evidence file, whole or not. */
class EvidenceFileTest {
  private static final Trust BOTH = SampleCase.trust(SampleCase.BAKU, SampleCase.BELGRADE);

  @TempDir private Path folder = Path.of("");

  private Judgement judged(byte[] container) throws IOException {
    return judged(container, BOTH);
  }

  private Judgement judged(byte[] container, Trust trust) throws IOException {
    return EvidenceFile.verify(Files.write(folder.resolve("case.asice"), container), trust);
  }

  private void rejected(byte[] container, String code) throws IOException {
    assertThat(judged(container))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class, r -> assertThat(r.code()).as(r.sentence()).isEqualTo(code));
  }

  private static Judgement.Upheld upheld(Judgement judgement) {
    if (judgement instanceof Judgement.Upheld upheld) {
      return upheld;
    }
    throw new AssertionError("Not upheld: " + judgement);
  }

  @Test
  void aWholeFileSaysWhatIsProvenAndWhatIsNot() throws IOException {
    SampleCase sample = new SampleCase();

    Judgement.Upheld found = upheld(judged(sample.container()));

    assertThat(String.join("\n", found.proven()))
        .contains("Nothing in this file was changed")
        .contains("The message " + sample.request + " (request) was signed by az.mia for rs.mup")
        .contains("One attachment came with it, unchanged.")
        .contains("rs.mup received " + sample.request)
        .contains("its content erased at", "entry 4 of the ledger")
        .contains("rs.mup/witness countersigned the ledger over 4 of these entries")
        .contains("The words of the agreement with the hash " + SampleCase.AGREEMENT)
        .contains("The identity card of Ministry in Baku (az.mia) is the one that was given");
    assertThat(String.join("\n", found.open()))
        .contains("no independent service stamped the time")
        .contains("That what the messages say is true")
        .doesNotContain("identity card");
    assertThat(EvidenceFile.is(folder.resolve("case.asice"))).isTrue();
  }

  @Test
  void withoutCardsFromATrustedWayTheIdentityIsNotProven() throws IOException {
    byte[] container = new SampleCase().container();

    assertThat(String.join("\n", upheld(judged(container, SampleCase.trust())).open()))
        .contains("That the identity card of az.mia is this authority's")
        .contains("That the identity card of rs.mup is this authority's");
  }

  @Test
  void anotherCardOfTheSameAuthorityIsNotTaken() throws IOException {
    byte[] container = new SampleCase().container();
    Identity impostor =
        Identity.create("az.mia", "Ministry in Baku", SampleCase.CLOCK, Duration.ofDays(9));

    assertThat(judged(container, SampleCase.trust(impostor)))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class, r -> assertThat(r.code()).isEqualTo("other-card"));
  }

  @Test
  void oneChangedByteInAnyFileIsFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    for (String name : files.keySet()) {
      byte[] file = files.get(name);
      for (int at : new int[] {0, file.length / 2, file.length - 1}) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        byte[] other = file.clone();
        other[at] ^= 1;
        changed.put(name, other);

        assertThat(judged(Repacked.packed(changed)))
            .as(name)
            .isInstanceOf(Judgement.Rejected.class);
      }
    }
  }

  @Test
  void everyByteOfTheSignatureCounts() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    byte[] signature = Objects.requireNonNull(files.get(Layout.SIGNATURE));
    byte[] manifest = Objects.requireNonNull(files.get(Layout.MANIFEST));
    for (int i = 0; i < signature.length; i++) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> ContainerSignature.check(changed, manifest))
          .as("byte " + i)
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void aFileThatWasChangedIsNamed() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    files.put(Layout.COVER, "%PDF-1.4 another cover".getBytes(UTF_8));

    assertThat(judged(Repacked.packed(files)))
        .isEqualTo(
            new Judgement.Rejected(
                "file-changed", "The file cover.pdf was changed after the signature."));
  }

  @Test
  void anAddedFileIsFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    files.put("messages/note.txt", new byte[] {1});

    rejected(Repacked.packed(files), "file-added");
  }

  @Test
  void aFileBesideTheSignatureIsFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    files.put("META-INF/signature2.p7s", files.get(Layout.SIGNATURE));

    rejected(Repacked.packed(files), "bad-name");
  }

  @Test
  void aRemovedFileIsFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    files.remove("ledger/000000000004.proof");

    rejected(Repacked.packed(files), "file-removed");
  }

  @Test
  void filesInAnotherOrderAreFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    List<String> names = new ArrayList<>(files.keySet());
    Collections.swap(names, 2, 3);
    Map<String, byte[]> moved = new LinkedHashMap<>();
    names.forEach(name -> moved.put(name, files.get(name)));

    rejected(Repacked.packed(moved), "files-moved");
  }

  @Test
  void aFileOfAnotherContainerIsFound() throws IOException {
    UUID request = UUID.randomUUID();
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase(request).container());
    Map<String, byte[]> other = Repacked.unpacked(new SampleCase(request).container());
    String name = "messages/" + request + "/signed.p7m";
    files.put(name, other.get(name));

    rejected(Repacked.packed(files), "file-changed");
  }

  @Test
  void theManifestOfAnotherContainerIsFound() throws IOException {
    Map<String, byte[]> files = Repacked.unpacked(new SampleCase().container());
    Map<String, byte[]> other = Repacked.unpacked(new SampleCase().container());
    files.put(Layout.MANIFEST, other.get(Layout.MANIFEST));
    rejected(Repacked.packed(files), "manifest-changed");

    files.put(Layout.SIGNATURE, other.get(Layout.SIGNATURE));
    assertThat(judged(Repacked.packed(files))).isInstanceOf(Judgement.Rejected.class);
  }

  @Test
  void aSignatureByAnotherKeyIsFound() throws IOException {
    SignedFiles own = new SampleCase().files(new SampleCase.Changes());

    byte[] forged =
        SampleCase.bytes(SignedFiles.sign(own.files(), SampleCase.OTHERS, SampleCase.NOW));

    rejected(forged, "other-signer");
  }

  @Test
  void aStatementOfAnotherAuthorityIsFound() throws IOException {
    byte[] container =
        new SampleCase()
            .container(
                new SampleCase.Changes() {
                  @Override
                  byte[] witness() {
                    return Statement.sign(
                        "rs.mup/witness+0+AAAA".getBytes(UTF_8),
                        "witness-key",
                        SampleCase.OTHERS,
                        SampleCase.NOW);
                  }
                });

    rejected(container, "other-witness");
  }

  @Test
  void theReceiptOfAnotherMessageIsFound() throws IOException {
    SampleCase sample = new SampleCase();
    UUID another = UUID.randomUUID();
    byte[] container =
        sample.container(
            new SampleCase.Changes() {
              @Override
              Dossier.Texts request(Dossier.Texts texts) {
                SampleCase.Message other =
                    new SampleCase.Message(
                        another, "{}", "{}", "00".repeat(16), SampleCase.BAKU, SampleCase.BELGRADE);
                return texts(
                    texts,
                    SampleCase.receipt(another, other, SampleCase.BAKU, SampleCase.BELGRADE, 2));
              }
            });

    rejected(container, "receipt-of-another");
  }

  private static Dossier.Texts texts(Dossier.Texts of, byte[] receipt) {
    return new Dossier.Texts(of.signed(), of.header(), of.content(), Optional.of(receipt));
  }

  @Test
  void aReceiptForOtherContentUnderTheSameNameIsFound() throws IOException {
    SampleCase sample = new SampleCase();
    byte[] container =
        sample.container(
            new SampleCase.Changes() {
              @Override
              Dossier.Texts request(Dossier.Texts texts) {
                SampleCase.Message other =
                    new SampleCase.Message(
                        sample.request,
                        "{}",
                        "{}",
                        "00".repeat(16),
                        SampleCase.BAKU,
                        SampleCase.BELGRADE);
                return texts(
                    texts,
                    SampleCase.receipt(
                        sample.request, other, SampleCase.BAKU, SampleCase.BELGRADE, 2));
              }
            });

    rejected(container, "receipt-of-another");
  }

  @Test
  void aReceiptThatTheReceiverDidNotSignIsFound() throws IOException {
    SampleCase sample = new SampleCase();
    byte[] container =
        sample.container(
            new SampleCase.Changes() {
              @Override
              Dossier.Texts request(Dossier.Texts texts) {
                return texts(
                    texts,
                    Statement.sign(
                        "{}".getBytes(UTF_8), "receipt", SampleCase.OTHERS, SampleCase.NOW));
              }
            });

    rejected(container, "receipt-not-signed");
  }

  @Test
  void contentThatWasNotSignedIsFound() throws IOException {
    byte[] container =
        new SampleCase()
            .container(
                new SampleCase.Changes() {
                  @Override
                  Dossier.Texts request(Dossier.Texts texts) {
                    return new Dossier.Texts(
                        texts.signed(),
                        texts.header(),
                        Optional.of("{\"facts\":\"Nothing was seized.\"}".getBytes(UTF_8)),
                        texts.receipt());
                  }
                });

    rejected(container, "content-differs");
  }

  @Test
  void anotherPhotographIsFound() throws IOException {
    byte[] container =
        new SampleCase()
            .container(
                new SampleCase.Changes() {
                  @Override
                  Part.Source photograph(byte[] own) {
                    return () -> new ByteArrayInputStream(new byte[] {1, 2, 3});
                  }
                });

    rejected(container, "attachments-differ");
  }

  @Test
  void otherWordsOfTheAgreementAreFound() throws IOException {
    byte[] container =
        new SampleCase()
            .container(
                new SampleCase.Changes() {
                  @Override
                  byte[] instrument() {
                    return "other words".getBytes(UTF_8);
                  }
                });

    rejected(container, "agreement-differs");
  }

  @Test
  void theProofOfAnEntryAboutAnotherMatterIsFound() throws IOException {
    SampleCase sample = new SampleCase();
    byte[] container =
        sample.container(
            new SampleCase.Changes() {
              private boolean first = true;

              @Override
              ProofFile proof(ProofFile proof) {
                ProofFile swapped = first ? sample.proof(sample.entries.getFirst()) : proof;
                first = false;
                return swapped;
              }
            });

    rejected(container, "proof-of-another");
  }

  @Test
  void aMessageThatTheLedgerTellsOfCannotBeLeftOut() throws IOException {
    SampleCase sample = new SampleCase();
    sample.entry(
        Access.DISCLOSURE,
        "released",
        Map.of("message", UUID.randomUUID().toString(), "matter", sample.request.toString()),
        Optional.empty());
    sample.entry(
        Access.DISCLOSURE,
        "released",
        Map.of("message", UUID.randomUUID().toString(), "matter", sample.request.toString()),
        Optional.empty());

    rejected(sample.container(), "message-left-out");
  }

  @Test
  void anErasureThatNoEntryShowsIsNamed() throws IOException {
    Judgement.Upheld found =
        upheld(
            judged(
                new SampleCase()
                    .container(
                        new SampleCase.Changes() {
                          @Override
                          boolean tellsOfTheErasure() {
                            return false;
                          }
                        })));

    assertThat(String.join("\n", found.open())).contains("erased, as the index says. No entry");
    assertThat(String.join("\n", found.proven())).doesNotContain("erased");
  }

  @Test
  void writingNeverHoldsALargeFileInMemory() throws IOException {
    byte[] piece = new byte[1 << 20];
    long pieces = 800;
    Part large =
        new Part(
            "large.file",
            () ->
                new SequenceInputStream(
                    Collections.enumeration(
                        Collections.nCopies((int) pieces, (InputStream) null).stream()
                            .map(n -> (InputStream) new ByteArrayInputStream(piece))
                            .toList())));
    SignedFiles signed =
        SignedFiles.sign(List.of(large.measured()), SampleCase.BAKU, SampleCase.NOW);
    Path file = folder.resolve("large.asice");
    try (var out = Files.newOutputStream(file)) {
      signed.write(out);
    }

    assertThat(Files.size(file)).isGreaterThan(pieces << 20);
    assertThat(EvidenceFile.verify(file, BOTH))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class, r -> assertThat(r.code()).isEqualTo("file-missing"));
  }
}
