package org.entente.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.seal.Parties.SENDER;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WitnessKeyTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Secret key of RFC 8032 section 7.1, test 1; the rest computed with another implementation. */
  @Test
  void theKeyIsDerivedAsTheProtocolSays() {
    byte[] seed = HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    assertThat(WitnessKey.of(seed).publicKey())
        .isEqualTo(
            HEX.parseHex("8b0f658a317b77efb04d89b96d56af1162882b810530fa3622ea80f951c5b898"));
  }

  @Test
  void anIdentityCountersignsWithAnotherKeyThanItsLedgers() throws Exception {
    byte[] message = {1, 2, 3};
    var ledger = KeyPairs.checkpointKey(SENDER.checkpointPublicKey());
    var witness = KeyPairs.checkpointKey(SENDER.witnessPublicKey());

    byte[] made = SENDER.countersign(message);

    assertThat(KeyPairs.verifies(Algorithms.CHECKPOINT, witness, message, made)).isTrue();
    assertThat(KeyPairs.verifies(Algorithms.CHECKPOINT, ledger, message, made)).isFalse();
  }
}
