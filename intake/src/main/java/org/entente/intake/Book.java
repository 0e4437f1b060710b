package org.entente.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Excel workbook. The packed workbook is held in memory; what it unpacks to is
 * measured before it is read.
 */
final class Book implements AutoCloseable {
  private static final XMLInputFactory XML = factory();
  private static final int BUFFER = 1 << 16;

  private final ZipFile zip;
  private final List<Sheet> sheets;
  private final boolean from1904;
  private @Nullable List<String> strings;
  private @Nullable CellFormats formats;

  /**
   * A sheet that holds cells.
   *
   * @param shown whether the person who opens the workbook sees it
   * @param part where it lies
   */
  record Sheet(String name, boolean shown, String part) {}

  private Book(ZipFile zip, List<Sheet> sheets, boolean from1904) {
    this.zip = zip;
    this.sheets = sheets;
    this.from1904 = from1904;
  }

  static Book of(InputStream file) throws IOException {
    byte[] packed = file.readNBytes((int) Limits.WORKBOOK_BYTES + 1);
    if (packed.length > Limits.WORKBOOK_BYTES) {
      throw new FileBroken(FileFault.WORKBOOK_TOO_LARGE);
    }
    try {
      ZipFile zip = ZipFile.builder().setByteArray(packed).get();
      refuseOthers(zip);
      measure(zip);
      return opened(zip);
    } catch (FileBroken e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw new FileBroken(FileFault.WORKBOOK_DAMAGED);
    }
  }

  private static void refuseOthers(ZipFile zip) throws IOException {
    ZipArchiveEntry kind = zip.getEntry("mimetype");
    if (kind != null) {
      try (InputStream in = zip.getInputStream(kind)) {
        String type = new String(in.readNBytes(BUFFER), StandardCharsets.US_ASCII);
        if (type.contains("opendocument")) {
          throw new FileBroken(FileFault.OPEN_DOCUMENT);
        }
      }
    }
    if (zip.getEntry("xl/workbook.bin") != null) {
      throw new FileBroken(FileFault.BINARY_WORKBOOK);
    }
    if (zip.getEntry("Index/Document.iwa") != null) {
      throw new FileBroken(FileFault.OPEN_DOCUMENT);
    }
  }

  /** By the directory at the end, as the workbook is read: a part can hide from any other way. */
  private static void measure(ZipFile zip) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long all = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      boolean strings = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
      long part = 0;
      try (InputStream unpacking = zip.getInputStream(entry)) {
        for (int n = unpacking.read(buffer); n >= 0; n = unpacking.read(buffer)) {
          part += n;
          all += n;
          if (all > Limits.WORKBOOK_TEXT_BYTES
              || (strings && part > Limits.WORKBOOK_STRINGS_BYTES)) {
            throw new FileBroken(FileFault.WORKBOOK_TOO_LARGE);
          }
        }
      }
    }
  }

  private static Book opened(ZipFile zip) throws IOException, XMLStreamException {
    String main = main(zip);
    if (zip.getEntry(main) == null) {
      throw new FileBroken(FileFault.PACKED);
    }
    Map<String, String> parts = sheetParts(zip, main);
    List<Sheet> sheets = new ArrayList<>();
    boolean from1904 = false;
    try (InputStream in = zip.getInputStream(zip.getEntry(main))) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("workbookPr")) {
            from1904 = yes(attribute(xml, "date1904"));
          } else if (xml.getLocalName().equals("sheet")) {
            String part = parts.get(attribute(xml, "id"));
            if (part != null && zip.getEntry(part) != null) {
              String state = attribute(xml, "state");
              sheets.add(
                  new Sheet(
                      attribute(xml, "name"), state.isEmpty() || state.equals("visible"), part));
            }
          }
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new FileBroken(FileFault.WORKBOOK_EMPTY);
    }
    return new Book(zip, sheets, from1904);
  }

  private static String main(ZipFile zip) throws IOException, XMLStreamException {
    return relations(zip, "_rels/.rels", "/officeDocument").values().stream()
        .map(target -> target.startsWith("/") ? target.substring(1) : target)
        .findFirst()
        .orElse("xl/workbook.xml");
  }

  private static Map<String, String> sheetParts(ZipFile zip, String main)
      throws IOException, XMLStreamException {
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Map<String, String> parts = new HashMap<>();
    relations(zip, folder + "_rels/" + main.substring(slash) + ".rels", "/worksheet")
        .forEach((id, target) ->
            parts.put(id, target.startsWith("/") ? target.substring(1) : folder + target));
    return parts;
  }

  private static Map<String, String> relations(ZipFile zip, String part, String kind)
      throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) {
      return targets;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")
            && attribute(xml, "Type").endsWith(kind)) {
          targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
        }
      }
    }
    return targets;
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** The sheet of this name; the first that is shown if it is empty. */
  Sheet sheet(String name) throws FileBroken {
    if (name.isEmpty()) {
      return sheets.stream().filter(Sheet::shown).findFirst().orElseGet(sheets::getFirst);
    }
    return sheets.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FileBroken(FileFault.SHEET_MISSING));
  }

  boolean from1904() {
    return from1904;
  }

  InputStream open(Sheet sheet) throws IOException {
    return zip.getInputStream(zip.getEntry(sheet.part()));
  }

  /** What cells say by number. */
  List<String> strings() throws IOException, XMLStreamException {
    List<String> known = strings;
    if (known == null) {
      Optional<InputStream> part = part("sharedStrings.xml");
      known = new ArrayList<>();
      if (part.isPresent()) {
        try (InputStream in = part.get()) {
          XMLStreamReader xml = reader(in);
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
              known.add(CellText.read(xml, "si"));
            }
          }
        }
      }
      strings = known;
    }
    return known;
  }

  CellFormats formats() throws IOException, XMLStreamException {
    CellFormats known = formats;
    if (known == null) {
      Optional<InputStream> part = part("styles.xml");
      try (InputStream in = part.orElse(InputStream.nullInputStream())) {
        known = part.isPresent() ? CellFormats.read(reader(in)) : CellFormats.NONE;
      }
      formats = known;
    }
    return known;
  }

  private Optional<InputStream> part(String name) throws IOException {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String path = entry.getName();
      if (path.equalsIgnoreCase("xl/" + name) || path.equals(name)) {
        return Optional.of(zip.getInputStream(entry));
      }
    }
    return Optional.empty();
  }

  /** Whether the part of a sheet names merged areas, which stand behind its cells. */
  boolean merges(Sheet sheet) throws IOException {
    byte[] wanted = "mergeCell".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream last = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = open(sheet)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        last.write(buffer, 0, n);
        byte[] seen = last.toByteArray();
        if (new String(seen, StandardCharsets.ISO_8859_1)
            .contains(new String(wanted, StandardCharsets.US_ASCII))) {
          return true;
        }
        last.reset();
        int kept = Math.min(seen.length, wanted.length);
        last.write(seen, seen.length - kept, kept);
      }
    }
    return false;
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return XML.createXMLStreamReader(in);
  }

  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  static boolean yes(String value) {
    return value.equals("1") || value.equals("true");
  }

  /** No other file is read on behalf of a workbook, and nothing in it is replaced by more. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
