package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IsolatedTest {
  private static final Instant AT = Instant.parse("2026-11-25T10:00:00Z");

  /** What stands in the body of a page and not in an attribute, an option or a title. */
  private static final Pattern BARE =
      Pattern.compile("(?<!=\"|<bdi>|<option>|<title>)\\$\\{reader\\.(time|name)\\(");

  private final Reader reader = Printed.reader(Locale.ENGLISH);

  @Test
  void aNameFromRightToLeftDoesNotTurnTheDateBesideItRound() {
    String markup = markup(reader.say("case.drafted", "الهاشمي", AT));

    assertThat(markup)
        .contains("<bdi>الهاشمي</bdi>")
        .contains(
            "<time datetime=\"2026-11-25T10:00:00Z\" title=\"2026-11-25 10:00 +00:00\">"
                + "25 Nov 2026, 10:00</time>");
  }

  @Test
  void aNameIsNeverReadAsMarkupOrAsAnotherValue() {
    String hostile = "<b>\uE0001\uE001 {0} 'x'";

    String markup = markup(reader.say("case.drafted", hostile, AT));

    assertThat(markup).contains("<bdi>&lt;b&gt;\uE0001\uE001 {0} ").doesNotContain("<b>");
    assertThat(markup.split("<time", -1)).hasSize(2);
  }

  @Test
  void aDayIsMarkedAsATime() {
    assertThat(markup(reader.say("agreement.signed", LocalDate.of(2010, 5, 13), "Baku")))
        .contains("<time datetime=\"2010-05-13\">13 May 2010</time>")
        .contains("<bdi>Baku</bdi>");
  }

  @Test
  void aTimeIsSaidAsPeopleSayItInEachLanguage() {
    Instant midnight = Instant.EPOCH; // when this reader reads
    assertThat(markup(reader.when(midnight.plusSeconds(61_680)))).contains(">today, 17:08<");
    assertThat(markup(reader.when(midnight.minusSeconds(60)))).contains(">yesterday, 23:59<");
    assertThat(markup(reader.when(midnight.plusSeconds(90_000)))).contains(">tomorrow, 01:00<");
    for (Locale locale : Pages.LANGUAGES) {
      String far = markup(Printed.reader(locale).when(AT));
      assertThat(far).contains("2026").contains("10:00").doesNotContain("11-25 10:00<");
    }
  }

  @Test
  void inPlainTextAnArabicNameIsIsolatedAndALatinOneStaysAsItIs() {
    assertThat(reader.t("pairs.keep", "الهاشمي")).contains("\u2068الهاشمي\u2069");
    assertThat(reader.t("pairs.keep", "Đorđević")).doesNotContain("\u2068");
  }

  @Test
  void noTemplateShowsATimeOrAnAuthorityWithoutIsolatingIt() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      List<Path> all = templates.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(5);
      for (Path template : all) {
        for (String line : Files.readAllLines(template)) {
          boolean plain = line.contains("<option") || line.contains("<title");
          assertThat(!plain && BARE.matcher(line).find())
              .as(template.getFileName() + ": " + line.strip())
              .isFalse();
        }
      }
    }
  }

  private static String markup(Markup markup) {
    StringOutput text = new StringOutput();
    markup.writeTo(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }
}
