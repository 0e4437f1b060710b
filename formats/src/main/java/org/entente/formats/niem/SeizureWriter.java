package org.entente.formats.niem;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/**
 * What an authority seized, as one {@code j:Evidence} of NIEM 6: a firearm and a vehicle with their
 * own elements, everything else as an item with what it is known by.
 *
 * <p><b>Guarantees.</b> The same dossier gives the same bytes, which are valid against the schemas
 * of NIEM. Nothing but what has the role <i>seized</i> is in it.
 *
 * <p><b>Does not guarantee.</b> Whether any of it may leave: that was decided before.
 */
public final class SeizureWriter {
  private static final String JUSTICE =
      "https://docs.oasis-open.org/niemopen/ns/model/domains/justice/6.0/";
  private static final String CORE = "https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** Fields that have an element of their own. */
  private static final Set<ColumnMeaning> NAMED =
      EnumSet.of(
          ColumnMeaning.MAKE,
          ColumnMeaning.MODEL,
          ColumnMeaning.SERIAL,
          ColumnMeaning.CALIBRE,
          ColumnMeaning.VIN);

  private final XMLStreamWriter out;

  private SeizureWriter(XMLStreamWriter out) {
    this.out = out;
  }

  /**
   * Writes what was seized.
   *
   * @throws IllegalArgumentException if nothing in the dossier was
   */
  public static byte[] write(Dossier dossier) {
    List<Entry> seized =
        dossier.entries().stream()
            .filter(entry -> entry.standing().role().filter(r -> r == Role.SEIZED).isPresent())
            .filter(entry -> entry.kind() != SubjectKind.PERSON)
            .toList();
    if (seized.isEmpty()) {
      throw new IllegalArgumentException("nothing was seized");
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new SeizureWriter(out).document(dossier, seized);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Memory does not fail to be written", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void document(Dossier dossier, List<Entry> seized) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement("j", "Evidence", JUSTICE);
    out.writeNamespace("j", JUSTICE);
    out.writeNamespace("nc", CORE);
    out.writeNamespace("xsi", INSTANCE);
    for (Entry entry : seized) {
      item(entry);
    }
    Set<HandlingCode> codes = new TreeSet<>(dossier.origin().handling());
    seized.forEach(entry -> codes.addAll(entry.standing().handling()));
    if (!codes.isEmpty()) {
      String words = codes.stream().map(HandlingCode::code).collect(Collectors.joining(" "));
      text("j", "EvidenceItemText", "Handling codes: " + words + ".");
    }
    out.writeStartElement("j", "EvidenceNumberIdentification", JUSTICE);
    text("nc", "IdentificationID", dossier.origin().reference());
    text("nc", "IdentificationIssuerText", dossier.origin().authority());
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void item(Entry entry) throws XMLStreamException {
    out.writeStartElement("j", "EvidenceItem", JUSTICE);
    switch (entry.kind()) {
      case FIREARM -> out.writeAttribute("xsi", INSTANCE, "type", "j:FirearmType");
      case VEHICLE -> out.writeAttribute("xsi", INSTANCE, "type", "nc:VehicleType");
      default -> {}
    }
    text("nc", "ItemDescriptionText", entry.kind().code());
    if (entry.standing().note().isPresent()) {
      text("nc", "ItemDescriptionText", entry.standing().note().get());
    }
    each(entry, ColumnMeaning.MAKE, "ItemMakeName");
    each(entry, ColumnMeaning.MODEL, "ItemModelName");
    for (Map.Entry<ColumnMeaning, List<String>> field : entry.said().entrySet()) {
      if (!NAMED.contains(field.getKey())) {
        for (String value : field.getValue()) {
          identification("ItemOtherIdentification", value, field.getKey().code());
        }
      }
    }
    for (String serial : entry.all(ColumnMeaning.SERIAL)) {
      identification("ItemSerialIdentification", serial, "");
    }
    if (entry.kind() == SubjectKind.VEHICLE) {
      for (String vin : entry.all(ColumnMeaning.VIN)) {
        identification("VehicleIdentification", vin, "");
      }
    }
    if (entry.kind() == SubjectKind.FIREARM) {
      for (String calibre : entry.all(ColumnMeaning.CALIBRE)) {
        text("j", "FirearmBoreSizeText", calibre);
      }
    }
    out.writeEndElement();
  }

  private void each(Entry entry, ColumnMeaning field, String name) throws XMLStreamException {
    for (String value : entry.all(field)) {
      text("nc", name, value);
    }
  }

  private void identification(String name, String value, String category)
      throws XMLStreamException {
    out.writeStartElement("nc", name, CORE);
    text("nc", "IdentificationID", value);
    if (!category.isEmpty()) {
      text("nc", "IdentificationCategoryDescriptionText", category);
    }
    out.writeEndElement();
  }

  private void text(String prefix, String name, String value) throws XMLStreamException {
    out.writeStartElement(prefix, name, prefix.equals("j") ? JUSTICE : CORE);
    // Two code points that no document of XML may hold.
    out.writeCharacters(Saying.line(value).replaceAll("[\\uFFFE\\uFFFF]", ""));
    out.writeEndElement();
  }
}
