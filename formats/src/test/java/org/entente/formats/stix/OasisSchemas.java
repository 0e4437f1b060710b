package org.entente.formats.stix;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.formats.Judges;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of OASIS, object by object: their schema of bundles refuses groupings, notes and
 * locations that are valid alone.
 */
final class OasisSchemas {
  private static final String AT =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private static final Map<String, Set<String>> FOLDERS =
      Map.of(
          "sdos",
          Set.of("identity", "location", "grouping", "indicator", "observed-data", "report"),
          "sros",
          Set.of("relationship"),
          "common",
          Set.of("marking-definition", "extension-definition"),
          "observables",
          Set.of(
              "ipv4-addr",
              "ipv6-addr",
              "domain-name",
              "url",
              "email-addr",
              "file",
              "user-account",
              "mac-addr",
              "network-traffic"));

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          builder ->
              builder.schemas(iri ->
                  iri.startsWith(AT)
                      ? Judges.text(
                          "oasis-open/cti-stix2-json-schemas",
                          "schemas/" + iri.substring(AT.length()))
                      : null));

  /** The types that were judged. */
  final Set<String> judged = new TreeSet<>();

  OasisSchemas() {
    // Where they are not here the test is skipped, before a validator looks for them.
    Judges.bytes("oasis-open/cti-stix2-json-schemas", "schemas/common/core.json");
  }

  /** What the schemas say against an object. */
  List<String> faults(JsonNode object) {
    String type = object.path("type").asString("");
    judged.add(type);
    String file =
        FOLDERS.entrySet().stream()
            .filter(folder -> folder.getValue().contains(type))
            .map(folder -> folder.getKey() + "/" + type)
            .findFirst()
            .orElse("common/cyber-observable-core");
    List<String> faults = new ArrayList<>();
    for (Error error :
        REGISTRY.getSchema(SchemaLocation.of(AT + file + ".json")).validate(object)) {
      faults.add(type + " " + error.getInstanceLocation() + " " + error.getMessage());
    }
    return faults;
  }
}
