package org.entente.node.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreement.Language;

/**
 * A list of codes to choose from, with their names in every language. It is data: a file of its own
 * under {@code forms}, which says where the codes come from and under which licence.
 *
 * <p><b>Guarantees.</b> Every list ends with {@value #OTHER}; every list but one of units also with
 * {@value #NOT_KNOWN}, so that nobody has to choose what is not so.
 */
public final class CodeList {
  /** What no code of the list says; it is then said in words. */
  public static final String OTHER = "other";

  public static final String NOT_KNOWN = "not-known";

  private static final String UNITS = "units";

  private final String name;
  private final Map<String, String> head;
  private final Map<String, Map<Language, String>> labels;

  private CodeList(
      String name, Map<String, String> head, Map<String, Map<Language, String>> labels) {
    this.name = name;
    this.head = head;
    this.labels = labels;
  }

  /** The list of this name. */
  static CodeList of(String name) {
    Map<String, String> head = new LinkedHashMap<>();
    Map<String, Map<Language, String>> labels = new LinkedHashMap<>();
    read(name, head, labels);
    Map<String, Map<Language, String>> always = new LinkedHashMap<>();
    read("always", new LinkedHashMap<>(), always);
    labels.put(OTHER, Objects.requireNonNull(always.get(OTHER)));
    if (!UNITS.equals(head.get("kind"))) {
      labels.put(NOT_KNOWN, Objects.requireNonNull(always.get(NOT_KNOWN)));
    }
    return new CodeList(name, head, labels);
  }

  private static void read(
      String name, Map<String, String> head, Map<String, Map<Language, String>> labels) {
    try (InputStream in = CodeList.class.getResourceAsStream("/forms/" + name + ".tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        String[] cells = line.split("\t", -1);
        if (line.startsWith("#")) {
          head.put(cells[0].substring(1), cells[1]);
        } else {
          Map<Language, String> said = new EnumMap<>(Language.class);
          said.put(Language.EN, cells[1]);
          said.put(Language.AZ, cells[2]);
          said.put(Language.SR_LATN, cells[3]);
          said.put(Language.SR, cells[4]);
          labels.put(cells[0], Map.copyOf(said));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  /** Where the codes come from. */
  public String source() {
    return Objects.requireNonNull(head.get("source"));
  }

  /** On what terms they may be used. */
  public String licence() {
    return Objects.requireNonNull(head.get("licence"));
  }

  /** The codes, in the order in which they are shown. */
  public List<String> codes() {
    return List.copyOf(labels.keySet());
  }

  public boolean has(String code) {
    return labels.containsKey(code);
  }

  /** The name of a code; empty where this version does not know it. */
  public Optional<String> label(String code, Locale locale) {
    return Optional.ofNullable(labels.get(code)).map(said -> said.get(Language.of(locale)));
  }

  @Override
  public String toString() {
    return name;
  }
}
