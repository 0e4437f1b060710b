package org.entente.arms.invented;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entente.arms.Build;
import org.entente.arms.MarkedCountry;
import org.entente.arms.Origin;
import org.entente.arms.SerialMark;
import org.entente.arms.Weapon;
import org.entente.arms.WeaponType;

/**
 * A register of invented weapons. Numbers run in series, as those of a delivery do, so that
 * neighbours differ in one digit.
 */
public final class InventedWeapons {
  private static final int SERIES = 8;
  private static final int FIRST_YEAR = 1965;
  private static final int YEARS = 50;
  private static final List<Model> MODELS = models();

  private final SplittableRandom random;

  private InventedWeapons(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * A model as registers name it.
   *
   * @param makes spellings of the make, the usual first
   * @param models spellings of the model
   * @param calibres spellings of the calibre
   * @param pattern of the serial number: L a Latin letter, C a Cyrillic one, 0 a digit
   */
  record Model(
      WeaponType.Kind kind,
      List<String> makes,
      List<String> models,
      List<String> calibres,
      String country,
      String pattern) {}

  /** A register of so many weapons, no serial number twice within a model. */
  public static List<Weapon> register(int count, long seed) {
    return new InventedWeapons(seed).weapons(count);
  }

  static List<Model> known() {
    return MODELS;
  }

  private List<Weapon> weapons(int count) {
    List<Weapon> weapons = new ArrayList<>(count);
    while (weapons.size() < count) {
      Model model = MODELS.get(random.nextInt(MODELS.size()));
      String letters = letters(model.pattern());
      int digits = (int) model.pattern().chars().filter(c -> c == '0').count();
      int most = (int) Math.pow(10, digits) - SERIES;
      int first = random.nextInt(most / 10, most);
      int year = FIRST_YEAR + random.nextInt(YEARS);
      for (int i = 0; i < 1 + random.nextInt(SERIES) && weapons.size() < count; i++) {
        weapons.add(weapon(model, serial(model.pattern(), letters, first + i, digits), year));
      }
    }
    return weapons;
  }

  private static Weapon weapon(Model model, String serial, int year) {
    WeaponType type =
        new WeaponType(
            model.kind(),
            Optional.empty(),
            Optional.of(model.makes().getFirst()),
            Optional.empty(),
            Optional.of(model.models().getFirst()),
            Optional.of(model.calibres().getFirst()),
            Optional.empty());
    return new Weapon(
        type,
        new Origin(Optional.of(MarkedCountry.read(model.country())), Optional.of(year)),
        SerialMark.read(serial),
        List.of(),
        List.of(),
        Build.UNKNOWN);
  }

  private String letters(String pattern) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      if (sign == 'L') {
        letters.append((char) ('A' + random.nextInt(26)));
      } else if (sign == 'C') {
        letters.append("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШ".charAt(random.nextInt(24)));
      }
    }
    return letters.toString();
  }

  private static String serial(String pattern, String letters, int number, int digits) {
    String padded = String.format(Locale.ROOT, "%0" + digits + "d", number);
    StringBuilder serial = new StringBuilder();
    int letter = 0;
    int digit = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      serial.append(
          switch (sign) {
            case 'L', 'C' -> letters.charAt(letter++);
            case '0' -> padded.charAt(digit++);
            default -> sign;
          });
    }
    return serial.toString();
  }

  private static List<Model> models() {
    try (InputStream in =
        Objects.requireNonNull(InventedWeapons.class.getResourceAsStream("models.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(c ->
              new Model(
                  WeaponType.Kind.valueOf(c[0]),
                  List.of(c[1].split("\\|", -1)),
                  List.of(c[2].split("\\|", -1)),
                  List.of(c[3].split("\\|", -1)),
                  c[4],
                  c[5]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
