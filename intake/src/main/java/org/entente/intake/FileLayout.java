package org.entente.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file are read. Proposed by {@link Reading}, corrected by the person who sees
 * that it is wrong.
 *
 * @param charset one of {@link #CHARSETS}; means nothing for a workbook
 * @param delimiter between the cells of CSV
 * @param header whether the first row holds the names of the columns
 * @param place where the table stands
 * @param cells how its cells are written
 */
public record FileLayout(
    Format format, String charset, char delimiter, boolean header, Place place, CellForms cells) {
  /** Formats that are read. */
  public enum Format {
    CSV,
    JSON_LINES,
    /** One array, or objects that span several lines. */
    JSON,
    WORKBOOK;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What offices write in, today and on the machines of thirty years ago; the usual ones first. */
  public static final List<String> CHARSETS =
      List.of(
              "UTF-8",
              "UTF-16LE",
              "UTF-16BE",
              "UTF-32LE",
              "UTF-32BE",
              "windows-1250",
              "windows-1251",
              "windows-1252",
              "windows-1254",
              "windows-1253",
              "windows-1255",
              "windows-1256",
              "windows-1257",
              "ISO-8859-1",
              "ISO-8859-2",
              "ISO-8859-5",
              "ISO-8859-7",
              "ISO-8859-9",
              "ISO-8859-15",
              "ISO-8859-16",
              "IBM437",
              "IBM850",
              "IBM852",
              "IBM855",
              "IBM857",
              "IBM866",
              "IBM737",
              "KOI8-R",
              "KOI8-U",
              "x-MacRoman",
              "x-MacCentralEurope",
              "x-MacCroatian",
              "x-MacCyrillic",
              "x-MacTurkish",
              "x-MacGreek",
              "GB18030",
              "Big5",
              "Shift_JIS",
              "EUC-JP",
              "EUC-KR")
          .stream()
          .filter(Charset::isSupported)
          .toList();

  public static final List<Character> DELIMITERS =
      List.of(',', ';', '\t', '|', '^', '~', ':', '¦', '#', '\u001F');

  public FileLayout(
      Format format,
      String charset,
      char delimiter,
      boolean header,
      @Nullable Place place,
      @Nullable CellForms cells) {
    this.format = format;
    this.charset = charset;
    this.delimiter = delimiter;
    this.header = header;
    this.place = place == null ? Place.WHOLE : place;
    this.cells = cells == null ? CellForms.USUAL : cells;
    if (!CHARSETS.contains(charset) || !DELIMITERS.contains(delimiter)) {
      throw new IllegalArgumentException("no such encoding or delimiter");
    }
  }

  /** A table that is the whole file, written as usual. */
  public FileLayout(Format format, String charset, char delimiter, boolean header) {
    this(format, charset, delimiter, header, Place.WHOLE, CellForms.USUAL);
  }

  FileLayout with(Place other) {
    return new FileLayout(format, charset, delimiter, header, other, cells);
  }

  FileLayout with(CellForms other) {
    return new FileLayout(format, charset, delimiter, header, place, other);
  }

  /** Reads the rows; what is no character of the encoding is marked in its cell. */
  public RowReader rows(InputStream file) throws IOException {
    return switch (format) {
      case CSV -> new CsvReader(reader(file), this);
      case JSON_LINES -> new JsonReader(reader(file));
      case JSON -> new JsonDocumentReader(reader(file));
      case WORKBOOK -> SheetReader.of(file, this);
    };
  }

  private Reader reader(InputStream file) {
    return new InputStreamReader(
        file,
        Charset.forName(charset)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }
}
