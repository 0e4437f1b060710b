package org.entente.subject.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * How a word in Han letters is read elsewhere than where its readings were learned: in Korea, in
 * Hong Kong and by the older romanisation of Taiwan. A reading keeps to one place for all letters.
 */
final class HanReadings {
  /** Korean, Cantonese, Mandarin. */
  private static final int COLUMNS = 3;

  /** Longer words are foreign ones spelt by sound, which is Mandarin. */
  private static final int LONGEST = 3;

  private static final Map<Integer, String[][]> TABLE = read();

  private HanReadings() {}

  /** A word as it is written where it is read so. */
  record Reading(Writing writing, String letters) {}

  static List<Reading> of(String written) {
    int[] letters = written.codePoints().toArray();
    Set<Reading> out = new LinkedHashSet<>();
    add(out, Writing.MANDARIN, Mandarin.syllables(written));
    if (letters.length > LONGEST) {
      return List.copyOf(out);
    }
    // A family name stands alone and may have two Korean readings: 李 is 리 and 이.
    for (int choice = 0; choice < (letters.length == 1 ? 2 : 1); choice++) {
      add(out, Writing.HANGUL, spelt(letters, 0, choice));
    }
    add(out, Writing.LATIN, spelt(letters, 1, 0));
    add(out, Writing.LATIN, spelt(letters, 2, 0));
    return new ArrayList<>(out);
  }

  private static void add(Set<Reading> out, Writing writing, String spelt) {
    if (!spelt.isEmpty()) {
      out.add(new Reading(writing, Letters.normal(spelt, writing)));
    }
  }

  private static String spelt(int[] letters, int column, int choice) {
    StringBuilder out = new StringBuilder();
    for (int letter : letters) {
      String[][] row = TABLE.get(letter);
      if (row == null || row[column].length == 0) {
        return "";
      }
      String syllable = row[column][Math.min(choice, row[column].length - 1)];
      out.append(
          switch (column) {
            case 1 -> HanRomanisation.hongKong(syllable);
            case 2 -> HanRomanisation.wadeGiles(syllable);
            default -> syllable;
          });
    }
    return out.toString();
  }

  private static Map<Integer, String[][]> read() {
    Map<Integer, String[][]> table = new HashMap<>();
    try (InputStream in = HanReadings.class.getResourceAsStream("han.gz")) {
      if (in == null) {
        throw new IllegalStateException("The readings of Han letters are missing from the library");
      }
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        String[][] row = new String[COLUMNS][];
        for (int c = 0; c < COLUMNS; c++) {
          row[c] = cells[c + 1].isEmpty() ? new String[0] : cells[c + 1].split(" ", -1);
        }
        table.put(cells[0].codePointAt(0), row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
