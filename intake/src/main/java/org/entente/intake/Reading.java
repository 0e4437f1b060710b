package org.entente.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.intake.FileLayout.Format;

/**
 * How a file is probably read, by its bytes.
 *
 * @param doubts what they leave open
 */
public record Reading(FileLayout layout, List<Doubt> doubts) {
  /** Bytes that tell most formats. */
  private static final int MARK = 4;

  private static final int LINES = 60;
  private static final List<Character> GUESSED = List.of(',', ';', '\t', '|', '^', '~', '¦');

  /** The first line by which spreadsheets are told the delimiter. */
  static final Pattern HINT =
      Pattern.compile("\\uFEFF?\"?sep=(.)\"?[,;\\t|]*\\s*", Pattern.CASE_INSENSITIVE);

  /** Lines with signs that nobody writes, one in so many, that a text may have. */
  private static final int ODD_LINES = 3;

  private static final String UTF_8 = "UTF-8";

  public Reading {
    doubts = List.copyOf(doubts);
  }

  /**
   * Looks at a file. The stream is not closed.
   *
   * @throws FileBroken when nothing in it can be read
   */
  public static Reading of(InputStream file) throws IOException {
    byte[] first = file.readNBytes(MARK);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), file);
    if (first.length == 0) {
      throw new FileBroken(FileFault.EMPTY);
    }
    if (starts(first, 'P', 'K', 3, 4)) {
      return SheetReader.seen(whole);
    }
    Sample sample = Sample.of(whole);
    byte[] head = sample.head();
    refuseOthers(head);
    Optional<String> told = told(head);
    if (told.isPresent()) {
      return text(sample, CharsetGuess.sure(told.get()));
    }
    Utf8 utf8 = Utf8.in(sample);
    return text(
        sample, utf8.probable() ? CharsetGuess.sure(UTF_8) : CharsetGuess.of(columns(sample)));
  }

  private static void refuseOthers(byte[] head) throws FileBroken {
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new FileBroken(FileFault.OLD_WORKBOOK);
    }
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw new FileBroken(FileFault.PDF);
    }
    if (starts(head, 0x1F, 0x8B)
        || starts(head, 'R', 'a', 'r', '!')
        || starts(head, '7', 'z', 0xBC, 0xAF)
        || starts(head, 'P', 'K')
        || starts(head, 'B', 'Z', 'h')) {
      throw new FileBroken(FileFault.PACKED);
    }
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** The encoding that a mark at the beginning tells, or the zeros of wide characters. */
  private static Optional<String> told(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(UTF_8);
    }
    if (starts(head, 0xFF, 0xFE, 0, 0)) {
      return Optional.of("UTF-32LE");
    }
    if (starts(head, 0, 0, 0xFE, 0xFF)) {
      return Optional.of("UTF-32BE");
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of("UTF-16LE");
    }
    if (starts(head, 0xFE, 0xFF)) {
      return Optional.of("UTF-16BE");
    }
    int[] zeros = new int[4];
    for (int i = 0; i < head.length; i++) {
      zeros[i & 3] += head[i] == 0 ? 1 : 0;
    }
    int quarter = Math.max(1, head.length / 4);
    if (zeros[2] > quarter * 9 / 10 && zeros[3] > quarter * 9 / 10) {
      return Optional.of("UTF-32LE");
    }
    if (zeros[0] > quarter * 9 / 10 && zeros[1] > quarter * 9 / 10) {
      return Optional.of("UTF-32BE");
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    // Even a text without a Latin letter has line ends, delimiters and digits.
    int few = Math.max(2, head.length / 50);
    if (odd > few && odd > 8 * even) {
      return Optional.of("UTF-16LE");
    }
    return even > few && even > 8 * odd ? Optional.of("UTF-16BE") : Optional.empty();
  }

  private static List<List<String>> columns(Sample sample) {
    List<String> lines = sample.bytes().lines().filter(l -> !l.isBlank()).toList();
    char delimiter = delimiter(lines.stream().limit(LINES).toList()).getFirst();
    Map<Integer, List<String>> columns = new LinkedHashMap<>();
    for (String line : lines) {
      List<String> cells = CsvReader.split(line, delimiter).orElse(List.of(line));
      for (int i = 0; i < cells.size(); i++) {
        columns.computeIfAbsent(i, c -> new ArrayList<>()).add(cells.get(i));
      }
    }
    return List.copyOf(columns.values());
  }

  private static Reading text(Sample sample, CharsetGuess guess) throws FileBroken {
    String text = new String(sample.head(), Charset.forName(guess.charset()));
    String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
    refuseNoText(start);
    List<Doubt> doubts = new ArrayList<>();
    if (guess.doubtful()) {
      doubts.add(new Doubt(Doubt.About.CHARSET, guess.charset(), guess.choices()));
    }
    Optional<Format> json = JsonShape.of(start);
    if (json.isPresent()) {
      return new Reading(new FileLayout(json.get(), guess.charset(), ',', true), doubts);
    }
    return table(start, guess.charset(), doubts);
  }

  private static void refuseNoText(String start) throws FileBroken {
    if (start.isBlank()) {
      throw new FileBroken(FileFault.EMPTY);
    }
    String markup = start.stripLeading().toLowerCase(Locale.ROOT);
    if (markup.startsWith("<!doctype html")
        || markup.startsWith("<html")
        || markup.startsWith("<table")
        || markup.startsWith("<head")
        || (markup.startsWith("<") && markup.contains("<html"))) {
      throw new FileBroken(FileFault.WEB_PAGE);
    }
    if (markup.startsWith("<?xml")) {
      throw new FileBroken(FileFault.XML);
    }
    List<String> lines = start.lines().filter(l -> !l.isBlank()).limit(10 * LINES).toList();
    long odd = lines.stream().filter(l -> l.chars().anyMatch(Reading::nobodyWrites)).count();
    if (odd * ODD_LINES > lines.size()) {
      throw new FileBroken(FileFault.NOT_TEXT);
    }
  }

  private static boolean nobodyWrites(int c) {
    return c < ' ' && !Character.isWhitespace(c) && c != 0x1A && c != 0x1B;
  }

  private static Reading table(String start, String charset, List<Doubt> doubts) {
    List<String> lines = start.lines().limit(LINES).toList();
    Matcher hint = HINT.matcher(lines.getFirst());
    boolean hinted = hint.matches() && FileLayout.DELIMITERS.contains(hint.group(1).charAt(0));
    List<String> filled = lines.stream().skip(hinted ? 1 : 0).filter(l -> !l.isBlank()).toList();
    List<Character> delimiters = hinted ? List.of(hint.group(1).charAt(0)) : delimiter(filled);
    char delimiter = delimiters.getFirst();
    Table table = Table.in(rows(filled, delimiter));
    if (delimiters.size() > 1) {
      doubts.add(
          new Doubt(
              Doubt.About.DELIMITER,
              String.valueOf(delimiter),
              delimiters.stream()
                  .map(d -> new Doubt.Choice(String.valueOf(d), row(filled, table.at(), d)))
                  .toList()));
    }
    int above = filled.isEmpty() || table.at() == 0 ? 0 : lineOf(lines, filled, table.at(), hinted);
    return new Reading(
        new FileLayout(
            Format.CSV, charset, delimiter, table.header(), new Place(above, ""), CellForms.USUAL),
        doubts);
  }

  private static List<String> row(List<String> lines, int at, char delimiter) {
    return at < lines.size()
        ? CsvReader.split(lines.get(at), delimiter).orElse(List.of(lines.get(at)))
        : List.of();
  }

  /** How many lines of the file come before one of those that are not blank. */
  private static int lineOf(List<String> lines, List<String> filled, int at, boolean hinted) {
    int seen = 0;
    for (int i = hinted ? 1 : 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        if (seen == at) {
          return i;
        }
        seen++;
      }
    }
    return filled.size();
  }

  private static List<List<String>> rows(List<String> lines, char delimiter) {
    return lines.stream()
        .map(l -> CsvReader.split(l, delimiter).orElse(List.of(l.split("\n", -1))))
        .toList();
  }

  private record Parted(char delimiter, int known, long agreement, long lines) {}

  /** The delimiter that makes known headings, else lines of one width; two if they do so alike. */
  private static List<Character> delimiter(List<String> lines) {
    List<Parted> parted =
        GUESSED.stream()
            .map(d -> parted(lines, d))
            .sorted(
                Comparator.comparingInt(Parted::known)
                    .thenComparingLong(Parted::agreement)
                    .reversed()
                    .thenComparingInt(p -> GUESSED.indexOf(p.delimiter())))
            .toList();
    Parted first = parted.getFirst();
    Parted second = parted.get(1);
    boolean alike =
        first.known() < 2
            && second.known() == first.known()
            && first.lines() > 1
            && second.agreement() / 100 >= first.lines()
            && second.agreement() % 100 > 1
            && first.agreement() / 100 == second.agreement() / 100;
    return alike ? List.of(first.delimiter(), second.delimiter()) : List.of(first.delimiter());
  }

  private static Parted parted(List<String> lines, char delimiter) {
    List<List<String>> rows = rows(lines, delimiter);
    Table table = Table.in(rows);
    int cells = rows.isEmpty() ? 1 : rows.get(Math.min(table.at(), rows.size() - 1)).size();
    long same = rows.stream().filter(r -> r.size() == cells).count();
    return new Parted(
        delimiter,
        cells < 2 ? 0 : table.known(),
        cells < 2 ? 0 : same * 100 + Math.min(99, cells),
        lines.size() - table.at());
  }

  /** How much of a text is UTF-8. */
  private record Utf8(long right, long wrong) {
    static Utf8 in(Sample sample) {
      Utf8 head = in(sample.head(), !sample.whole());
      Utf8 later = in(sample.later(), false);
      return new Utf8(head.right + later.right, head.wrong + later.wrong);
    }

    private static Utf8 in(byte[] bytes, boolean cut) {
      long right = 0;
      long wrong = 0;
      for (int i = 0; i < bytes.length; i++) {
        int more = more(bytes[i] & 0xff);
        if (more == 0) {
          continue;
        }
        int at = i + 1;
        while (more > 0 && at < bytes.length && at - i <= more && (bytes[at] & 0xC0) == 0x80) {
          at++;
        }
        boolean atEnd = cut && at == bytes.length;
        if (more > 0 && at - i == more + 1) {
          right++;
          i = at - 1;
        } else if (!atEnd) {
          wrong++;
        }
      }
      return new Utf8(right, wrong);
    }

    private static int more(int lead) {
      if (lead < 0x80) {
        return 0;
      }
      if (lead >= 0xC2 && lead < 0xE0) {
        return 1;
      }
      if (lead >= 0xE0 && lead < 0xF0) {
        return 2;
      }
      return lead >= 0xF0 && lead < 0xF5 ? 3 : -1;
    }

    /** A damaged byte here and there makes no other encoding. */
    boolean probable() {
      return wrong == 0 || right > 4 * wrong;
    }
  }
}
