package org.entente.subject.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.entente.subject.CheckDigit;
import org.entente.subject.CryptoAddress;
import org.entente.subject.Device;
import org.entente.subject.Keys;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class WalletTest {
  private static Wallet read(String written) {
    return Wallet.read(written, Optional.empty());
  }

  /** The address of the first block, the vectors of BIP 173, BIP 350 and ERC-55. */
  @Test
  void theChecksumsOfPublishedAddressesHold() {
    for (String address :
        List.of(
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh")) {
      assertThat(read(address).check()).as(address).isEqualTo(CheckDigit.HOLDS);
    }
  }

  @Test
  void oneWrongSignShowsAndIsNoKey() {
    for (String address :
        List.of(
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
            "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTj")) {
      assertThat(read(address).check()).as(address).isEqualTo(CheckDigit.FAILS);
      assertThat(Keys.of(new CryptoAddress(address, Optional.empty()))).as(address).isEmpty();
    }
  }

  @Test
  void caseIsPartOfAnAddressOnlyWhereItsChainSaysSo() {
    String ethereum = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    assertThat(read(ethereum.toLowerCase(Locale.ROOT)).check()).isEqualTo(CheckDigit.ABSENT);
    assertThat(Keys.ofWallet(ethereum, Optional.of("ETH")))
        .isEqualTo(Keys.ofWallet(ethereum.toLowerCase(Locale.ROOT), Optional.of("USDT")));
    assertThat(read("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa").canonical())
        .isEqualTo("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    assertThat(read("btc: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa").canonical())
        .isEqualTo("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
  }

  @Test
  void anAddressOfAnotherAssetThanWasSaidIsRefused() {
    assertThatThrownBy(() -> Wallet.read("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Optional.of("ETH")))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.code()).isEqualTo("wallet-chain"));
    assertThatThrownBy(() -> read("hello")).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> read("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA"))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void aTelephoneIsKnownByItsImeiWithAndWithoutTheLastDigit() {
    // The example of 3GPP TS 23.003 annex B is computed the same way.
    DeviceNumber whole = DeviceNumber.read("IMEI 49-015420-323751-8");
    assertThat(whole.kind()).isEqualTo(DeviceNumber.Kind.IMEI);
    assertThat(whole.check()).isEqualTo(CheckDigit.HOLDS);
    assertThat(DeviceNumber.read("490154203237517").check()).isEqualTo(CheckDigit.FAILS);
    assertThat(Keys.of(new Device("49015420323751", Optional.empty(), Optional.empty())))
        .isEqualTo(Keys.of(new Device("490154203237518", Optional.empty(), Optional.empty())))
        .isNotEmpty();
    assertThat(DeviceNumber.read("00:1A:2b:3c:4d:5e").canonical()).isEqualTo("001a2b3c4d5e");
    assertThat(DeviceNumber.read("00-1A-2b-3c-4d-5e").kind())
        .isEqualTo(DeviceNumber.Kind.NETWORK_CARD);
  }

  @Property
  void whateverIsTypedIsReadOrRefused(@ForAll @Size(max = 160) String typed) {
    for (Optional<String> chain : List.of(Optional.<String>empty(), Optional.of("SOL"))) {
      try {
        assertThat(Wallet.read(typed, chain).canonical()).isNotEmpty();
      } catch (Unreadable refused) {
        assertThat(refused.code()).startsWith("wallet-");
      }
    }
    assertThat(Keys.ofDevice(typed)).hasSizeLessThan(2);
  }
}
