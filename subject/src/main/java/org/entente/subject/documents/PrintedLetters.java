package org.entente.subject.documents;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Letters as ICAO 9303 part 3, section 6 prints them: national Latin and Cyrillic by its tables,
 * other scripts by the transliteration that ICU has for them (the states' own tables differ).
 */
final class PrintedLetters {
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII");

  private static final Map<String, String> TABLE =
      table(
          "Ä=AE Å=AA Æ=AE Ö=OE Ø=OE Œ=OE Ü=UE ß=SS ẞ=SS Þ=TH Đ=D Ð=D Ħ=H Ł=L Ə=E Ŋ=N Ŧ=T Ĳ=IJ ı=I"
              + " А=A Б=B В=V Г=G Д=D Е=E Ё=E Ж=ZH З=Z И=I Й=I К=K Л=L М=M Н=N О=O П=P Р=R С=S"
              + " Т=T У=U Ф=F Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ъ=IE Ы=Y Ь= Э=E Ю=IU Я=IA Є=IE І=I Ї=I"
              + " Ґ=G Ў=U Ѓ=G Ќ=K Ѕ=DZ");

  /** Where these letters occur the language is Serbian, whose other letters differ too. */
  private static final Map<String, String> SERBIAN =
      table("Ђ=D Ј=J Љ=LJ Њ=NJ Ћ=C Џ=DZ Ж=Z Х=H Ц=C Ч=C Ш=S");

  private static final String ONLY_SERBIAN = ".*[ЂЈЉЊЋЏ].*";

  private PrintedLetters() {}

  /** Upper-case Latin letters; hyphens and spaces become fillers, other signs are left out. */
  static String of(String text) {
    String upper = Normalizer.normalize(text, Normalizer.Form.NFC).strip().toUpperCase(Locale.ROOT);
    boolean serbian = upper.matches(ONLY_SERBIAN);
    StringBuilder printed = new StringBuilder(upper.length());
    upper
        .codePoints()
        .forEach(point -> {
          String letter = Character.toString(point);
          String ours = serbian ? SERBIAN.getOrDefault(letter, "") : "";
          printed.append(!ours.isEmpty() ? ours : TABLE.getOrDefault(letter, letter));
        });
    String latin = TO_LATIN.transliterate(printed.toString()).toUpperCase(Locale.ROOT);
    return latin
        .replaceAll("[\\s-]+", "<")
        .replaceAll("[^A-Z<]", "")
        .replaceAll("<+", "<")
        .replaceAll("^<|<$", "");
  }

  private static Map<String, String> table(String pairs) {
    Map<String, String> table = new HashMap<>();
    for (String pair : pairs.split(" ", -1)) {
      int sign = pair.indexOf('=');
      table.put(pair.substring(0, sign), pair.substring(sign + 1));
    }
    return Map.copyOf(table);
  }
}
