package org.entente.formats.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.formats.Entry;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Judges;
import org.entente.formats.Link;
import org.entente.formats.Taken;
import org.entente.formats.Untaken;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is taken of an export of Aleph or OpenSanctions. */
class MoneyReaderTest {
  private static final String PERSONS =
      """
      {"id":"p","schema":"Person","properties":{"name":["Mira Perić"],"alias":["Mirka"],"weakAlias":["M"],"birthDate":["1984-02"],"country":["rs"],"religion":["x"],"addressEntity":["a"]}}
      {"id":"own","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"percentage":["50"]}}
      {"id":"c","schema":"Company","properties":{"name":["Ledger Cases d.o.o."],"registrationNumber":["20111222"],"country":["rs"]}}
      {"id":"pass","schema":"Passport","properties":{"holder":["p"],"number":["012345678"],"country":["rs"]}}
      {"id":"a","schema":"Address","properties":{"street":["Glavna 1"],"city":["Niš"],"country":["rs"]}}
      {"id":"w","schema":"CryptoWallet","properties":{"holder":["p"],"publicKey":["0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"],"currency":["ETH"]}}
      {"id":"s","schema":"Sanction","properties":{"entity":["p"],"authority":["Invented Office"],"program":["XX"]}}
      {"id":"d","schema":"Document","properties":{"fileName":["x.pdf"]}}
      """;

  private static Taken read(String lines) throws IOException {
    return MoneyReader.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void entitiesBecomePersonsAndThingsThatBelongTogether() throws IOException {
    Taken taken = read(PERSONS);

    Entry person = taken.dossier().entries().getFirst();
    assertThat(person.all(ColumnMeaning.ALIAS)).containsExactly("Mirka", "M");
    assertThat(person.weak()).containsExactly("M");
    assertThat(person.standing().note()).contains("Invented Office, XX");
    assertThat(taken.dossier().entries())
        .extracting(Entry::kind)
        .containsExactly(
            SubjectKind.PERSON,
            SubjectKind.ORGANISATION,
            SubjectKind.DOCUMENT,
            SubjectKind.PLACE,
            SubjectKind.WALLET);
    assertThat(taken.dossier().links())
        .containsExactly(
            new Link(0, Link.Kind.LOCATED_AT, 3),
            new Link(0, Link.Kind.OWNS, 1),
            new Link(0, Link.Kind.OWNS, 2),
            new Link(0, Link.Kind.OWNS, 4));
    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .containsExactly("Person.country", "Person.religion", "Ownership.percentage", "Document");
  }

  @Test
  void aPublishedFileComesInWholeWithAListOfWhatWasNotUnderstood() throws IOException {
    Taken taken =
        MoneyReader.read(
            new ByteArrayInputStream(
                Judges.bytes("opensanctions/nomenklatura", "tests/fixtures/donations.ijson")));

    Map<SubjectKind, Integer> kinds = new TreeMap<>();
    taken.dossier().entries().forEach(entry -> kinds.merge(entry.kind(), 1, Integer::sum));
    assertThat(kinds.keySet())
        .containsExactly(SubjectKind.PERSON, SubjectKind.ORGANISATION, SubjectKind.PLACE);
    assertThat(taken.dossier().links())
        .extracting(Link::kind)
        .contains(Link.Kind.PAID, Link.Kind.LOCATED_AT);
    assertThat(taken.untaken()).extracting(Untaken::what).contains("Payment.amountEur");
  }

  /** The model's own file is the judge: no schema and no property is called otherwise there. */
  @Test
  void everySchemaAndPropertyIsOneOfTheModel() throws IOException {
    JsonNode model;
    try (InputStream in =
        Objects.requireNonNull(MoneyReaderTest.class.getResourceAsStream("/defaultModel.json"))) {
      model = JsonMapper.builder().build().readTree(in.readAllBytes()).path("schemata");
    }

    Schemata.kinds().keySet().forEach(schema -> assertThat(model.has(schema)).as(schema).isTrue());
    Schemata.edges()
        .forEach((schema, edge) -> {
          assertThat(model.path(schema).path("edge").path("source").asString(""))
              .as(schema)
              .isEqualTo(edge.from());
          assertThat(model.path(schema).path("edge").path("target").asString(""))
              .as(schema)
              .isEqualTo(edge.to());
        });
    Schemata.fields()
        .keySet()
        .forEach(property ->
            assertThat(model.properties())
                .as(property)
                .anyMatch(schema -> schema.getValue().path("properties").has(property)));
    Schemata.own()
        .keySet()
        .forEach(own ->
            assertThat(
                    property(
                        model,
                        own.substring(0, own.indexOf('.')),
                        own.substring(own.indexOf('.') + 1)))
                .as(own)
                .isTrue());
  }

  private static boolean property(JsonNode model, String schema, String property) {
    if (model.path(schema).path("properties").has(property)) {
      return true;
    }
    for (JsonNode parent : model.path(schema).path("extends").values()) {
      if (property(model, parent.asString(""), property)) {
        return true;
      }
    }
    return false;
  }

  /** One spelling: a file that is read in as a register means the same by the same words. */
  @Test
  void aPropertyMeansWhatItMeansInARegister() throws IOException {
    String properties =
        Schemata.fields().keySet().stream()
            .map(property -> "\"" + property + "\":[\"x\"]")
            .collect(Collectors.joining(","));
    byte[] line =
        ("{\"schema\":\"Person\",\"properties\":{" + properties + "}}")
            .getBytes(StandardCharsets.UTF_8);

    FirstLook look =
        FirstLook.at(
            () -> new ByteArrayInputStream(line),
            new FileLayout(FileLayout.Format.JSON_LINES, "UTF-8", ',', true),
            LocalDate.of(2026, 3, 1));

    assertThat(look.proposed()).containsAllEntriesOf(Schemata.fields());
  }

  @Test
  void aDamagedLineEndsNothingButItself() throws IOException {
    Taken taken =
        read("{\"schema\":\n" + PERSONS + "[]\n{\"schema\":7}\n\n{}\n" + "x".repeat(300_000));

    assertThat(taken.dossier().entries()).hasSize(5);
    assertThat(taken.untaken()).extracting(Untaken::why).contains(Why.DAMAGED, Why.TOO_LARGE);
  }

  @Test
  void aFileWithoutAnEntityIsRefused() {
    assertThatThrownBy(() -> read("{}\n"))
        .isInstanceOfSatisfying(
            FormatBroken.class,
            broken -> assertThat(broken.why()).isEqualTo(FormatFault.NOT_KNOWN));
    assertThatThrownBy(() -> read(""))
        .isInstanceOfSatisfying(
            FormatBroken.class, broken -> assertThat(broken.why()).isEqualTo(FormatFault.EMPTY));
  }
}
