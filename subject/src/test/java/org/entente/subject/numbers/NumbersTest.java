package org.entente.subject.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static void refused(String code, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            Unreadable.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void anIbanIsReadWithItsSpaces() {
    assertThat(Iban.read("gb82 west 1234 5698 7654 32").canonical())
        .isEqualTo("GB82WEST12345698765432");
    assertThat(Iban.read("IBAN AZ21 NABZ 0000 0000 1370 1000 1944").country()).isEqualTo("AZ");
  }

  @Test
  void anIbanIsRefusedWithTheReason() {
    refused("iban-check", () -> Iban.read("GB83WEST12345698765432"));
    refused("iban-length", () -> Iban.read("GB82WEST1234569876543"));
    refused("iban-country", () -> Iban.read("US82WEST12345698765432"));
    refused("iban-form", () -> Iban.read("160-123-45"));
  }

  @Property
  void checkDigitsThatWereWrittenAreRead(@ForAll @IntRange(min = 0) int account) {
    String national = String.format(Locale.ROOT, "265%015d", account);
    Iban iban = Iban.read("RS" + Iban.checkDigits("RS", national) + national);
    assertThat(iban.national()).isEqualTo(national);
  }

  @Test
  void aPhoneNumberIsReadFromItsCountryAndFromAbroad() {
    assertThat(PhoneNumber.read("060/123-4567", Optional.of("RS")).canonical())
        .isEqualTo("+381601234567");
    PhoneNumber baku = PhoneNumber.read("00994 50 212 34 56", Optional.empty());
    assertThat(baku.canonical()).isEqualTo("+994502123456");
    assertThat(baku.country()).isEqualTo(Optional.of("AZ"));
    refused("phone-country", () -> PhoneNumber.read("060 123 4567", Optional.empty()));
    refused("phone-form", () -> PhoneNumber.read("call me", Optional.of("RS")));
    refused("phone-form", () -> PhoneNumber.read("12", Optional.of("RS")));
  }

  @Test
  void addressesAndHandlesHaveOneForm() {
    assertThat(EmailAddress.read("mailto:Anna@Bücher.example").canonical())
        .isEqualTo("anna@xn--bcher-kva.example");
    assertThat(EmailAddress.read("a.n.na+x@gmail.com").mailbox()).isEqualTo("anna@gmail.com");
    refused("email-form", () -> EmailAddress.read("anna@"));
    refused("email-form", () -> EmailAddress.read("anna.example.org"));
    assertThat(Handle.read("https://www.instagram.com/Anna.M/?hl=sr", Optional.empty()).service())
        .isEqualTo(Optional.of("instagram"));
    assertThat(Handle.read("@Anna", Optional.of("Twitter")).service()).isEqualTo(Optional.of("x"));
    refused("handle-form", () -> Handle.read("two words", Optional.empty()));
  }

  @Property(tries = 500)
  void readersRefuseWithTheirOwnExceptionOnly(@ForAll String text) {
    for (Consumer<String> reader :
        List.<Consumer<String>>of(
            Iban::read,
            EmailAddress::read,
            number -> PhoneNumber.read(number, Optional.of("RS")),
            name -> Handle.read(name, Optional.of(name)))) {
      try {
        reader.accept(text);
      } catch (Unreadable refused) {
        assertThat(refused.code()).matches("[a-z-]+");
      }
    }
  }
}
