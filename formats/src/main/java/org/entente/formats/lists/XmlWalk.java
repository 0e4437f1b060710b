package org.entente.formats.lists;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a document of XML and hands over chosen elements one by one.
 *
 * <p><b>Guarantees.</b> Nothing outside the document is read. A document that declares a type or
 * entities is refused at the declaration. None of its elements takes more memory than a part may.
 */
final class XmlWalk {
  private static final int PART_ELEMENTS = 20_000;
  private static final int PART_CHARS = 1 << 20;
  private static final int DEPTH = 40;

  private final XMLStreamReader in;
  private final Set<String> chosen;
  private final String root;
  private final String namespace;
  private int elements;
  private int chars;

  /**
   * Begins to read; the stream is not closed.
   *
   * @param chosen names of the elements that are handed over; they lie within none another
   */
  XmlWalk(InputStream in, Set<String> chosen) throws FormatBroken {
    this.chosen = Set.copyOf(chosen);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, name) -> {
      throw new XMLStreamException("nothing outside is read");
    });
    try {
      this.in = factory.createXMLStreamReader(in);
      int event = step();
      while (event != XMLStreamConstants.START_ELEMENT) {
        event = step();
      }
    } catch (XMLStreamException damaged) {
      throw new FormatBroken(FormatFault.DAMAGED);
    }
    this.root = this.in.getLocalName();
    this.namespace = String.valueOf(this.in.getNamespaceURI());
  }

  String root() {
    return root;
  }

  String namespace() {
    return namespace;
  }

  /** An attribute of the root; empty if there is none or the walk has begun. */
  String rootAttribute(String name) {
    String value =
        in.getEventType() == XMLStreamConstants.START_ELEMENT
            ? in.getAttributeValue(null, name)
            : null;
    return value == null ? "" : value;
  }

  private int step() throws XMLStreamException, FormatBroken {
    if (!in.hasNext()) {
      throw new FormatBroken(FormatFault.DAMAGED);
    }
    int event = in.next();
    if (event == XMLStreamConstants.DTD
        || event == XMLStreamConstants.ENTITY_REFERENCE
        || event == XMLStreamConstants.ENTITY_DECLARATION) {
      throw new FormatBroken(FormatFault.DECLARES_ENTITIES);
    }
    return event;
  }

  /**
   * The next chosen element; null at the end of the document. One that is larger than a part may be
   * has nothing in it and {@link #over} is true.
   */
  @Nullable XmlPart next() throws IOException {
    try {
      while (in.hasNext()) {
        int event = step();
        if (event == XMLStreamConstants.END_DOCUMENT) {
          return null;
        }
        if (event == XMLStreamConstants.START_ELEMENT && chosen.contains(in.getLocalName())) {
          elements = 0;
          chars = 0;
          return part(0);
        }
      }
      return null;
    } catch (XMLStreamException damaged) {
      throw new FormatBroken(FormatFault.DAMAGED);
    }
  }

  boolean over() {
    return elements > PART_ELEMENTS || chars > PART_CHARS;
  }

  private XmlPart part(int depth) throws XMLStreamException, FormatBroken {
    if (depth > DEPTH) {
      throw new FormatBroken(FormatFault.TOO_LARGE);
    }
    String name = in.getLocalName();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      chars += in.getAttributeValue(i).length();
      if (!over()) {
        attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
    }
    elements++;
    StringBuilder text = new StringBuilder();
    List<XmlPart> parts = new ArrayList<>();
    int event = step();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        XmlPart inner = part(depth + 1);
        if (!over()) {
          parts.add(inner);
        }
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        chars += in.getTextLength();
        if (!over()) {
          text.append(in.getText());
        }
      }
      event = step();
    }
    return new XmlPart(name, attributes, text.toString(), over() ? List.of() : parts);
  }
}
