package org.entente.subject.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Short and pet forms of given names, from a table of this library. */
final class Nicknames {
  private static final Map<String, Set<String>> FORMS = read();

  private Nicknames() {}

  /** Short forms of a name and what it is a short form of. */
  static Set<String> of(String name) {
    return FORMS.getOrDefault(name, Set.of());
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> forms = new HashMap<>();
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt")) {
      if (in == null) {
        throw new IllegalStateException("The table of nicknames is missing from the library");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] names = line.split(" ", -1);
        for (int i = 1; i < names.length; i++) {
          forms.computeIfAbsent(names[0], k -> new HashSet<>()).add(names[i]);
          forms.computeIfAbsent(names[i], k -> new HashSet<>()).add(names[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return forms;
  }
}
