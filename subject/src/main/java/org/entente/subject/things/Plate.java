package org.entente.subject.things;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A vehicle's plate.
 *
 * @param written as written
 * @param canonical letters and digits in upper case, look-alike letters as Latin ones, diacritics
 *     kept
 * @param form the national form it has, where that is one of the known ones
 */
public record Plate(String written, String canonical, Optional<Form> form) {

  /** Longer than any country's plates. */
  public static final int MAX_LENGTH = 16;

  /** National forms known here. */
  public enum Form {
    /** Town, three to five digits, two letters: BG 123-AB. */
    SERBIA("RS", "[A-ZČĆŠŽĐ]{2}[0-9]{3,5}[A-ZČĆŠŽĐ]{2}"),
    /** Region, two letters, three digits: 10-AB-123. */
    AZERBAIJAN("AZ", "[0-9]{2}[A-Z]{2}[0-9]{3}");

    private final String country;
    private final Pattern pattern;

    Form(String country, String pattern) {
      this.country = country;
      this.pattern = Pattern.compile(pattern);
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
      return country;
    }
  }

  // Serbian Cyrillic as it is written in Latin letters, where that is one letter.
  private static final String CYRILLIC = "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ";
  private static final String LATIN = "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ";

  /**
   * Reads a plate.
   *
   * @throws Unreadable {@code plate-length} or {@code too-long}
   */
  public static Plate read(String written) {
    String canonical = Marking.canonical(written);
    if (canonical.length() < 2 || canonical.length() > MAX_LENGTH) {
      throw new Unreadable("plate-length", "A plate has 2 to 16 letters and digits.");
    }
    Optional<Form> form = Optional.empty();
    for (Form known : Form.values()) {
      if (known.pattern.matcher(canonical).matches()) {
        form = Optional.of(known);
      }
    }
    return new Plate(written, canonical, form);
  }

  /**
   * Every form somebody else may have written for this plate: as it looks, without diacritics, and,
   * if it was written in Cyrillic, as Serbian is written in Latin letters.
   */
  public Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(canonical);
    forms.add(Marking.plain(canonical));
    String spelt = Marking.canonical(spelt(written));
    forms.add(spelt);
    forms.add(Marking.plain(spelt));
    return forms;
  }

  @Override
  public String toString() {
    return "Plate[" + form + "]";
  }

  private static String spelt(String written) {
    StringBuilder latin = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char letter = Character.toUpperCase(written.charAt(i));
      int at = CYRILLIC.indexOf(letter);
      latin.append(at < 0 ? letter : LATIN.charAt(at));
    }
    return latin.toString();
  }
}
