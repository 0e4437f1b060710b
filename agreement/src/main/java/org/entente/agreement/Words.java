package org.entente.agreement;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The shipped sentences and names in one language.
 *
 * <p>Not a {@link java.util.ResourceBundle}: its search falls back to the machine's own locale, and
 * from Serbian Latin to Cyrillic. An officer must never read a page in two scripts by accident.
 */
final class Words {

  private static final Map<Language, Words> ALL = loadAll();

  private final Properties entries;

  private Words(Properties entries) {
    this.entries = entries;
  }

  static Words in(Language language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalStateException("no words for " + language.tag());
    }
    return words;
  }

  String get(String key) {
    String text = entries.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no words for key " + key);
    }
    return text;
  }

  Set<String> keys() {
    return entries.stringPropertyNames();
  }

  private static Map<Language, Words> loadAll() {
    Map<Language, Words> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Words(load("messages_" + language.tag() + ".properties")));
    }
    return all;
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Packed.text(name)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return properties;
  }
}
