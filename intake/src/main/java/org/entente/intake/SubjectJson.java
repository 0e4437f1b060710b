package org.entente.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.subject.Subject;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Subjects as bytes, to be sealed and read again by the node that wrote them. */
public final class SubjectJson {
  private static final TypeReference<LinkedHashMap<String, List<String>>> WRITTEN =
      new TypeReference<>() {};

  private static final TypeReference<List<Note>> NOTES = new TypeReference<>() {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private SubjectJson() {}

  /** Of a row that was understood whole nothing is said, as before notes were taken. */
  private record Whole(
      String kind,
      Subject subject,
      String key,
      Map<String, List<String>> written,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Note> notes) {}

  private record Bare(String kind, Subject subject) {}

  /** A subject with the row that it was read from. */
  public static byte[] bytes(Described described) {
    return MAPPER.writeValueAsBytes(
        new Whole(
            described.kind().code(),
            described.subject(),
            described.key(),
            described.written(),
            described.notes()));
  }

  /** The subject of {@link #bytes(Described)}. */
  public static Described described(byte[] bytes) {
    JsonNode whole = MAPPER.readTree(bytes);
    return new Described(
        subject(whole),
        whole.path("key").asString(""),
        MAPPER.convertValue(whole.path("written"), WRITTEN),
        whole.has("notes") ? MAPPER.convertValue(whole.path("notes"), NOTES) : List.of());
  }

  /** A subject alone: the part that comparing needs. */
  public static byte[] bytes(Subject subject) {
    return MAPPER.writeValueAsBytes(new Bare(SubjectKind.of(subject).code(), subject));
  }

  /** The subject of {@link #bytes(Subject)}. */
  public static Subject subject(byte[] bytes) {
    return subject(MAPPER.readTree(bytes));
  }

  private static Subject subject(JsonNode node) {
    SubjectKind kind = SubjectKind.ofCode(node.path("kind").asString("")).orElseThrow();
    return MAPPER.treeToValue(node.path("subject"), kind.type());
  }
}
