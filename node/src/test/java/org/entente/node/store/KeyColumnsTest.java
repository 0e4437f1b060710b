package org.entente.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyColumnsTest {
  private static final Pattern TABLE = Pattern.compile("(?s)CREATE TABLE (\\w+) \\((.*?)\\n\\);");
  private static final Pattern KEY = Pattern.compile("(?m)^  (?!sealed_)(\\w+_key)\\s+BYTEA");
  private static final Pattern LATER =
      Pattern.compile("ALTER TABLE (\\w+) ADD COLUMN (\\w+_key)\\s+BYTEA");

  @Test
  void everyColumnOfTheSchemaThatHoldsAContentKeyIsKnown() throws IOException {
    List<String> columns = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path migration : all.toList()) {
        String text = Files.readString(migration);
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
          Matcher key = KEY.matcher(table.group(2));
          while (key.find()) {
            columns.add(table.group(1) + "." + key.group(1));
          }
        }
        Matcher later = LATER.matcher(text);
        while (later.find()) {
          columns.add(later.group(1) + "." + later.group(2));
        }
      }
    }
    assertThat(KeyColumns.names()).containsExactlyInAnyOrderElementsOf(columns);
  }
}
