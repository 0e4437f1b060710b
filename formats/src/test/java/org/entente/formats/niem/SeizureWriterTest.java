package org.entente.formats.niem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Judges;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Samples;
import org.entente.formats.Standing;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** What a records system is handed of a seizure. */
class SeizureWriterTest {
  private static final String MODEL = "niemopen/niem-model";

  /** The file of this code list is not in the public repository. */
  private static final String NCIC =
      "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
          + " targetNamespace=\"https://docs.oasis-open.org/niemopen/ns/model/codes/ncic/6.0/\">"
          + Stream.of("ECRCodeType", "SMTCodeType", "VCOCodeType")
              .map(type ->
                  "<xs:complexType name=\""
                      + type
                      + "\"><xs:simpleContent><xs:extension base=\"xs:token\"/></xs:simpleContent>"
                      + "</xs:complexType>")
              .collect(Collectors.joining())
          + "</xs:schema>";

  @TempDir private static Path folder = Path.of("");

  private static Dossier dossier() {
    return new Dossier(
        new Origin("az.mia", "2026-17", "", Optional.of(Samples.AT), Set.of(HandlingCode.H1)),
        List.of(
            new Entry(
                "",
                SubjectKind.FIREARM,
                Map.of(
                    ColumnMeaning.MAKE, List.of("Zastava & Co"),
                    ColumnMeaning.MODEL, List.of("M70"),
                    ColumnMeaning.CALIBRE, List.of("7,62 x 39"),
                    ColumnMeaning.SERIAL, List.of("K-12?45")),
                Set.of(),
                Standing.in(Role.SEIZED).noted("In the boot.")),
            new Entry(
                "",
                SubjectKind.VEHICLE,
                Map.of(
                    ColumnMeaning.PLATE, List.of("BG 1234-ŠĆ"),
                    ColumnMeaning.VIN, List.of("WVWZZZ1JZXW000001")),
                Set.of(),
                Standing.in(Role.SEIZED)),
            Samples.one(
                SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER, "490154203237518", Role.SEIZED),
            Samples.one(SubjectKind.PERSON, ColumnMeaning.NAME, "Ana Lukić", Role.SUSPECT),
            Samples.one(SubjectKind.PHONE, ColumnMeaning.PHONE, "+381641234567", Role.USED)),
        List.of());
  }

  @Test
  void aSeizureIsValidAgainstTheSchemasOfNiem() throws Exception {
    Schema schema = schema();
    String text = new String(SeizureWriter.write(dossier()), StandardCharsets.UTF_8);

    schema.newValidator().validate(source(text));

    assertThatThrownBy(() ->
            schema
                .newValidator()
                .validate(source(text.replace("FirearmBoreSizeText", "FirearmInvented"))))
        .isInstanceOf(SAXException.class);
  }

  private static StAXSource source(String text) throws XMLStreamException {
    return new StAXSource(
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text)));
  }

  private static Schema schema() throws IOException, SAXException {
    for (String file : Judges.files(MODEL)) {
      Path to = folder.resolve(file);
      Files.createDirectories(to.getParent());
      Files.write(to, Judges.bytes(MODEL, file));
    }
    Files.writeString(folder.resolve("xsd/codes/ncic.xsd"), NCIC);
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    return factory.newSchema(folder.resolve("xsd/domains/justice.xsd").toFile());
  }

  @Test
  void onlyWhatWasSeizedIsInIt() {
    String text = new String(SeizureWriter.write(dossier()), StandardCharsets.UTF_8);

    assertThat(text)
        .contains("Zastava &amp; Co", "K-12?45", "BG 1234-ŠĆ", "490154203237518", "In the boot.")
        .contains("Handling codes: H1.")
        .doesNotContain("Lukić", "381641234567");
    assertThat(SeizureWriter.write(dossier())).isEqualTo(SeizureWriter.write(dossier()));
  }

  @Test
  void aDossierInWhichNothingWasSeizedIsRefused() {
    Dossier none =
        new Dossier(
            dossier().origin(),
            List.of(
                Samples.one(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "a.example", Role.USED)),
            List.of());

    assertThatThrownBy(() -> SeizureWriter.write(none))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
