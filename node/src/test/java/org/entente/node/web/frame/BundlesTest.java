package org.entente.node.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
  private static final Pattern LITERAL_KEY =
      Pattern.compile("reader\\.(?:t|say)\\(\"([a-z0-9.-]+[a-z0-9])\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @ValueSource(strings = {"_az", "_sr", "_sr_Latn"})
  void everyLanguageSaysEverythingThatEnglishSays(String language) throws IOException {
    Properties english = bundle("");
    Properties other = bundle(language);

    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(other, key)).as(key).isEqualTo(placeholders(english, key));
      assertThat(other.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void everyTextOfATemplateIsInTheBundles() throws IOException {
    Set<String> known = bundle("").stringPropertyNames();
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      List<Path> all = templates.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(5);
      for (Path template : all) {
        Matcher key = LITERAL_KEY.matcher(Files.readString(template));
        while (key.find()) {
          assertThat(known).as(template.toString()).contains(key.group(1));
        }
      }
    }
  }

  private static Set<String> placeholders(Properties bundle, String key) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(bundle.getProperty(key));
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties bundle(String language) throws IOException {
    Properties bundle = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                BundlesTest.class.getResourceAsStream("/messages" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      bundle.load(in);
    }
    return bundle;
  }
}
