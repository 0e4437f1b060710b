package org.entente.node.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;

/**
 * How the bytes of a file are read. Proposed by the node, corrected by whoever sees that it is
 * wrong.
 *
 * @param charset one of {@link #CHARSETS}; means nothing for a workbook
 * @param delimiter between the cells of CSV
 * @param header whether the first row holds the names of the columns
 */
public record Reading(Format format, String charset, char delimiter, boolean header) {
  /** Formats that are read. */
  public enum Format {
    CSV,
    JSON_LINES,
    WORKBOOK;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What offices of both countries write in. */
  public static final List<String> CHARSETS =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1250", "windows-1251", "windows-1254");

  public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  public Reading {
    if (!CHARSETS.contains(charset) || !DELIMITERS.contains(delimiter)) {
      throw new IllegalArgumentException("no such encoding or delimiter");
    }
  }

  /** Reads the rows; what is no character of the encoding becomes visible as a fault of its row. */
  Rows rows(InputStream file) throws IOException {
    return switch (format) {
      case CSV -> new CsvRows(reader(file), delimiter, header);
      case JSON_LINES -> new JsonRows(reader(file));
      case WORKBOOK -> SheetRows.of(file, header);
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
