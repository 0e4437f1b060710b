package org.entente.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of a cell: its runs in their order, without the guides to their pronunciation. */
final class CellText {
  /** A character that XML cannot hold, as workbooks write it. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** Reads up to the end of the element of this name, in which the reader stands. */
  static String read(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int phonetic = 0;
    boolean within = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
        within = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
        within = false;
        if (xml.getLocalName().equals(element)) {
          break;
        }
      } else if (within && phonetic == 0 && text.length() <= Limits.ROW_CHARS) {
        if (event == XMLStreamConstants.CHARACTERS
            || event == XMLStreamConstants.CDATA
            || event == XMLStreamConstants.SPACE) {
          text.append(xml.getText());
        }
      }
    }
    return plain(text.toString());
  }

  /** Without escapes, and with one sign for the end of a line. */
  static String plain(String text) {
    if (text.indexOf("_x") < 0) {
      return text.replace("\r\n", "\n");
    }
    Matcher escaped = ESCAPED.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (escaped.find()) {
      char c = (char) Integer.parseInt(escaped.group(1), 16);
      escaped.appendReplacement(plain, Matcher.quoteReplacement(String.valueOf(c)));
    }
    escaped.appendTail(plain);
    return plain.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
