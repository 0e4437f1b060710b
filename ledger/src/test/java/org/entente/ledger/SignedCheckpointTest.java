package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
  private static final SampleLog LOG = new SampleLog(5);

  /** The example of C2SP tlog-cosignature.md, commit 5ba5ee83. */
  private static final String PUBLISHED =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  static List<String> notes() {
    return Fixtures.vectors("notes.tsv");
  }

  @ParameterizedTest
  @MethodSource("notes")
  void aPublishedNoteVerifiesAndAChangedOneDoesNot(String line) {
    String[] f = line.split("\t", -1);
    CheckpointVerifier key = CheckpointVerifier.parse(f[0]).orThrow();
    NoteSignature signature = NoteSignature.parse(f[2]).orThrow();
    String text = f[1].replace("\\n", "\n");

    assertThat(key.vkey()).isEqualTo(f[0]);
    assertThat(signature.line()).isEqualTo(f[2]);
    assertThat(key.verifies(text, signature)).isTrue();
    assertThat(key.verifies(text + "\n", signature)).isFalse();
  }

  @Test
  void thePublishedSigningKeyGivesThePublishedSignature() {
    String[] f = notes().getFirst().split("\t", -1);
    byte[] seed =
        Arrays.copyOfRange(
            Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"), 1, 33);
    CheckpointVerifier key = CheckpointVerifier.parse(f[0]).orThrow();
    CheckpointSigner signer = Fixtures.signer("PeterNeumann", seed, key.publicKey32());

    byte[] signature = signer.sign(f[1].replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(NoteSignature.of("PeterNeumann", key.keyId(), signature).line()).isEqualTo(f[2]);
  }

  @Test
  void aKeyWithAnyCharacterChangedIsRefused() {
    for (String line : notes()) {
      String vkey = line.substring(0, line.indexOf('\t'));
      for (int i = 0; i < vkey.length(); i++) {
        String changed = vkey.substring(0, i) + (char) (vkey.charAt(i) + 1) + vkey.substring(i + 1);
        assertThat(CheckpointVerifier.parse(changed))
            .as(changed)
            .isInstanceOf(Parsed.Refused.class);
        assertThat(CheckpointVerifier.parse(vkey.substring(0, i)))
            .isInstanceOf(Parsed.Refused.class);
      }
      assertThat(CosignatureVerifier.parse(vkey)).isInstanceOf(Parsed.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      })
  void aKeyUnderWhichAnyoneCanSignIsRefused(String hex) {
    assertThat(CheckpointVerifier.read("a.example", HexFormat.of().parseHex(hex)))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.code()).isEqualTo("weak-key"));
  }

  @Test
  void aKeyThatIsNoPointNeverVerifiesAnything() {
    for (int i = 2; i < 40; i++) {
      byte[] key = new byte[32];
      key[0] = (byte) i;
      if (CheckpointVerifier.read(Fixtures.ORIGIN, key)
          instanceof Parsed.Read<CheckpointVerifier>(var verifier)) {
        NoteSignature zero = NoteSignature.of(Fixtures.ORIGIN, verifier.keyId(), new byte[64]);
        assertThat(verifier.verifies("text\n", zero)).isFalse();
      }
    }
  }

  @Test
  void thePublishedCheckpointReadsBackByteForByte() {
    SignedCheckpoint read = SignedCheckpoint.parse(PUBLISHED).orThrow();

    assertThat(read.encode()).isEqualTo(PUBLISHED);
    assertThat(read.checkpoint().size()).isEqualTo(20852163);
    assertThat(read.signatures()).hasSize(2);
    assertThat(Cosignature.read(read.signatures().get(1)).orThrow().time().getEpochSecond())
        .isEqualTo(1679315147);
    assertThat(Cosignature.read(read.signatures().get(0))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void theLogsOwnCheckpointVerifiesUnderItsKeyOnly() {
    SignedCheckpoint signed = SignedCheckpoint.parse(LOG.cosigned().encode()).orThrow();

    assertThat(signed.verify(LOG.keys.log()).isProven()).isTrue();
    assertThat(signed.cosignedBy(LOG.witness)).isPresent();
    assertThat(code(signed.verify(Fixtures.verifier(Fixtures.signer(Fixtures.ORIGIN)))))
        .isEqualTo("not-signed");
    assertThat(code(signed.verify(Fixtures.verifier(Fixtures.signer("other.example")))))
        .isEqualTo("other-log");
    assertThat(signed.cosignedBy(Fixtures.witnessVerifier(Fixtures.signer(Fixtures.WITNESS))))
        .isEmpty();
  }

  @Test
  void linesByUnknownKeysAreIgnoredButAFalseLineOfAKnownKeyIsNot() {
    SignedCheckpoint signed = LOG.signed();
    NoteSignature unknown = NoteSignature.of("someone.example", 7, new byte[64]);
    NoteSignature forged = NoteSignature.of(Fixtures.ORIGIN, LOG.keys.log().keyId(), new byte[64]);
    NoteSignature good = signed.signatures().getFirst();

    assertThat(
            new SignedCheckpoint(signed.checkpoint(), List.of(unknown, good))
                .verify(LOG.keys.log())
                .isProven())
        .isTrue();
    assertThat(
            code(
                new SignedCheckpoint(signed.checkpoint(), List.of(good, forged))
                    .verify(LOG.keys.log())))
        .isEqualTo("bad-signature");
  }

  @Test
  void aCountersignatureFitsOneCheckpointAndOneTime() {
    Cosignature cosignature = Cosignature.create(LOG.head(), LOG.witnessKey, Fixtures.TIME);
    assertThat(cosignature.verify(LOG.head(), LOG.witness).isProven()).isTrue();
    assertThat(cosignature.time()).isEqualTo(Fixtures.TIME.truncatedTo(ChronoUnit.SECONDS));

    Checkpoint other = new Checkpoint(Fixtures.ORIGIN, 6, LOG.head().root());
    assertThat(code(cosignature.verify(other, LOG.witness))).isEqualTo("bad-cosignature");
    byte[] later = cosignature.line().signature();
    later[7] ^= 1;
    Cosignature moved =
        new Cosignature(NoteSignature.of(Fixtures.WITNESS, LOG.witness.keyId(), later));
    assertThat(code(moved.verify(LOG.head(), LOG.witness))).isEqualTo("bad-cosignature");
  }

  @Test
  void aCountersignatureIsNoSignatureOfTheLog() {
    CheckpointVerifier asLog =
        new CheckpointVerifier(Fixtures.ORIGIN, LOG.witnessKey.publicKey32());
    assertThat(LOG.cosigned().verify(asLog).isProven()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5=05",
        "5=-5",
        "5=+5",
        "5=5 ",
        "5=281474976710657",
        "5=",
        "\n5\n=\n\n5\n",
        "=\n",
        "—=-",
        "\n—=—",
        "\n\n=\n",
        ".example\n=.example\r\n",
        "\n\n=\n\u0001\n\n",
        "\n\n=\n\n\n",
      })
  void anotherSpellingOfTheNoteIsRefused(String change) {
    String note =
        LOG.signed().encode().replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n" + "A".repeat(43) + "=\n");
    assertThat(SignedCheckpoint.parse(note)).isInstanceOf(Parsed.Read.class);
    int equals = change.indexOf('=');
    String from = change.substring(0, equals);
    String changed = note.replaceFirst(from.isEmpty() ? "$" : from, change.substring(equals + 1));
    assertThat(changed).isNotEqualTo(note);

    assertThat(SignedCheckpoint.parse(changed)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void base64WithUnusedBitsSetIsRefused() {
    assertThat(Hash.fromBase64("A".repeat(43) + "=")).isPresent();
    assertThat(Hash.fromBase64("A".repeat(42) + "B=")).isEmpty();
    assertThat(Hash.fromBase64("A".repeat(43))).isEmpty();
    assertThat(Hash.fromBase64("A".repeat(42) + "_=")).isEmpty();
    assertThat(Hash.fromHex("AB".repeat(32))).isEmpty();
  }

  @Property(tries = 1000)
  void randomTextIsRefusedWithoutAnException(@ForAll String text) {
    assertThat(SignedCheckpoint.parse(text)).isInstanceOf(Parsed.Refused.class);
    assertThat(
            SignedCheckpoint.parse(LOG.signed().encode() + text)
                instanceof Parsed.Read<SignedCheckpoint>)
        .isEqualTo(text.isEmpty());
    assertThat(NoteSignature.parse("— " + text)).isInstanceOf(Parsed.Refused.class);
    assertThat(CheckpointVerifier.parse(text)).isInstanceOf(Parsed.Refused.class);
    assertThat(ProofFile.parse(text)).isInstanceOf(Parsed.Refused.class);
    assertThat(WitnessRequest.parse(text)).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void moreSignaturesThanTheLimitAreRefused() {
    String note = LOG.signed().encode();
    String line = LOG.signed().signatures().getFirst().line() + "\n";
    assertThat(SignedCheckpoint.parse(note + line.repeat(31))).isInstanceOf(Parsed.Read.class);
    assertThat(SignedCheckpoint.parse(note + line.repeat(32))).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void anEmptyLogHasTheEmptyRootAndNoOther() {
    Checkpoint empty = new Checkpoint(Fixtures.ORIGIN, 0, MerkleTree.emptyRoot());
    assertThat(Checkpoint.parse(empty.text())).isEqualTo(new Parsed.Read<>(empty));
    assertThat(Checkpoint.parse(LOG.head().text().replace("\n5\n", "\n0\n")))
        .isInstanceOf(Parsed.Refused.class);
    assertThatThrownBy(() -> new Checkpoint(Fixtures.ORIGIN, 0, LOG.head().root()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void extensionLinesAreSignedToo() {
    Checkpoint extended =
        new Checkpoint(Fixtures.ORIGIN, 5, LOG.head().root(), List.of("one", "two"));
    SignedCheckpoint signed = SignedCheckpoint.sign(extended, LOG.key);
    assertThat(SignedCheckpoint.parse(signed.encode())).isEqualTo(new Parsed.Read<>(signed));

    SignedCheckpoint changed =
        SignedCheckpoint.parse(signed.encode().replace("two", "too")).orThrow();
    assertThat(code(changed.verify(LOG.keys.log()))).isEqualTo("bad-signature");
  }

  private static String code(Verdict verdict) {
    return verdict instanceof Verdict.NotProven(String code, String sentence) ? code : "proven";
  }
}
