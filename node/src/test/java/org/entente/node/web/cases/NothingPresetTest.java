package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.node.casework.Content;
import org.entente.node.web.frame.Form;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What an officer must decide is decided by the officer. */
class NothingPresetTest {
  private static final Pattern SELECT =
      Pattern.compile("<select id=\"([^\"]+)\"(?:(?!</select>).)*?(<option|@for)", Pattern.DOTALL);

  /** What only says how a page or a file is read, or narrows a list: nobody is judged by it. */
  private static final Set<String> NO_DECISION =
      Set.of("language", "zone", "evidence-language", "charset", "delimiter", "dates", "several");

  private static Form form(String... fields) {
    MultiValueMap<String, String> map = new LinkedMultiValueMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.add(fields[i], fields[i + 1]);
    }
    return new Form(map);
  }

  @Test
  void everyListOfChoicesStartsWithNothingChosen() throws IOException {
    List<String> preset = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : all.filter(Files::isRegularFile).toList()) {
        Matcher select = SELECT.matcher(Files.readString(template));
        while (select.find()) {
          boolean empty =
              select.group().contains("value=\"\"")
                  || Files.readString(template)
                      .substring(select.start(2))
                      .startsWith("<option value=\"\"");
          if (!empty && !NO_DECISION.contains(select.group(1))) {
            preset.add(template.getFileName() + ": " + select.group(1));
          }
        }
      }
    }
    assertThat(preset).isEmpty();
  }

  @Test
  void aRequestWithoutItsChoicesNamesEachOfThem() {
    assertThat(RequestForm.unchosen(form()))
        .containsExactly("offence", "language", "urgency", "category");
    assertThat(RequestForm.terms(form("offence", "terrorism"))).isEmpty();
    assertThat(
            RequestForm.unchosen(
                form("offence", "terrorism", "urgency", "urgent", "category", "witness")))
        .contains("urgencyReason");
  }

  @Test
  void aReplyWithoutItsEvaluationNamesBothParts() {
    assertThat(AnswerForm.unchosen(form("kind", "reply"))).containsExactly("source", "information");
    assertThat(AnswerForm.unchosen(form("kind", "refusal"))).containsExactly("ground");
    assertThat(AnswerForm.content(form("kind", "reply", "text", "Enough text.")).orElseThrow())
        .isInstanceOfSatisfying(
            Content.Unfinished.class,
            draft -> {
              assertThat(draft.text("text")).isEqualTo("Enough text.");
              assertThat(draft.missing()).containsExactly("source", "information");
            });
  }
}
