package org.entente.formats.misp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Entry;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Judges;
import org.entente.formats.Link;
import org.entente.formats.Role;
import org.entente.formats.Taken;
import org.entente.formats.Untaken;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;

/** What is taken of an event of MISP, and what its reader is told of the rest. */
class MispReaderTest {
  private static Taken read(String json) throws IOException {
    return MispReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Taken event(String parts) throws IOException {
    return read("{\"Event\":{\"info\":\"Invented\",\"timestamp\":\"1772355600\"," + parts + "}}");
  }

  private static String attribute(String type, String value) {
    return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\",\"uuid\":\"" + value + "\"}";
  }

  @Test
  void aPublishedEventComesInWholeWithAListOfWhatWasNotUnderstood() throws IOException {
    Taken taken =
        MispReader.read(
            new ByteArrayInputStream(
                Judges.bytes("MISP/PyMISP", "tests/mispevent_testfiles/existing_event.json")));

    assertThat(taken.dossier().origin().authority()).isEqualTo("CIRCL");
    assertThat(taken.dossier().entries().stream().filter(e -> e.kind() == SubjectKind.HASH))
        .hasSize(37);
    assertThat(taken.dossier().entries().stream().filter(e -> e.kind() == SubjectKind.WEB))
        .hasSize(18);
    assertThat(taken.dossier().links()).extracting(Link::kind).contains(Link.Kind.CONNECTED);
    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .contains("attribute link", "file.filename", "Event.Galaxy");
  }

  @Test
  void anotherPublishedEventComesInWhole() throws IOException {
    Taken taken =
        MispReader.read(
            new ByteArrayInputStream(
                Judges.bytes("MISP/PyMISP", "tests/57c4445b-c548-4654-af0b-4be3950d210f.json")));

    assertThat(taken.dossier().origin().title()).isEqualTo("Ransomware - Xorist");
    assertThat(taken.dossier().entries()).hasSize(3).allMatch(e -> e.kind() == SubjectKind.HASH);
    assertThat(taken.untaken()).isNotEmpty();
  }

  @Test
  void pairsAreBothOfThemAndLinked() throws IOException {
    Taken taken =
        event(
            "\"Attribute\":["
                + attribute("domain|ip", "a.example|185.4.1.2")
                + ","
                + attribute("ip-src|port", "185.4.1.3|50123")
                + "]");

    assertThat(taken.dossier().entries())
        .extracting(Entry::kind)
        .containsExactly(SubjectKind.WEB, SubjectKind.NETWORK, SubjectKind.NETWORK);
    assertThat(taken.dossier().entries().getLast().one(ColumnMeaning.SOURCE_PORT))
        .isEqualTo("50123");
    assertThat(taken.dossier().links()).containsExactly(new Link(0, Link.Kind.CONNECTED, 1));
  }

  @Test
  void aPersonIsOneEntryAndWhatHasNoFieldIsNamed() throws IOException {
    Taken taken =
        event(
            """
            "Object":[{"name":"person","uuid":"p","Attribute":[
              {"object_relation":"first-name","type":"first-name","value":"Mira"},
              {"object_relation":"last-name","type":"last-name","value":"Perić"},
              {"object_relation":"e-mail","type":"email-src","value":"mira@a.example"},
              {"object_relation":"occupation","type":"text","value":"notary"},
              {"object_relation":"date-of-birth","type":"date-of-birth","value":"1984-02-29"}],
             "ObjectReference":[{"object_uuid":"p","referenced_uuid":"w","relationship_type":"owner-of"},
              {"object_uuid":"p","referenced_uuid":"gone","relationship_type":"owner-of"}]},
             {"name":"coin-address","uuid":"w","Attribute":[
              {"object_relation":"address","type":"btc","value":"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa","to_ids":true}]}]
            """);

    Entry person = taken.dossier().entries().getFirst();
    assertThat(person.kind()).isEqualTo(SubjectKind.PERSON);
    assertThat(person.one(ColumnMeaning.ONLINE)).isEqualTo("mira@a.example");
    assertThat(taken.dossier().entries().getLast().standing().role()).contains(Role.USED);
    assertThat(taken.dossier().links()).containsExactly(new Link(0, Link.Kind.OWNS, 1));
    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .containsExactly("person.occupation", "reference owner-of");
  }

  @Test
  void whatWasDeletedThereIsNotTakenHere() throws IOException {
    Taken taken =
        event(
            "\"Attribute\":[{\"type\":\"domain\",\"value\":\"a.example\",\"deleted\":true},"
                + "{\"type\":\"domain\",\"value\":\"b.example\",\"deleted\":\"1\"}]");

    assertThat(taken.dossier().entries()).isEmpty();
    assertThat(taken.untaken().getFirst().why()).isEqualTo(Why.WITHDRAWN);
    assertThat(taken.untaken().getFirst().times()).isEqualTo(2);
  }

  @Test
  void theAnswerOfASearchIsEveryEventInIt() throws IOException {
    String one =
        "{\"Event\":{\"info\":\"1\",\"Attribute\":[" + attribute("domain", "a.example") + "]}}";
    String two =
        "{\"Event\":{\"info\":\"2\",\"Attribute\":[" + attribute("domain", "b.example") + "]}}";

    assertThat(read("{\"response\":[" + one + "," + two + "]}").dossier().entries()).hasSize(2);
  }

  @Test
  void aRedEventIsNotPassedOn() throws IOException {
    assertThat(event("\"Tag\":[{\"name\":\"tlp:red\"}]").dossier().origin().handling())
        .isEqualTo(Set.of(HandlingCode.H2));
  }

  @Test
  void aWholeNetworkIsNoAddressAndASampleIsNotHeld() throws IOException {
    Taken taken =
        event(
            "\"Attribute\":["
                + attribute("ip-dst", "185.4.0.0/16")
                + ",{\"type\":\"malware-sample\",\"value\":\"x\",\"data\":\""
                + "A".repeat(2 << 20)
                + "\"}]");

    assertThat(taken.dossier().entries()).isEmpty();
    assertThat(taken.untaken()).extracting(Untaken::why).contains(Why.KIND_UNKNOWN, Why.TOO_LARGE);
  }

  @Test
  void aFileWithoutAnEventIsRefused() {
    assertThatThrownBy(() -> read("{\"response\":[]}"))
        .isInstanceOfSatisfying(
            FormatBroken.class,
            broken -> assertThat(broken.why()).isEqualTo(FormatFault.NOT_KNOWN));
  }

  @Test
  void partsThatAreNotWhatTheyHaveToBeDoNotEndTheReading() throws IOException {
    Taken taken =
        event(
            "\"Attribute\":[1,null,[],{\"type\":{}},"
                + attribute("filename|md5", "only")
                + ","
                + attribute("domain|ip", "|")
                + "],\"Object\":[{},{\"name\":\"person\",\"Attribute\":7}],\"Tag\":[3]");

    assertThat(taken.dossier().entries()).isEmpty();
    assertThat(taken.untaken()).hasSizeGreaterThan(3);
  }
}
