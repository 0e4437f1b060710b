package org.entente.node.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, in one table that administrators can read. */
class RightsTest {
  private static final Path DOCUMENT = Path.of("../docs/rights.md");
  private static final Path PRINTED = Path.of("target/rights.md");

  @Test
  void administratorsReadInTheDocumentWhatTheNodeHoldsTo() throws IOException {
    Files.writeString(PRINTED, printed());

    assertThat(DOCUMENT)
        .as("docs/rights.md is the file that this test writes to %s", PRINTED)
        .hasSameTextualContentAs(PRINTED);
  }

  @ParameterizedTest
  @EnumSource
  void whoPreparedDoesNotConfirmWhateverRolesTheyHave(TwoHands hands) {
    Officer both = officer(Role.values());
    Officer other = officer(Role.values());

    assertThat(hands.againstFirst(both)).isEmpty();
    assertThat(hands.againstSecond(both, both.id())).contains(Usual.SAME_PERSON);
    assertThat(hands.againstSecond(other, both.id())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOfficerWithoutTheRightNeitherPreparesNorConfirmsNorTakesBack(TwoHands hands) {
    Officer prepares = officer(hands.first().roles().iterator().next());
    for (Role role : Role.values()) {
      Officer officer = officer(role);
      boolean first = hands.first().roles().contains(role);
      boolean second = hands.second().roles().contains(role);

      assertThat(hands.againstFirst(officer).isEmpty()).isEqualTo(first);
      assertThat(hands.againstSecond(officer, prepares.id()).isEmpty()).isEqualTo(second);
      assertThat(hands.againstWithdrawal(officer).isEmpty()).isEqualTo(first || second);
    }
  }

  @Test
  void anAdministratorReadsNoContent() {
    Officer administrator = officer(Role.ADMINISTRATOR);

    assertThat(Arrays.stream(Right.values()).filter(right -> Rights.may(administrator, right)))
        .containsExactlyInAnyOrder(
            Right.READ_DAMAGED_FILES,
            Right.REBUILD_INDEX,
            Right.READ_LOG_STOPS,
            Right.COMPARE_RECEIPTS,
            Right.LIFT_OWN_STOPS,
            Right.KEEP_ACCOUNTS,
            Right.READ_FIGURES);
  }

  /** The settings name the right as text, which no compiler compares. */
  @Test
  void theStateOfTheNodesPartsIsToldToThoseWhoMayReadItsFigures() throws IOException {
    Properties settings = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      settings.load(file);
    }

    assertThat(settings.getProperty("management.endpoint.health.roles"))
        .isEqualTo(Right.READ_FIGURES.name());
  }

  private static Officer officer(Role... roles) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        "o",
        "Officer",
        Set.of(roles),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }

  /** docs/rights.md as the tables are now. */
  private static String printed() {
    List<String> lines = new ArrayList<>();
    lines.add("# Rights");
    lines.add("");
    lines.add("What an officer may do in which role. An officer may have several roles. Give each");
    lines.add("person the roles of their work and no others: the node never lets one person both");
    lines.add("prepare and confirm, but only separate persons make that worth something.");
    for (Right.Area area : Right.Area.values()) {
      lines.add("");
      lines.add("## " + area.title());
      lines.add("");
      lines.add("| May |" + roles(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
      lines.add("|---|" + roles(role -> ":-:").replace(" ", ""));
      for (Right right : Right.values()) {
        if (right.area() == area) {
          lines.add(
              "| " + right.sentence() + " |" + roles(r -> right.roles().contains(r) ? "×" : ""));
        }
      }
    }
    lines.add("");
    lines.add("## What takes two persons");
    lines.add("");
    lines.add("The second person is never the first, whatever roles they have.");
    lines.add("");
    lines.add("| What happens | First person | Second person |");
    lines.add("|---|---|---|");
    for (TwoHands hands : TwoHands.values()) {
      lines.add(
          "| "
              + hands.sentence()
              + " | "
              + names(hands.first())
              + " | "
              + names(hands.second())
              + " |");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String names(Right right) {
    return Arrays.stream(Role.values())
        .filter(right.roles()::contains)
        .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(" or "));
  }

  private static String roles(Function<Role, String> cell) {
    return Arrays.stream(Role.values())
        .map(role -> " " + cell.apply(role) + " |")
        .collect(Collectors.joining());
  }
}
