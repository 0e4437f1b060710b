package org.entente.node;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through {@code application.properties} before anything is started: a setting that is
 * misspelt is silently ignored otherwise, and a broken one is found in the last of six causes.
 * Names are those of {@link NodeSettings} and of the metadata that Spring's modules carry.
 */
final class SettingsCheck {
  private static final String OWN = "entente";
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final int PORT_MAX = 65_535;

  /** Beyond this a name is another one, not a slip. */
  private static final int SLIPS = 4;

  private final Map<String, Class<?>> own = new TreeMap<>();
  private final TreeSet<String> others = new TreeSet<>();
  private final List<String> open = new ArrayList<>();

  private SettingsCheck() throws IOException {
    ownNames(OWN, NodeSettings.class);
    for (URL each : Collections.list(SettingsCheck.class.getClassLoader().getResources(METADATA))) {
      for (JsonNode property : JsonMapper.shared().readTree(each.openStream()).path("properties")) {
        String name = property.path("name").asString("");
        others.add(name);
        if (property.path("type").asString("").startsWith("java.util.Map")) {
          open.add(name + ".");
        }
      }
    }
  }

  private void ownNames(String prefix, Class<?> settings) {
    for (RecordComponent component : settings.getRecordComponents()) {
      String name = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        ownNames(name, component.getType());
      } else {
        own.put(name, component.getType());
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The first thing to mend, with what to do; empty when every setting is known and readable. */
  static Optional<String> fault(Path file) throws IOException {
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.load(in);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.of(file + " is no file of settings. Lines look like: name=value");
    }
    SettingsCheck check = new SettingsCheck();
    return settings.stringPropertyNames().stream()
        .sorted()
        .map(name -> check.fault(name, settings.getProperty(name).strip()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() ->
            settings.getProperty("entente.authority") == null
                ? Optional.of("entente.authority is missing. It is the authority of identity.card.")
                : Optional.empty())
        .map(fault -> file + ": " + fault);
  }

  private Optional<String> fault(String name, String value) {
    String plain = plain(name);
    Optional<String> known = own.keySet().stream().filter(k -> plain(k).equals(plain)).findFirst();
    if (known.isPresent()) {
      return fault(known.get(), own.getOrDefault(known.get(), String.class), value);
    }
    if (name.equals("server.port")) {
      return number(name, value);
    }
    boolean theirs =
        others.stream().anyMatch(other -> plain(other).equals(plain))
            || open.stream().anyMatch(prefix -> plain.startsWith(plain(prefix)));
    return theirs ? Optional.empty() : Optional.of(unknown(name));
  }

  private static Optional<String> fault(String name, Class<?> type, String value) {
    if (name.equals("entente.authority") && !authority(value)) {
      return Optional.of(name + " is no identifier of an authority, such as az.mia.");
    }
    if (type.isEnum() && Stream.of(type.getEnumConstants()).noneMatch(c -> named(c, value))) {
      String all =
          Stream.of(type.getEnumConstants())
              .map(c -> c.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return Optional.of(name + " is one of: " + all + ".");
    }
    return type == int.class || type == Integer.class ? number(name, value) : Optional.empty();
  }

  private static boolean named(Object constant, String value) {
    return constant.toString().equalsIgnoreCase(value);
  }

  private static boolean authority(String value) {
    try {
      return !new AuthorityId(value).value().isEmpty();
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private static Optional<String> number(String name, String value) {
    boolean fits = value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= PORT_MAX;
    return fits
        ? Optional.empty()
        : Optional.of(name + " is no whole number from 0 to " + PORT_MAX + ".");
  }

  private String unknown(String name) {
    TreeSet<String> all = new TreeSet<>(own.keySet());
    all.addAll(others);
    return all.stream()
        .min(Comparator.comparingInt(known -> slips(name, known)))
        .filter(nearest -> slips(name, nearest) <= SLIPS)
        .map(nearest -> "no setting is called " + name + ". Did you mean " + nearest + "?")
        .orElse("no setting is called " + name + ". docs/operating.md lists them.");
  }

  /** Spring takes a name in several spellings: {@code partner-port}, {@code partnerPort}. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\[[0-9]+]", "").replaceAll("[-_]", "");
  }

  /** Letters to insert, to leave out or to exchange to make one name of the other. */
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
