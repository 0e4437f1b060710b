package org.entente.node.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Subject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records as bytes, before they are sealed. Written and read by this node only. */
final class RecordJson {
  private static final TypeReference<LinkedHashMap<String, List<String>>> WRITTEN =
      new TypeReference<>() {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private RecordJson() {}

  private record Content(
      String kind, Subject subject, String key, Map<String, List<String>> written) {}

  private record Summary(String kind, Subject subject) {}

  static byte[] bytes(Described described) {
    return MAPPER.writeValueAsBytes(
        new Content(
            described.kind().code(), described.subject(), described.key(), described.written()));
  }

  static Described described(byte[] bytes) {
    JsonNode content = MAPPER.readTree(bytes);
    return new Described(
        subject(content),
        content.path("key").asString(""),
        MAPPER.convertValue(content.path("written"), WRITTEN));
  }

  /** The part that comparing needs. */
  static byte[] summary(Subject subject) {
    return MAPPER.writeValueAsBytes(new Summary(SubjectKind.of(subject).code(), subject));
  }

  static Subject subject(byte[] summary) {
    return subject(MAPPER.readTree(summary));
  }

  private static Subject subject(JsonNode node) {
    SubjectKind kind = SubjectKind.ofCode(node.path("kind").asString("")).orElseThrow();
    return MAPPER.treeToValue(node.path("subject"), kind.type());
  }

  static Map<String, List<String>> cells(byte[] bytes) {
    return MAPPER.readValue(bytes, WRITTEN);
  }

  static byte[] any(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static <T> T any(byte[] bytes, Class<T> type) {
    return MAPPER.readValue(bytes, type);
  }
}
