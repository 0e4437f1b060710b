package org.entente.formats.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Link;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import tools.jackson.databind.JsonNode;

/** Objects of a bundle that are a person or thing themselves. */
final class StixObjects {
  /** Properties that every object has and that say nothing of a thing. */
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "id",
          "spec_version",
          "created",
          "modified",
          "created_by_ref",
          "object_marking_refs",
          "revoked",
          "defanged");

  private final Taking taking;
  private final StixMarkings markings;

  StixObjects(Taking taking, StixMarkings markings) {
    this.taking = taking;
    this.markings = markings;
  }

  private static String type(JsonNode object) {
    return object.path("type").asString("");
  }

  private static String id(JsonNode object) {
    return object.path("id").asString("");
  }

  void observable(JsonNode object) {
    Optional<SubjectKind> kind = Observables.kind(type(object));
    if (kind.isEmpty()) {
      taking.left(Why.KIND_UNKNOWN, type(object), id(object));
      return;
    }
    Saying saying = new Saying(taking, id(object));
    Observables.say(object, saying);
    keep(object, kind.get(), saying, Optional.empty(), Observables.understood(type(object)));
  }

  void identity(JsonNode object) {
    SubjectKind kind =
        switch (object.path("identity_class").asString("")) {
          case "individual" -> SubjectKind.PERSON;
          case "organization", "group" -> SubjectKind.ORGANISATION;
          default -> null;
        };
    if (kind == null) {
      taking.left(
          Why.KIND_UNKNOWN,
          "identity " + object.path("identity_class").asString("unknown"),
          id(object));
      return;
    }
    Saying saying =
        new Saying(taking, id(object))
            .say(ColumnMeaning.NAME, object.path("name").asString(""))
            .note(object.path("description").asString(""))
            .note(object.path("contact_information").asString(""));
    keep(
        object,
        kind,
        saying,
        Optional.empty(),
        Set.of("name", "identity_class", "description", "contact_information"));
  }

  /** A threat actor is a person where it says so; else whoever stands behind it. */
  void actor(JsonNode object) {
    boolean alone = object.path("resource_level").asString("").equals("individual");
    Saying saying =
        new Saying(taking, id(object))
            .say(ColumnMeaning.NAME, object.path("name").asString(""))
            .note(object.path("description").asString(""));
    ColumnMeaning other = alone ? ColumnMeaning.ALIAS : ColumnMeaning.NAME;
    object.path("aliases").values().forEach(alias -> saying.say(other, alias.asString("")));
    keep(
        object,
        alone ? SubjectKind.PERSON : SubjectKind.ORGANISATION,
        saying,
        Optional.of(Role.SUSPECT),
        Set.of("name", "description", "aliases", "resource_level"));
  }

  void location(JsonNode object) {
    Saying saying =
        new Saying(taking, id(object))
            .say(ColumnMeaning.PLACE_NAME, place(object))
            .say(ColumnMeaning.COUNTRY, object.path("country").asString(""))
            .note(object.path("description").asString(""));
    String latitude = object.path("latitude").asString("");
    if (!latitude.isEmpty()) {
      saying.say(ColumnMeaning.COORDINATES, latitude + "," + object.path("longitude").asString(""));
    }
    if (saying.nothing()) {
      saying.say(ColumnMeaning.PLACE_NAME, object.path("region").asString(""));
    }
    keep(
        object,
        SubjectKind.PLACE,
        saying,
        Optional.empty(),
        Set.of(
            "name",
            "street_address",
            "postal_code",
            "city",
            "administrative_area",
            "country",
            "description",
            "latitude",
            "longitude",
            "region"));
  }

  private static String place(JsonNode object) {
    List<String> parts = new ArrayList<>();
    for (String part :
        List.of("name", "street_address", "postal_code", "city", "administrative_area")) {
      String value = object.path(part).asString("");
      if (!value.isBlank() && !parts.contains(value)) {
        parts.add(value);
      }
    }
    return String.join(", ", parts);
  }

  /** A file is known by each of its digests. */
  void file(JsonNode object) {
    List<Integer> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> hash : object.path("hashes").properties()) {
      if (!Observables.hash(hash.getKey())) {
        taking.left(Why.FIELD_UNKNOWN, "file.hashes." + hash.getKey(), id(object));
        continue;
      }
      Saying saying =
          new Saying(taking, id(object))
              .say(ColumnMeaning.FILE_HASH, hash.getValue().asString(""))
              .note(object.path("name").asString(""));
      if (!saying.nothing()) {
        taking
            .add(id(object), saying.entry(SubjectKind.HASH, standing(object, Optional.empty())))
            .ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      taking.left(Why.NOTHING_SAID, "file", id(object));
    }
    same(found);
    fields(object, Set.of("hashes", "name"));
  }

  private void same(List<Integer> found) {
    for (int i = 1; i < found.size(); i++) {
      taking.link(found.getFirst(), Link.Kind.SAME_AS, found.get(i));
    }
  }

  private void keep(
      JsonNode object,
      SubjectKind kind,
      Saying saying,
      Optional<Role> role,
      Set<String> understood) {
    fields(object, understood);
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, type(object), id(object));
      return;
    }
    taking.add(id(object), saying.entry(kind, standing(object, role)));
  }

  Standing standing(JsonNode object, Optional<Role> role) {
    Set<HandlingCode> handling = markings.of(object);
    return new Standing(role, Optional.empty(), handling, Optional.empty(), Optional.empty());
  }

  void fields(JsonNode object, Set<String> understood) {
    object
        .propertyNames()
        .forEach(name -> {
          if (!COMMON.contains(name) && !understood.contains(name)) {
            taking.left(Why.FIELD_UNKNOWN, type(object) + "." + name, id(object));
          }
        });
  }
}
