package org.entente.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How a workbook shows the numbers of its cells. */
final class CellFormats {
  static final CellFormats NONE = new CellFormats(List.of());

  /** Formats that every workbook knows by number without writing them down. */
  private static final Map<Integer, String> BUILT_IN = builtIn();

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Spreadsheets count a 29 February 1900 that never was. */
  private static final int FALSE_LEAP_DAY = 60;

  private static final int LAST_DAY = 2_958_465;
  private static final int MINUTES = 1440;

  private final List<Shape> shapes;

  private CellFormats(List<Shape> shapes) {
    this.shapes = shapes;
  }

  /** What a format shows. */
  private enum Kind {
    NUMBER,
    DIGITS,
    YEAR,
    MONTH,
    DAY,
    TIME
  }

  /**
   * @param digits the format of a number that is shown digit by digit
   */
  private record Shape(Kind kind, String digits) {}

  static CellFormats read(XMLStreamReader xml) throws XMLStreamException {
    Map<Integer, String> codes = new HashMap<>(BUILT_IN);
    List<Shape> shapes = new ArrayList<>();
    boolean cells = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "numFmt" ->
              codes.put(number(Book.attribute(xml, "numFmtId")), Book.attribute(xml, "formatCode"));
          case "cellXfs" -> cells = true;
          case "xf" -> {
            if (cells && shapes.size() <= 1 << 16) {
              shapes.add(shape(codes.getOrDefault(number(Book.attribute(xml, "numFmtId")), "")));
            }
          }
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        cells = false;
      }
    }
    return new CellFormats(shapes);
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
  }

  /** A number as the cell shows it, as far as that matters: dates, their parts, leading zeros. */
  String shown(BigDecimal number, int style, boolean from1904) {
    Shape shape =
        style >= 0 && style < shapes.size() ? shapes.get(style) : new Shape(Kind.NUMBER, "");
    return switch (shape.kind()) {
      case NUMBER -> plain(number);
      case DIGITS -> digits(number, shape.digits());
      case TIME -> time(number);
      case YEAR, MONTH, DAY -> date(number, shape.kind(), from1904);
    };
  }

  private static String plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  private static String date(BigDecimal number, Kind kind, boolean from1904) {
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    boolean before = whole.signum() < 0 || (whole.signum() == 0 && !from1904);
    if (before || whole.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
      return plain(number);
    }
    int days = whole.intValueExact();
    LocalDate day =
        from1904
            ? EPOCH_1904.plusDays(days)
            : EPOCH.plusDays(days < FALSE_LEAP_DAY ? days + 1L : days);
    return switch (kind) {
      case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
      case DAY, NUMBER, DIGITS, TIME -> day.toString();
    };
  }

  private static String time(BigDecimal number) {
    int minutes =
        number
            .remainder(BigDecimal.ONE)
            .multiply(BigDecimal.valueOf(MINUTES))
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return number.signum() < 0 || number.compareTo(BigDecimal.ONE) >= 0
        ? plain(number)
        : String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  /** Digits from the right into the places of a format; what else stands there is shown, too. */
  private static String digits(BigDecimal number, String format) {
    if (number.stripTrailingZeros().scale() > 0 || number.signum() < 0) {
      return plain(number);
    }
    String digits = number.toBigInteger().toString();
    StringBuilder shown = new StringBuilder();
    int left = digits.length();
    int places = (int) format.chars().filter(c -> c == '0' || c == '#' || c == '?').count();
    for (int i = format.length() - 1; i >= 0; i--) {
      char c = format.charAt(i);
      if (c == '0' || c == '#' || c == '?') {
        places--;
        if (left > 0) {
          shown.append(digits.charAt(--left));
        } else if (c == '0') {
          shown.append('0');
        }
        while (places == 0 && left > 0) {
          shown.append(digits.charAt(--left));
        }
      } else if (left > 0 || places == 0 || format.substring(0, i).indexOf('0') >= 0) {
        shown.append(c == LITERAL_POINT ? '.' : c);
      }
    }
    return shown.reverse().toString();
  }

  /** A point that stands in quotation marks. */
  private static final char LITERAL_POINT = '\uE000';

  private static Shape shape(String code) {
    String bare = bare(code);
    String small = bare.toLowerCase(Locale.ROOT);
    boolean general = small.isEmpty() || small.contains("general") || small.equals("@");
    if (general) {
      return new Shape(Kind.NUMBER, "");
    }
    boolean year = small.indexOf('y') >= 0 || (small.indexOf('e') >= 0 && small.indexOf('0') < 0);
    boolean day = small.indexOf('d') >= 0;
    boolean time = small.indexOf('h') >= 0 || small.indexOf('s') >= 0;
    boolean month = small.indexOf('m') >= 0 && (!time || year || day);
    if (year && !month && !day) {
      return new Shape(Kind.YEAR, "");
    }
    if (year && month && !day) {
      return new Shape(Kind.MONTH, "");
    }
    if (year || day || (month && !time)) {
      return new Shape(Kind.DAY, "");
    }
    if (time) {
      return new Shape(Kind.TIME, "");
    }
    boolean plain = small.matches("[0#? ()+/\\\\:\uE000-]*") && small.matches(".*[0#?].*");
    return plain && !small.equals("0") ? new Shape(Kind.DIGITS, bare) : new Shape(Kind.NUMBER, "");
  }

  /** The format of positive numbers without colours, widths and the signs that mark literals. */
  private static String bare(String code) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == ';') {
        break;
      }
      switch (c) {
        case '"' -> {
          int end = code.indexOf('"', i + 1);
          int to = end < 0 ? code.length() : end;
          literal(bare, code.substring(i + 1, to));
          i = to;
        }
        case '[' -> {
          int end = code.indexOf(']', i);
          i = end < 0 ? code.length() : end;
        }
        case '\\' -> {
          if (i + 1 < code.length()) {
            literal(bare, code.substring(i + 1, i + 2));
          }
          i++;
        }
        case '_', '*' -> i++;
        default -> bare.append(c);
      }
    }
    return bare.toString();
  }

  /** Only signs: letters in a format would be taken for parts of a date. */
  private static void literal(StringBuilder bare, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        bare.append(LITERAL_POINT);
      } else if ("+-()/ :".indexOf(c) >= 0) {
        bare.append(c);
      }
    }
  }

  private static Map<Integer, String> builtIn() {
    Map<Integer, String> codes = new HashMap<>();
    for (int id : new int[] {14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}) {
      codes.put(id, "yyyy-mm-dd");
    }
    codes.put(17, "mmm-yy");
    codes.put(1, "0");
    for (int id : new int[] {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}) {
      codes.put(id, "h:mm");
    }
    return Map.copyOf(codes);
  }
}
