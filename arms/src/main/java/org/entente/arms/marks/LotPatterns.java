package org.entente.arms.marks;

import static org.entente.arms.marks.LotNumber.Pattern.DATED;
import static org.entente.arms.marks.LotNumber.Pattern.LOT_YEAR_FACTORY;
import static org.entente.arms.marks.LotNumber.Pattern.MAKER_LOT_YEAR;
import static org.entente.arms.marks.LotNumber.Pattern.UNDATED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.Marking;

/**
 * Lot numbers by their form. A form is tried with digits where digits belong; if none fits, once
 * more with the letters that digits are mistaken for.
 */
final class LotPatterns {
  /** What stands before a lot number and is not part of it. */
  private static final Pattern CALLED =
      Pattern.compile(
          "(?<!\\p{L})(?:AMMO |AMMUNITION )?(?:LOT|LOTS|BATCH|L/N|ПАРТИЯ|ПАРТІЯ|ПАРТ|ЛОТ|СЕРИЯ|СЕРИЈА|SERIJA"
              + "|PARTIJA|ПАРТИЈА|PARTİYA|PARTIYA|LOS|ПАР)(?!\\p{L})(?: ?(?:NO|NR|BR|БР|№|N°))?[ .:]*");

  /** What follows a year: г. for год. */
  private static final Pattern OF_YEAR =
      Pattern.compile("(?<=[0-9?]) ?(?:Г|GOD|ГОД)\\.?(?![\\p{L}])");

  private static final String D = "[0-9?]";
  private static final String ALIKE = "[0-9?OQDILSBZG]";

  /** The form of one pattern, and how it becomes a number. */
  private record Form(
      String strict, String lenient, boolean spaceless, Function<Matcher, LotNumber> made) {}

  private static final List<Form> FORMS =
      List.of(
          form(
              "(\\p{L}{1,3})-?(#{2})([A-HJ-M?])(#{1,4})([-A-Z?])(#{1,4})([A-HJ-NP-Z?]{0,2})([A-HJ-NP-Z]?)",
              true, LotPatterns::dated),
          form("(\\p{L}{1,4})-(#{1,4})-(#{1,5})([A-HJ-NP-Z?]{0,2})", false, LotPatterns::undated),
          form(
              "(\\p{L}{0,2}#{1,4})[-/.]((?:19|20)#{2}|#{2})[-/.](#{1,4}|\\p{L}{1,3})",
              false, LotPatterns::eastern),
          form("(\\p{L}{1,4})[-. ]*(#{1,4})/((?:19|20)#{2}|#{2})", false, LotPatterns::slashed));

  private LotPatterns() {}

  /** All readings of a tidy text. */
  static List<LotNumber> read(String tidy) {
    String named = Tidy.close(CALLED.matcher(tidy).replaceAll(" ").strip());
    String bare = Tidy.close(OF_YEAR.matcher(named).replaceAll("").strip());
    List<LotNumber> found = readBare(bare);
    return found.isEmpty()
        ? readBare(folded(bare)).stream().map(LotPatterns::assumed).toList()
        : found;
  }

  /** Letters of other alphabets as the Latin ones they look like; all else stays. */
  private static String folded(String bare) {
    StringBuilder folded = new StringBuilder(bare.length());
    bare.codePoints()
        .mapToObj(Character::toString)
        .map(sign -> Character.isLetter(sign.codePointAt(0)) ? Marking.canonical(sign) : sign)
        .forEach(folded::append);
    return folded.toString();
  }

  private static LotNumber assumed(LotNumber lot) {
    return new LotNumber(
        lot.pattern(),
        lot.maker(),
        lot.year(),
        lot.month(),
        lot.interfix(),
        lot.sequence(),
        lot.suffix(),
        lot.theatre(),
        true);
  }

  private static List<LotNumber> readBare(String bare) {
    List<LotNumber> found = new ArrayList<>();
    for (boolean lenient : new boolean[] {false, true}) {
      for (Form form : FORMS) {
        read(bare, form, lenient).filter(LotPatterns::telling).ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  private static Form form(String form, boolean spaceless, Function<Matcher, LotNumber> made) {
    return new Form(form.replace("#", D), form.replace("#", ALIKE), spaceless, made);
  }

  private static Optional<LotNumber> read(String bare, Form form, boolean lenient) {
    Pattern pattern = COMPILED.get(form, lenient);
    String text = form.spaceless() ? bare.replace(" ", "") : bare;
    Matcher whole = pattern.matcher(text);
    if (whole.matches()) {
      return Optional.of(form.made().apply(whole));
    }
    // Stencils leave a space where print has a dash.
    Matcher dashed = pattern.matcher(bare.replace(' ', '-'));
    return dashed.matches() ? Optional.of(form.made().apply(dashed)) : Optional.empty();
  }

  /** The forms, compiled once. */
  private record Compiled(List<Pattern> strict, List<Pattern> lenient) {
    Pattern get(Form form, boolean asLenient) {
      int at = FORMS.indexOf(form);
      return asLenient ? lenient.get(at) : strict.get(at);
    }
  }

  private static final Compiled COMPILED =
      new Compiled(
          FORMS.stream().map(form -> Pattern.compile(form.strict())).toList(),
          FORMS.stream().map(form -> Pattern.compile(form.lenient())).toList());

  private static LotNumber dated(Matcher m) {
    String month = group(m, 3);
    String code = group(m, 5);
    return lot(
        DATED,
        group(m, 1),
        group(m, 2),
        month.equals("?") ? 0 : 1 + "ABCDEFGHJKLM".indexOf(month),
        group(m, 4),
        code.equals("-") ? group(m, 6) : code + group(m, 6),
        group(m, 7),
        group(m, 8));
  }

  private static LotNumber undated(Matcher m) {
    return lot(UNDATED, group(m, 1), "", 0, group(m, 2), group(m, 3), group(m, 4), "");
  }

  private static LotNumber eastern(Matcher m) {
    return lot(LOT_YEAR_FACTORY, group(m, 3), group(m, 2), 0, "", group(m, 1), "", "");
  }

  private static LotNumber slashed(Matcher m) {
    return lot(MAKER_LOT_YEAR, group(m, 1), group(m, 3), 0, "", group(m, 2), "", "");
  }

  private static LotNumber lot(
      LotNumber.Pattern pattern,
      String maker,
      String year,
      int month,
      String interfix,
      String sequence,
      String suffix,
      String theatre) {
    String digits = year + interfix + withoutLead(sequence);
    boolean assumed = digits.codePoints().anyMatch(Character::isLetter);
    return new LotNumber(
        pattern,
        maker,
        asDigits(year),
        month,
        asDigits(interfix),
        lead(sequence) + asDigits(withoutLead(sequence)),
        suffix,
        theatre,
        assumed);
  }

  /** The letter that may stand before a sequence: a series, or a lot identifier. */
  private static String lead(String sequence) {
    int at = 0;
    while (at < sequence.length() - 1
        && Character.isLetter(sequence.charAt(at))
        && "OQDILSBZG".indexOf(sequence.charAt(at)) < 0) {
      at++;
    }
    return sequence.substring(0, at);
  }

  private static String withoutLead(String sequence) {
    return sequence.substring(lead(sequence).length());
  }

  private static String asDigits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      digits.append(
          switch (sign) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            default -> sign;
          });
    }
    return digits.toString();
  }

  /** Whether anything but doubts was read. */
  private static boolean telling(LotNumber lot) {
    return (lot.maker() + lot.year() + lot.interfix() + lot.sequence())
        .codePoints()
        .anyMatch(Character::isLetterOrDigit);
  }

  private static String group(Matcher m, int group) {
    String text = m.group(group);
    return text == null ? "" : text;
  }
}
