package org.entente.check.oprf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vectors: RFC 9497, appendix A, mode VOPRF. */
class VoprfTest {
  static Stream<PrimeGroup> groups() {
    return Stream.concat(
        Stream.of(new PlainRistretto(), new P256()), SodiumRistretto.load().stream());
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theVectorsOfTheRfcComeOut(PrimeGroup group) throws Exception {
    Voprf voprf = new Voprf(group);
    int seen = 0;
    for (String line : lines()) {
      String[] fields = line.split("\\|", -1);
      if (!fields[0].equals(group.identifier())) {
        continue;
      }
      seen++;
      SecretKey key = voprf.key(hex(fields[1]), hex(fields[2]));
      assertThat(key.number()).isEqualTo(hex(fields[3]));
      assertThat(key.publicKey()).isEqualTo(hex(fields[4]));
      List<byte[]> inputs = list(fields[5]);
      List<byte[]> blinds = list(fields[6]);
      List<byte[]> blinded = new ArrayList<>();
      List<byte[]> evaluated = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        blinded.add(voprf.blinded(inputs.get(i), blinds.get(i)));
        evaluated.add(voprf.evaluated(key, blinded.get(i)));
        assertThat(blinded.get(i)).isEqualTo(list(fields[7]).get(i));
        assertThat(evaluated.get(i)).isEqualTo(list(fields[8]).get(i));
        byte[] output = list(fields[11]).get(i);
        assertThat(voprf.finished(inputs.get(i), blinds.get(i), evaluated.get(i)))
            .isEqualTo(output);
        assertThat(voprf.direct(key, inputs.get(i))).isEqualTo(output);
      }
      byte[] proofBytes = hex(fields[9]);
      Proof proof = voprf.proof(key, blinded, evaluated, hex(fields[10]));
      assertThat(proof.challenge()).isEqualTo(Arrays.copyOf(proofBytes, 32));
      assertThat(proof.response()).isEqualTo(Arrays.copyOfRange(proofBytes, 32, 64));
      assertThat(voprf.proves(key.publicKey(), blinded, evaluated, proof)).isTrue();
    }
    assertThat(seen).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void anotherKeyAChangedProofAndAnExchangedAnswerAreSeen(PrimeGroup group) throws Exception {
    Voprf voprf = new Voprf(group);
    SecretKey key = voprf.key(new byte[32], new byte[] {1});
    SecretKey other = voprf.key(new byte[32], new byte[] {2});
    List<byte[]> blinded = new ArrayList<>();
    List<byte[]> evaluated = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      blinded.add(voprf.blinded(new byte[] {(byte) i}, voprf.blind()));
      evaluated.add(voprf.evaluated(key, blinded.get(i)));
    }
    Proof proof = voprf.proof(key, blinded, evaluated);
    assertThat(voprf.proves(key.publicKey(), blinded, evaluated, proof)).isTrue();
    assertThat(voprf.proves(other.publicKey(), blinded, evaluated, proof)).isFalse();
    byte[] changed = proof.response();
    changed[5] ^= 1;
    assertThat(
            voprf.proves(
                key.publicKey(), blinded, evaluated, new Proof(proof.challenge(), changed)))
        .isFalse();
    List<byte[]> tagged = new ArrayList<>(evaluated);
    tagged.set(7, voprf.evaluated(other, blinded.get(7)));
    assertThat(voprf.proves(key.publicKey(), blinded, tagged, proof)).isFalse();
    assertThat(voprf.proves(key.publicKey(), blinded, tagged, voprf.proof(key, blinded, tagged)))
        .isFalse();
    assertThat(voprf.proves(key.publicKey(), blinded, evaluated.subList(1, 24), proof)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void inversesMadeTogetherAreThoseMadeOneByOne(PrimeGroup group) {
    Voprf voprf = new Voprf(group);
    for (int count : new int[] {0, 1, 2, 24}) {
      List<byte[]> blinds = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        blinds.add(voprf.blind());
      }
      assertThat(voprf.inverses(blinds))
          .usingRecursiveComparison()
          .isEqualTo(blinds.stream().map(group::inverse).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void hostileElementsAreRefused(PrimeGroup group) {
    Voprf voprf = new Voprf(group);
    SecretKey key = voprf.key(new byte[32], new byte[0]);
    byte[] off = new byte[group.elementBytes()];
    Arrays.fill(off, (byte) 0xff);
    for (byte[] hostile :
        List.of(off, new byte[group.elementBytes()], new byte[0], new byte[1], new byte[200])) {
      assertThatThrownBy(() -> voprf.evaluated(key, hostile)).isInstanceOf(NotAnElement.class);
      assertThat(
              voprf.proves(
                  key.publicKey(),
                  List.of(hostile),
                  List.of(hostile),
                  new Proof(new byte[32], new byte[32])))
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aDestroyedKeyAnswersNothing(PrimeGroup group) throws Exception {
    Voprf voprf = new Voprf(group);
    SecretKey key = voprf.key(new byte[32], new byte[0]);
    byte[] blinded = voprf.blinded(new byte[] {1}, voprf.blind());
    key.destroy();
    assertThatThrownBy(() -> voprf.evaluated(key, blinded))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("destroyed");
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(VoprfTest.class.getResourceAsStream("/vectors/voprf-rfc9497.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static List<byte[]> list(String field) {
    return Arrays.stream(field.split(",", -1)).map(VoprfTest::hex).toList();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
