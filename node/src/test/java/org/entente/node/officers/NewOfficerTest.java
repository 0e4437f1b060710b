package org.entente.node.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewOfficerTest {
  private static final String PASSWORD = "amber bicycle under rain";

  private static NewOfficer officer(
      String login, String name, String language, String zone, String password) {
    return new NewOfficer(login, name, Set.of(Role.DESK), language, zone, password);
  }

  private static NewOfficer withLogin(String login) {
    return officer(login, "Leyla Qurbanova", "az", "Asia/Baku", PASSWORD);
  }

  private static NewOfficer withName(String name) {
    return officer("leyla", name, "az", "Asia/Baku", PASSWORD);
  }

  private static NewOfficer withPassword(String password) {
    return officer("leyla", "Leyla Qurbanova", "az", "Asia/Baku", password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leyla", "l2", "0day", "leyla.q-2", "abcdefghijabcdefghijabcdefghijabcdefghij"})
  void anOrdinaryAccountHasNoFault(String login) {
    assertThat(withLogin(login).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "l",
        "Leyla",
        ".leyla",
        "leyla q",
        "leylə",
        "leyla\n",
        "leyla@mia",
        "abcdefghijabcdefghijabcdefghijabcdefghijk"
      })
  void aLoginIsShortAndPlain(String login) {
    assertThat(withLogin(login).fault()).contains("officer.fault.login");
  }

  @Test
  void anOfficerHasAName() {
    assertThat(withName("").fault()).contains("officer.fault.name");
    assertThat(withName(" \t").fault()).contains("officer.fault.name");
    assertThat(withName("x".repeat(121)).fault()).contains("officer.fault.name");
    assertThat(withName("Ђ".repeat(120)).fault()).isEmpty();
  }

  @Test
  void anOfficerHasARole() {
    NewOfficer nobody = new NewOfficer("leyla", "Leyla", Set.of(), "az", "Asia/Baku", PASSWORD);

    assertThat(nobody.fault()).contains("officer.fault.roles");
  }

  @Test
  void theLanguageIsOneOfThePages() {
    for (String language : new String[] {"en", "az", "sr", "sr-Latn"}) {
      assertThat(officer("leyla", "Leyla", language, "Asia/Baku", PASSWORD).fault()).isEmpty();
    }
    for (String language : new String[] {"", "EN", "fr", "sr-Cyrl"}) {
      assertThat(officer("leyla", "Leyla", language, "Asia/Baku", PASSWORD).fault())
          .contains("officer.fault.language");
    }
  }

  @Test
  void theZoneIsOneThatIsKnown() {
    for (String zone : new String[] {"", "Baku", "Asia/Bakuu", "../etc"}) {
      assertThat(officer("leyla", "Leyla", "az", zone, PASSWORD).fault())
          .contains("officer.fault.zone");
    }
  }

  @Test
  void aPasswordHasTwelveToOneHundredAndTwentyEightCharacters() {
    assertThat(withPassword("x".repeat(11)).fault()).contains("officer.fault.password");
    assertThat(withPassword("x".repeat(12)).fault()).isEmpty();
    assertThat(withPassword("x".repeat(128)).fault()).isEmpty();
    assertThat(withPassword("x".repeat(129)).fault()).contains("officer.fault.password");
  }

  @Test
  void aPasswordDoesNotHoldTheLogin() {
    assertThat(withPassword("2026-LEYLA-2026").fault()).contains("officer.fault.password");
  }

  @Property(tries = 300)
  void noAccountMakesTheCheckThrow(
      @ForAll String login,
      @ForAll String name,
      @ForAll String language,
      @ForAll String zone,
      @ForAll String password) {
    NewOfficer wanted = officer(login, name, language, zone, password);

    assertThat(wanted.fault()).isPresent();
    assertThat(wanted.toString()).isEqualTo("NewOfficer[…]");
  }
}
