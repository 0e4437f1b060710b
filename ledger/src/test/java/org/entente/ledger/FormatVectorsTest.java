package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The formats are frozen: what is written today is, byte for byte, what the vectors say. */
class FormatVectorsTest {
  private static final SampleLog LOG =
      new SampleLog(
          5,
          rfc8032(
              Fixtures.ORIGIN,
              "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
          rfc8032(
              Fixtures.WITNESS,
              "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));

  /** The keys of RFC 8032 section 7.1, TEST 1 and TEST 2. */
  private static CheckpointSigner rfc8032(String name, String seed, String publicKey) {
    return Fixtures.signer(name, HexFormat.of().parseHex(seed), HexFormat.of().parseHex(publicKey));
  }

  @Test
  void anExportedLogIsTheOneOfTheVectors() {
    byte[] vector = bytes("log-of-5.entente-ledger");

    assertThat(text(LOG.file())).isEqualTo(text(vector));
    assertThat(SampleLog.verify(vector, LOG.keys)).isInstanceOf(Verification.Sound.class);
  }

  @Test
  void aProofIsTheOneOfTheVectors() {
    byte[] vector = bytes("entry-4-of-5.tlog-proof");

    assertThat(LOG.proof(4).encode()).isEqualTo(text(vector));
    assertThat(ProofFile.parse(vector).orThrow().verify(LOG.keys, 1).isProven()).isTrue();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = FormatVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      if (in == null) {
        throw new AssertionError("no vector " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
