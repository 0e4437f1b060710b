package org.entente.subject.invented;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.entente.subject.invented.Ranked.Word;

/**
 * How names, documents and telephones of one country look, from its file of lists. A line is {@code
 * field: values}; a file that cannot be read is a defect.
 */
final class Country {
  private static final String VOWELS = "aeiouəıöüаеёиоуыэюяіїєαεηιουωაეიოუ";
  private static final double COMPOSED = 0.5;
  private static final double TAILED = 0.55;

  private final String code;
  private final Map<String, String> lines;
  private final Map<String, Ranked> lists = new HashMap<>();
  private final Transliterator otherScript;

  private Country(String code, Map<String, String> lines) {
    this.code = code;
    this.lines = lines;
    String rules = line("rules");
    this.otherScript =
        rules.isEmpty()
            ? Transliterator.getInstance(lines.getOrDefault("other", "Any-Latin; Latin-ASCII"))
            : Transliterator.createFromRules(code, rules, Transliterator.FORWARD);
  }

  static Country read(String code) {
    Map<String, String> lines = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(Country.class.getResourceAsStream(code + ".txt"), code)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(l -> l.indexOf(':') > 0)
          .forEach(l ->
              lines.put(l.substring(0, l.indexOf(':')), l.substring(l.indexOf(':') + 1).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Country(code, lines);
  }

  private String line(String field) {
    return lines.getOrDefault(field, "");
  }

  private Ranked list(String field) {
    return lists.computeIfAbsent(field, f -> Ranked.read(line(f)));
  }

  private int number(String field) {
    return line(field).isEmpty() ? 0 : Integer.parseInt(line(field));
  }

  int weight() {
    return number("weight");
  }

  /** A name with its Latin spelling where the lists know one. */
  Word name(boolean female, RandomGenerator random) {
    Word given = given(female, random);
    Word family = family(female, random);
    Word patronymic = patronymic(female, random);
    Word name = Word.NONE;
    for (char part : list("order").any(random).written().toCharArray()) {
      Word next =
          switch (part) {
            case 'G' -> given;
            case 'F' -> family;
            default -> patronymic;
          };
      if (!next.written().isEmpty()) {
        name = name.written().isEmpty() ? next : joined(name, next);
      }
    }
    return name;
  }

  private Word joined(Word one, Word two) {
    String between = line("join").equals("none") ? "" : " ";
    boolean both = !one.latin().isEmpty() && !two.latin().isEmpty();
    return new Word(
        one.written() + between + two.written(), both ? one.latin() + " " + two.latin() : "");
  }

  private Word given(boolean female, RandomGenerator random) {
    Word given = list(female ? "female" : "male").any(random);
    Ranked tails = list("given-tail");
    if (!tails.isEmpty() && given.written().length() == 1 && random.nextDouble() < TAILED) {
      return given.then(tails.any(random));
    }
    Ranked heads = list(female ? "given-head-female" : "given-head-male");
    return heads.isEmpty()
        ? given
        : new Word(heads.any(random).written() + " " + given.written(), "");
  }

  private Word family(boolean female, RandomGenerator random) {
    Word family = oneFamily(female, random);
    int twoOfHundred = number("double");
    int hyphensOfHundred = number("hyphen");
    int chance = random.nextInt(100);
    if (chance < twoOfHundred) {
      return new Word(family.written() + " " + oneFamily(female, random).written(), "");
    }
    return chance < hyphensOfHundred
        ? new Word(family.written() + "-" + oneFamily(female, random).written(), "")
        : family;
  }

  private Word oneFamily(boolean female, RandomGenerator random) {
    Ranked known = list("family");
    Ranked stems = list("stems");
    if (stems.isEmpty() || (!known.isEmpty() && random.nextDouble() > COMPOSED)) {
      return feminine(known.any(random), female);
    }
    Word stem = stems.any(random);
    Word ending = list("endings").any(random);
    String written = stem.written();
    if (written.length() > 2
        && isVowel(written.charAt(written.length() - 1))
        && !ending.written().isEmpty()
        && isVowel(ending.written().charAt(0))) {
      stem = new Word(written.substring(0, written.length() - 1), stem.latin());
    }
    Ranked prefixes = list("prefixes");
    Word whole = stem.then(ending);
    return feminine(prefixes.isEmpty() ? whole : prefixes.any(random).then(whole), female);
  }

  private static boolean isVowel(char letter) {
    return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
  }

  /** The longest ending that has a feminine form takes it. */
  private Word feminine(Word family, boolean female) {
    if (!female || line("feminine").isEmpty()) {
      return family;
    }
    String best = "";
    String instead = "";
    for (String rule : line("feminine").split(" ", -1)) {
      List<String> sides = Arrays.asList(rule.split(">", -1));
      if (family.written().endsWith(sides.get(0)) && sides.get(0).length() > best.length()) {
        best = sides.get(0);
        instead = sides.get(1);
      }
    }
    String written = family.written();
    return new Word(written.substring(0, written.length() - best.length()) + instead, "");
  }

  private Word patronymic(boolean female, RandomGenerator random) {
    if (line("patronymic").isEmpty()) {
      return Word.NONE;
    }
    String father = list("male").any(random).written();
    // A rule holds a space where the form does: the next rule begins at the next '>'.
    for (String rule : line("patronymic").split(" (?=\\S{1,2}>)", -1)) {
      String ending = rule.substring(0, rule.indexOf('>'));
      if (ending.equals("*") || father.endsWith(ending)) {
        List<String> forms = Arrays.asList(rule.substring(rule.indexOf('>') + 1).split("\\|", -1));
        String stem =
            ending.equals("*") ? father : father.substring(0, father.length() - ending.length());
        return new Word(forms.get(female ? 1 : 0).replace("%", stem), "");
      }
    }
    return Word.NONE;
  }

  /** The name in another script, or without its marks. */
  String otherSpelling(Word name) {
    return name.latin().isEmpty() ? otherScript.transliterate(name.written()) : name.latin();
  }

  String nationality(RandomGenerator random) {
    return line("nationality").isEmpty() ? code : list("nationality").any(random).written();
  }

  String alias(RandomGenerator random) {
    return list("alias").any(random).written();
  }

  String place(RandomGenerator random) {
    return list("places").any(random).written();
  }

  /** A number of this form: {@code #} is a digit, {@code @} a letter; empty if there is none. */
  String number(String field, RandomGenerator random) {
    if (line(field).isEmpty()) {
      return "";
    }
    List<String> forms = Arrays.asList(line(field).split("\\|", -1));
    StringBuilder number = new StringBuilder();
    for (char c : forms.get(random.nextInt(forms.size())).toCharArray()) {
      number.append(
          switch (c) {
            case '#' -> (char) ('0' + random.nextInt(10));
            case '@' -> (char) ('A' + random.nextInt(26));
            default -> c;
          });
    }
    return number.toString();
  }
}
