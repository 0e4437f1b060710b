package org.entente.subject.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class NetTest {
  @Test
  void anAddressHasOneFormHoweverItWasWritten() {
    assertThat(IpAddress.read("203.0.114[.]7").canonical()).isEqualTo("203.0.114.7");
    // RFC 5952, section 4.
    assertThat(IpAddress.read("2001:0db8:0:0:1:0:0:1").canonical()).isEqualTo("2001:db8::1:0:0:1");
    assertThat(IpAddress.read("2001:DB8:0:1:1:1:1:1").canonical())
        .isEqualTo("2001:db8:0:1:1:1:1:1");
    assertThat(IpAddress.read("[2A00:0:0:0:0:0:0:0]").canonical()).isEqualTo("2a00::");
    assertThat(IpAddress.read("::1").canonical()).isEqualTo("::1");
    assertThat(IpAddress.read("::ffff:185.4.1.2").canonical()).isEqualTo("185.4.1.2");
  }

  @Test
  void anAddressThatManyHaveIsToldApart() {
    assertThat(IpAddress.read("185.4.1.2").reach()).isEqualTo(IpAddress.Reach.PUBLIC);
    assertThat(IpAddress.read("2a02:4a8::1").reach()).isEqualTo(IpAddress.Reach.PUBLIC);
    for (String house : List.of("10.0.0.1", "192.168.1.1", "172.31.0.1", "fe80::1", "fd00::1")) {
      assertThat(IpAddress.read(house).reach()).as(house).isEqualTo(IpAddress.Reach.PRIVATE);
    }
    assertThat(IpAddress.read("100.64.0.9").reach()).isEqualTo(IpAddress.Reach.SHARED);
    for (String special :
        List.of("127.0.0.1", "0.0.0.0", "192.0.2.7", "224.0.0.1", "2001:db8::1", "::")) {
      assertThat(IpAddress.read(special).reach()).as(special).isEqualTo(IpAddress.Reach.SPECIAL);
    }
  }

  @Test
  void whatOnlyLooksLikeAnAddressIsRefused() {
    for (String other :
        List.of(
            "256.1.1.1",
            "1.2.3",
            "1.2.3.4.5",
            "01.2.3.4",
            "localhost",
            "::g",
            "1:2",
            "",
            "fe80::1%eth0")) {
      assertThatThrownBy(() -> IpAddress.read(other)).as(other).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void aDigestIsKnownByItsLength() {
    assertThat(Digest.read("MD5: D41D8CD98F00B204E9800998ECF8427E").function())
        .isEqualTo(Digest.Function.MD5);
    assertThat(Digest.read("d41d8cd98f00b204e9800998ecf8427e").saysNothing()).isTrue();
    Digest long256 = Digest.read("ab".repeat(31) + " 0C");
    assertThat(long256.function()).isEqualTo(Digest.Function.SHA_256);
    assertThat(long256.canonical()).isEqualTo("ab".repeat(31) + "0c").hasSize(64);
    assertThatThrownBy(() -> Digest.read("ab".repeat(15))).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> Digest.read("zz".repeat(16))).isInstanceOf(Unreadable.class);
  }

  @Test
  void aHarmlessAddressIsThePageItStandsFor() {
    WebLocation page = WebLocation.read("hxxps[:]//WWW.Ledger-Cases[.]example:443/Login?a=B");
    assertThat(page.canonical()).isEqualTo("https://www.ledger-cases.example/Login?a=B");
    assertThat(page.host()).isEqualTo("www.ledger-cases.example");
    assertThat(page.page()).isTrue();
    assertThat(WebLocation.read("Stolica(.)example.").canonical()).isEqualTo("stolica.example");
    assertThat(WebLocation.read("hxxp://185[.]4[.]1[.]2:8080/x").host()).isEqualTo("185.4.1.2");
  }

  @Test
  void aDomainInLettersThatLookAlikeIsTwoDomainsAndSaysSo() {
    WebLocation latin = WebLocation.read("apple.example");
    WebLocation cyrillic = WebLocation.read("аpple.example");
    assertThat(cyrillic.canonical()).startsWith("xn--").isNotEqualTo(latin.canonical());
    assertThat(cyrillic.foreign()).isTrue();
    assertThat(latin.foreign()).isFalse();
  }

  @Test
  void aMailboxAWordAndAnEmptyLineAreNoPages() {
    for (String other :
        List.of("ana@example.com", "word", "", "a b.com", "http://", "3.5", "x..com")) {
      assertThatThrownBy(() -> WebLocation.read(other)).as(other).isInstanceOf(Unreadable.class);
    }
  }

  @Property
  void whateverIsTypedIsReadOrRefusedWithoutTheValue(@ForAll @Size(max = 300) String typed) {
    for (Consumer<String> reader :
        List.<Consumer<String>>of(IpAddress::read, Digest::read, WebLocation::read)) {
      try {
        reader.accept(typed);
      } catch (Unreadable refused) {
        assertThat(refused.code()).matches("[a-z-]+");
      }
    }
    assertThat(Refanged.text(Refanged.text(typed))).isNotNull();
  }

  @Property
  void anAddressOfFourNumbersComesBackAsItself(@ForAll byte a, @ForAll byte b, @ForAll byte c) {
    String written = (a & 0xff) + "." + (b & 0xff) + "." + (c & 0xff) + ".77";
    assertThat(IpAddress.read(written).canonical()).isEqualTo(written);
    assertThat(IpAddress.read(IpAddress.read("::ffff:" + written).canonical()).canonical())
        .isEqualTo(written);
  }
}
