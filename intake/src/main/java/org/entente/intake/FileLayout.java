package org.entente.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the bytes of a file are read. Proposed by the first bytes, corrected by the person who sees
 * that it is wrong.
 *
 * @param charset one of {@link #CHARSETS}; means nothing for a workbook
 * @param delimiter between the cells of CSV
 * @param header whether the first row holds the names of the columns
 */
public record FileLayout(Format format, String charset, char delimiter, boolean header) {
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

  public FileLayout {
    if (!CHARSETS.contains(charset) || !DELIMITERS.contains(delimiter)) {
      throw new IllegalArgumentException("no such encoding or delimiter");
    }
  }

  /** How a file is probably read, by its first bytes; empty if it is no format that is known. */
  public static Optional<FileLayout> seenIn(InputStream file) throws IOException {
    return Sniffing.of(file.readNBytes(Sniffing.HEAD_BYTES));
  }

  /** Reads the rows; what is no character of the encoding becomes visible as a fault of its row. */
  public RowReader rows(InputStream file) throws IOException {
    return switch (format) {
      case CSV -> new CsvReader(reader(file), delimiter, header);
      case JSON_LINES -> new JsonReader(reader(file));
      case WORKBOOK -> WorkbookReader.of(file, header);
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
