package org.entente.subject.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The program that makes {@code han.gz}, the table of {@link HanReadings}, from {@code
 * Unihan_Readings.txt} of the Unicode Han Database (UAX #38): the letters that have a Korean
 * reading, which are those in use in names.
 *
 * <p>Arguments: that file, the folder to write to.
 */
public final class HanTable {
  private static final int HANGUL = 0;
  private static final int CANTONESE = 1;
  private static final int MANDARIN = 2;

  private HanTable() {}

  /** Makes the table. */
  public static void main(String[] arguments) throws IOException {
    Map<Integer, String[]> table = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] cells = line.split("\t", -1);
      int column =
          switch (cells.length < 3 ? "" : cells[1]) {
            case "kHangul" -> HANGUL;
            case "kCantonese" -> CANTONESE;
            case "kMandarin" -> MANDARIN;
            default -> -1;
          };
      if (column >= 0) {
        int letter = Integer.parseInt(cells[0].substring(2), 16);
        table.computeIfAbsent(letter, k -> new String[] {"", "", ""})[column] = plain(cells[2]);
      }
    }
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[1], "han.gz")))) {
      for (Map.Entry<Integer, String[]> row : table.entrySet()) {
        if (!row.getValue()[HANGUL].isEmpty()) {
          String line = Character.toString(row.getKey()) + "\t" + String.join("\t", row.getValue());
          out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  /** Without tones and without the letters that say where a reading was attested. */
  private static String plain(String readings) {
    String bare = readings.replaceAll(":[0-9A-Z]*", "").replaceAll("[0-9]", "");
    return Normalizer.normalize(bare, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u0307\\u0309-\\u036F]", "")
        .replace("u\u0308", "v")
        .replaceAll("\\p{Mn}", "")
        .transform(s -> Normalizer.normalize(s, Normalizer.Form.NFC));
  }
}
