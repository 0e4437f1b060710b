package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of limits in the threat model says what the program holds to, and misses none. */
class LimitsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "threat-model.md");
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| [^|]+ \\| `([\\w.]+)` \\| ([^|]+) \\|");
  private static final Pattern LIMIT =
      Pattern.compile(
          "MOST|MAX|BYTES|CHARS|AT_ONCE|PER_|WAITING|KEYS|EACH|A_SECOND|AN_HOUR|DEPTH|LINES"
              + "|COLUMNS|MERGED|BURST|WINDOW|GRACE|THREADS|IDLE|APART|TURN|LISTENERS|LONGEST");
  private static final Set<String> SIZES_OF_ITS_OWN =
      Set.of("COPY_BYTES", "SALT_BYTES", "SECRET_BYTES");
  private static final int AT_LEAST = 40;

  @Test
  void theTableSaysTheLimitsThatHold() throws Exception {
    List<Matcher> rows = rows();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    for (Matcher row : rows) {
      assertThat(said(row.group(2))).as(row.group(1)).isEqualTo(held(type(row.group(1))));
    }
  }

  private static List<Matcher> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .toList();
  }

  private static Map<String, String> said(String cell) {
    Map<String, String> said = new TreeMap<>();
    for (String each : cell.split("; ", -1)) {
      int name = each.indexOf(' ');
      said.put(each.substring(0, name), each.substring(name + 1));
    }
    return said;
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    try {
      return Class.forName("org.entente.node." + name);
    } catch (ClassNotFoundException e) {
      return Class.forName("org.entente." + name);
    }
  }

  private static Map<String, String> held(Class<?> type) throws IllegalAccessException {
    Map<String, String> held = new TreeMap<>();
    for (Field field : Arrays.asList(type.getDeclaredFields())) {
      boolean limit =
          Modifier.isStatic(field.getModifiers())
              && LIMIT.matcher(field.getName()).find()
              && !SIZES_OF_ITS_OWN.contains(field.getName());
      if (limit) {
        field.setAccessible(true);
        Object value = field.get(null);
        if (value instanceof Duration duration) {
          held.put(field.getName(), text(duration));
        } else if (value instanceof Number number) {
          held.put(field.getName(), text(field.getName(), number.longValue()));
        }
      }
    }
    return held;
  }

  private static String text(String name, long value) {
    if (name.contains("MILLIS")) {
      return text(Duration.ofMillis(value));
    }
    if (!name.contains("BYTES") && !name.equals("CHECKED_A_SECOND")) {
      return String.format(Locale.ROOT, "%,d", value);
    }
    for (int power = 30; power > 0; power -= 10) {
      if (value % (1L << power) == 0) {
        return (value >> power) + " " + "KMG".charAt(power / 10 - 1) + "iB";
      }
    }
    return String.format(Locale.ROOT, "%,d bytes", value);
  }

  private static String text(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % Duration.ofDays(1).toSeconds() == 0) {
      return duration.toDays() + " days";
    }
    if (seconds % Duration.ofHours(1).toSeconds() == 0) {
      return duration.toHours() + " h";
    }
    return seconds % Duration.ofMinutes(1).toSeconds() == 0
        ? duration.toMinutes() + " min"
        : seconds + " s";
  }
}
