package org.entente.formats.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Entry;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Judges;
import org.entente.formats.Link;
import org.entente.formats.Taken;
import org.entente.formats.Untaken;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of a threat platform's file, and what its reader is told of the rest. */
class StixReaderTest {
  private static final String ID = "--3f1c7d9e-6f0a-4c55-8b1a-5d1e6b7c8d9";

  private static Taken read(String json) throws IOException {
    return StixReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Taken bundle(String... objects) throws IOException {
    return read(
        "{\"type\":\"bundle\",\"id\":\"bundle"
            + ID
            + "0\",\"objects\":["
            + String.join(",", objects)
            + "]}");
  }

  private static String object(String type, int number, String rest) {
    return "{\"type\":\"%s\",\"spec_version\":\"2.1\",\"id\":\"%s%s%s\",%s}"
        .formatted(type, type, ID, number, rest);
  }

  private static String indicator(int number, String pattern) {
    return object(
        "indicator",
        number,
        "\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-01T00:00:00Z\",\"pattern\":\""
            + pattern.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"");
  }

  @Test
  void aPublishedReportComesInWholeWithAListOfWhatWasNotUnderstood() throws IOException {
    Taken taken =
        StixReader.read(
            new ByteArrayInputStream(
                Judges.bytes(
                    "oasis-open/cti-stix2-json-schemas", "examples/threat-reports/apt1.json")));

    assertThat(taken.dossier().entries()).hasSize(15);
    assertThat(taken.dossier().entries().stream().filter(e -> e.kind() == SubjectKind.WEB))
        .extracting(entry -> entry.one(ColumnMeaning.WEB_ADDRESS))
        .containsExactly("hugesoft.org", "arrowservice.net", "msnhome.org");
    assertThat(taken.dossier().origin().title()).contains("APT1");
    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .contains("malware", "tool", "attack-pattern", "pattern of a whole network");
  }

  @Test
  void anotherPublishedReportComesInWhole() throws IOException {
    Taken taken =
        StixReader.read(
            new ByteArrayInputStream(
                Judges.bytes(
                    "oasis-open/cti-stix2-json-schemas",
                    "examples/threat-reports/poisonivy.json")));

    assertThat(taken.dossier().entries()).hasSizeGreaterThan(20);
    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .contains("malware", "vulnerability", "campaign", "relationship indicates");
  }

  @Test
  void aPatternOfAlternativesIsEachOfThem() throws IOException {
    Taken taken =
        bundle(
            indicator(
                1,
                "[ipv4-addr:value = '185.4.1.2' OR ipv4-addr:value IN ('185.4.1.3','185.4.1.4')] OR"
                    + " [file:hashes.'SHA-256' = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']"
                    + " OR [url:value = 'http://a.example/it\\'s']"));

    assertThat(taken.dossier().entries())
        .extracting(entry -> entry.said().values().iterator().next().getFirst())
        .containsExactly(
            "185.4.1.2",
            "185.4.1.3",
            "185.4.1.4",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "http://a.example/it's");
    assertThat(taken.untaken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ipv4-addr:value != '185.4.1.2']",
        "[ipv4-addr:value ISSUBSET '185.4.1.0/24']",
        "[domain-name:value LIKE '%.example']",
        "[NOT domain-name:value = 'a.example']",
        "[domain-name:value NOT = 'a.example']",
        "[domain-name:value = 'a.example' AND ipv4-addr:value = '185.4.1.2']",
        "[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']",
        "[domain-name:value = 'a.example'] WITHIN 5 SECONDS",
        "[domain-name:value = 'a.example",
        "[domain-name:value > 'a.example']",
        ""
      })
  void aPatternThatSaysMoreIsNotTakenAsIfItSaidLess(String pattern) throws IOException {
    Taken taken = bundle(indicator(1, pattern));

    assertThat(taken.dossier().entries()).isEmpty();
    assertThat(taken.untaken()).extracting(Untaken::why).containsExactly(Why.PATTERN_TOO_RICH);
  }

  @Test
  void aSourceGetsItsPortAndTimeAndWhomItCalled() throws IOException {
    Taken taken =
        bundle(
            object(
                "network-traffic",
                3,
                "\"src_ref\":\"ipv4-addr%s1\",\"dst_ref\":\"ipv6-addr%s2\",\"src_port\":50123,\"start\":\"2026-02-03T10:22:05Z\",\"protocols\":[\"ipv4\"]"
                    .formatted(ID, ID)),
            object("ipv4-addr", 1, "\"value\":\"185.4.1.2\""),
            object("ipv6-addr", 2, "\"value\":\"2001:db8::7\""));

    Entry source = taken.dossier().entries().getFirst();
    assertThat(source.one(ColumnMeaning.SOURCE_PORT)).isEqualTo("50123");
    assertThat(source.one(ColumnMeaning.SEEN_AT)).isEqualTo("2026-02-03T10:22:05Z");
    assertThat(taken.dossier().links())
        .containsExactly(new Link(0, Link.Kind.COMMUNICATED_WITH, 1));
  }

  @Test
  void twoPersonsOfOneNameStayTwoAndOneAddressStaysOne() throws IOException {
    String person = "\"identity_class\":\"individual\",\"name\":\"Ana Lukić\"";
    Taken taken =
        bundle(
            object("identity", 1, person),
            object("identity", 2, person),
            object("domain-name", 3, "\"value\":\"a.example\""),
            indicator(4, "[domain-name:value = 'A.example']"));

    assertThat(taken.dossier().entries())
        .extracting(Entry::kind)
        .containsExactly(SubjectKind.PERSON, SubjectKind.PERSON, SubjectKind.WEB);
  }

  @Test
  void aMarkingOfAmberIsNotPassedOnWithoutAsking() throws IOException {
    Taken taken =
        bundle(
            object(
                "domain-name",
                1,
                "\"value\":\"a.example\",\"object_marking_refs\":[\"marking-definition--f88d31f6-486f-44da-b317-01333bde0b82\"]"));

    assertThat(taken.dossier().entries().getFirst().standing().handling())
        .isEqualTo(Set.of(HandlingCode.H2));
  }

  @Test
  void theLaterOfTwoVersionsCountsAndOneThatWasWithdrawnDoesNot() throws IOException {
    String first = "\"modified\":\"2026-01-01T00:00:00.000Z\",";
    String later = "\"modified\":\"2026-01-02T00:00:00.000Z\",";
    String place = "\"country\":\"RS\",\"name\":";
    Taken taken =
        bundle(
            object("location", 1, later + place + "\"Niš\""),
            object("location", 1, first + place + "\"Nis\""),
            object("location", 2, first + "\"revoked\":true," + place + "\"Pirot\""));

    assertThat(taken.dossier().entries())
        .extracting(entry -> entry.one(ColumnMeaning.PLACE_NAME))
        .containsExactly("Niš");
    assertThat(taken.untaken()).extracting(Untaken::why).containsExactly(Why.WITHDRAWN);
  }

  @Test
  void aLinkToWhatWasNotTakenIsNamed() throws IOException {
    Taken taken =
        bundle(
            object("domain-name", 1, "\"value\":\"a.example\""),
            object("malware", 2, "\"name\":\"x\",\"is_family\":false"),
            object(
                "relationship",
                3,
                "\"relationship_type\":\"uses\",\"source_ref\":\"malware%s2\",\"target_ref\":\"domain-name%s1\""
                    .formatted(ID, ID)));

    assertThat(taken.untaken())
        .extracting(Untaken::what)
        .containsExactly("malware", "relationship uses");
  }

  @Test
  void aFileThatIsNoBundleIsRefusedWithItsReason() {
    assertThat(fault("[1]")).isEqualTo(FormatFault.NOT_KNOWN);
    assertThat(fault("")).isEqualTo(FormatFault.EMPTY);
    assertThat(fault("{\"type\":\"bundle\",\"objects\":[")).isEqualTo(FormatFault.DAMAGED);
    assertThat(fault("{\"type\":\"bundle\",\"type\":\"bundle\"}")).isEqualTo(FormatFault.DAMAGED);
    assertThat(fault("{\"type\":\"bundle\",\"spec_version\":\"2.0\"}"))
        .isEqualTo(FormatFault.OLDER_VERSION);
    assertThat(fault("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"))
        .isEqualTo(FormatFault.TOO_LARGE);
    assertThat(fault("{\"a\":\"" + "x".repeat(17 << 20) + "\"}")).isEqualTo(FormatFault.TOO_LARGE);
  }

  private static FormatFault fault(String json) {
    FormatFault[] fault = new FormatFault[1];
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(FormatBroken.class, broken -> fault[0] = broken.why());
    return fault[0];
  }

  @Test
  void partsThatAreNotWhatTheyHaveToBeDoNotEndTheReading() throws IOException {
    Taken taken =
        bundle(
            "17",
            "null",
            "{\"type\":[],\"id\":{}}",
            object("ipv4-addr", 1, "\"value\":{\"x\":1}"),
            object("file", 2, "\"hashes\":[1]"),
            object("relationship", 3, "\"source_ref\":7"),
            object("domain-name", 4, "\"value\":\"" + "a".repeat(3_000) + "\""),
            object("note", 5, "\"object_refs\":\"x\""),
            object("domain-name", 6, "\"value\":\"last.example\""));

    assertThat(taken.dossier().entries()).hasSize(1);
    assertThat(taken.untaken()).hasSizeGreaterThan(5);
    assertThat(List.copyOf(taken.untaken())).allMatch(untaken -> untaken.what().length() < 100);
  }
}
