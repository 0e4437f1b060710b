package org.entente.node.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to records as bytes, before it is sealed. Written and read by this node only. */
final class RecordJson {
  private static final TypeReference<LinkedHashMap<String, List<String>>> WRITTEN =
      new TypeReference<>() {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private RecordJson() {}

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
