package org.entente.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** As ICAO 9303 writes it: F, M, X (unspecified); unknown where nothing was recorded. */
public enum Gender {
  FEMALE,
  MALE,
  UNSPECIFIED,
  UNKNOWN;

  private static final Map<String, Gender> WORDS = words();

  /** Headings beside which K is a man: Azerbaijani {@code kişi}. */
  private static final Set<String> MAN_BY_K = Set.of("cins", "cinsi");

  /** Headings beside which K is a woman: Turkish {@code kadın}, Polish {@code kobieta}. */
  private static final Set<String> WOMAN_BY_K = Set.of("cinsiyet", "cinsiyeti", "plec", "płec");

  /** Headings beside which H is a man and M a woman: Spanish {@code hombre}, {@code mujer}. */
  private static final Set<String> SPANISH = Set.of("sexo", "genero");

  /**
   * How a register writes it.
   *
   * @param heading of the column, which tells the language of single letters; empty if none
   * @return empty where it is no word for a sex, or one letter that languages read differently
   */
  public static Optional<Gender> read(String written, String heading) {
    String word = Unsaid.word(written);
    String column = Unsaid.word(heading);
    if (SPANISH.contains(column) && word.equals("m")) {
      return Optional.of(FEMALE);
    }
    return switch (word) {
      case "k", "к" ->
          WOMAN_BY_K.contains(column)
              ? Optional.of(FEMALE)
              : Optional.of(MALE).filter(man -> MAN_BY_K.contains(column));
      case "e" -> Optional.of(MALE).filter(man -> WOMAN_BY_K.contains(column));
      case "h" -> Optional.of(MALE);
      default -> Optional.ofNullable(WORDS.get(word));
    };
  }

  private static Map<String, Gender> words() {
    Map<String, Gender> words = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Gender.class.getResourceAsStream("gender.txt"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.indexOf(':') > 0 && !line.startsWith("#"))
          .forEach(line -> {
            Gender gender = valueOf(line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT));
            for (String word : line.substring(line.indexOf(':') + 1).strip().split(" +", -1)) {
              words.put(Unsaid.word(word), gender);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }
}
