package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The protocol says of each field that a partner fills in what is checked of it. */
class FieldsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "protocol.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| (`[^|]+) \\| [^|]+ \\|$");
  private static final Pattern FIELD = Pattern.compile("`(\\w+)`");

  /** What is read of a partner, by what the table calls it. */
  private static final Map<String, List<String>> READ =
      Map.of(
          "act",
          List.of("casework.HeaderFormat$Json"),
          "sealed file",
          List.of("delivery.SealedAttachment"),
          "file",
          List.of("casework.Attached"),
          "note",
          List.of("agreements.NoteHeader$Json"),
          "words of a note",
          List.of("agreements.Note"),
          "notice",
          List.of("followup.NoticeHeader$Json"),
          "words of a notice",
          List.of("followup.Notice"),
          "measure",
          List.of("measures.MeasureHeader$Json"),
          "stated",
          List.of("measures.Stated$Json"),
          "receipt",
          List.of("delivery.Receipt"));

  @Test
  void everyFieldOfAPartnerStandsInTheTable() throws Exception {
    Map<String, Set<String>> fields = new TreeMap<>();
    for (Map.Entry<String, List<String>> read : READ.entrySet()) {
      for (String name : read.getValue()) {
        fields
            .computeIfAbsent(read.getKey(), key -> new TreeSet<>())
            .addAll(components(Class.forName("org.entente.node." + name)));
      }
    }

    assertThat(table()).isEqualTo(fields);
  }

  private static Map<String, Set<String>> table() throws IOException {
    String text = Files.readString(DOCUMENT);
    String section = text.substring(text.indexOf("## What is checked of each field"));
    List<MatchResult> rows =
        ROW.matcher(section.substring(0, section.indexOf("\n## "))).results().toList();
    Map<String, Set<String>> table = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    for (MatchResult row : rows) {
      for (MatchResult field : FIELD.matcher(row.group(2)).results().toList()) {
        if (!table.computeIfAbsent(row.group(1), of -> new TreeSet<>()).add(field.group(1))) {
          twice.add(row.group(1) + " " + field.group(1));
        }
      }
    }
    assertThat(twice).isEmpty();
    return table;
  }

  private static Set<String> components(Class<?> type) {
    Stream<Class<?>> records =
        type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type);
    return records
        .flatMap(each -> Arrays.stream(each.getRecordComponents()))
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
