package org.entente.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.ForeignFile;
import org.entente.formats.FormatBroken;
import org.entente.formats.Origin;
import org.entente.formats.Taken;
import org.entente.formats.misp.MispReader;
import org.entente.formats.misp.MispWriter;
import org.entente.formats.money.MoneyReader;
import org.entente.formats.stix.StixReader;
import org.entente.formats.stix.StixWriter;

/**
 * Files in the formats of others: each ends with a dossier or with one reason, and what was taken
 * can leave as STIX and as MISP and comes in again as it was.
 */
final class FormatsTargets {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

  private FormatsTargets() {}

  /** A reader of one format. */
  @FunctionalInterface
  private interface Reader {
    Taken read(InputStream in) throws IOException;
  }

  static List<Target> all() {
    return List.of(
        new Target("formats-stix", input -> feed(input, StixReader::read), List.of(STIX)),
        new Target("formats-misp", input -> feed(input, MispReader::read), List.of(MISP)),
        new Target("formats-money", input -> feed(input, MoneyReader::read), List.of(MONEY)),
        new Target("formats-list", input -> feed(input, ForeignFile::read), List.of(UN, EU, OFAC)));
  }

  private static void feed(byte[] input, Reader reader) throws IOException {
    try {
      leaves(reader.read(new ByteArrayInputStream(input)).dossier());
    } catch (FormatBroken broken) {
      // A file that is not what it seems to be ends with this and nothing else.
      return;
    }
  }

  private static void leaves(Dossier taken) throws IOException {
    if (taken.entries().isEmpty()) {
      return;
    }
    Origin origin =
        new Origin(
            "az.mia", "1", taken.origin().title(), Optional.of(AT), taken.origin().handling());
    Dossier dossier = new Dossier(origin, taken.entries(), taken.links());
    same(dossier, StixReader.read(new ByteArrayInputStream(StixWriter.write(dossier))));
    same(dossier, MispReader.read(new ByteArrayInputStream(MispWriter.write(dossier))));
  }

  private static void same(Dossier dossier, Taken again) {
    if (!told(dossier).equals(told(again.dossier()))) {
      throw new AssertionError("something else came in than left");
    }
  }

  private static List<String> told(Dossier dossier) {
    List<String> told = new ArrayList<>();
    for (Entry entry : dossier.entries()) {
      told.add(entry.kind() + " " + entry.said() + " " + entry.standing().note());
    }
    return told;
  }

  private static final byte[] STIX =
      utf8(
          """
          {"type":"bundle","id":"bundle--1","objects":[
          {"type":"ipv4-addr","id":"ipv4-addr--1","value":"185.4.1.2"},
          {"type":"network-traffic","id":"network-traffic--1","src_ref":"ipv4-addr--1","src_port":5,"start":"2026-02-03T10:22:05Z","protocols":["ipv4"]},
          {"type":"file","id":"file--1","hashes":{"MD5":"9e107d9d372bb6826bd81d3542a419d6"}},
          {"type":"identity","id":"identity--1","identity_class":"individual","name":"Ana Lukić"},
          {"type":"indicator","id":"indicator--1","pattern_type":"stix","pattern":"[domain-name:value = 'a.example' OR url:value IN ('http://b.example/\\\\'')]"},
          {"type":"relationship","id":"relationship--1","relationship_type":"uses","source_ref":"identity--1","target_ref":"ipv4-addr--1"}]}
          """);

  private static final byte[] MISP =
      utf8(
          """
          {"Event":{"info":"x","timestamp":"1","Attribute":[{"type":"domain|ip","value":"a.example|185.4.1.2","uuid":"1"}],
          "Object":[{"name":"person","uuid":"2","Attribute":[{"object_relation":"full-name","type":"full-name","value":"Ana"}],
          "ObjectReference":[{"object_uuid":"2","referenced_uuid":"1","relationship_type":"owns"}]}],"Tag":[{"name":"tlp:red"}]}}
          """);

  private static final byte[] MONEY =
      utf8(
          """
          {"id":"p","schema":"Person","properties":{"name":["Mira"],"weakAlias":["M"],"addressEntity":["a"]}}
          {"id":"a","schema":"Address","properties":{"city":["Niš"],"latitude":["43.3"],"longitude":["21.9"]}}
          {"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"]}}
          """);

  private static final byte[] UN =
      utf8(
          "<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME>"
              + "<SECOND_NAME>B</SECOND_NAME><NAME_ORIGINAL_SCRIPT>B A C oğlu</NAME_ORIGINAL_SCRIPT>"
              + "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>D</ALIAS_NAME></INDIVIDUAL_ALIAS>"
              + "</INDIVIDUAL></CONSOLIDATED_LIST>");

  private static final byte[] EU =
      utf8(
          "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\"><sanctionEntity logicalId=\"1\">"
              + "<subjectType code=\"person\"/><nameAlias wholeName=\"A B\" strong=\"true\"/>"
              + "<birthdate year=\"1977\" monthOfYear=\"9\"/></sanctionEntity></export>");

  private static final byte[] OFAC =
      utf8(
          "<sdnList><sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Vessel</sdnType><idList><id>"
              + "<idType>Vessel Registration Identification</idType><idNumber>IMO 9074729</idNumber>"
              + "</id></idList></sdnEntry></sdnList>");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
