package org.entente.formats.stix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Entry;
import org.entente.formats.Link;
import org.entente.formats.NamedUuid;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import tools.jackson.databind.JsonNode;

/**
 * What police say of a thing and STIX has no words for, as an extension of the grouping that holds
 * a dossier together: each entry with its fields, role, evaluation and handling, and the links. Who
 * does not know the extension reads the observables all the same.
 */
final class StixExtension {
  static final String ID = "extension-definition--" + NamedUuid.of("stix extension 1");

  private StixExtension() {}

  /** The object that defines the extension. */
  static Map<String, Object> definition(String author, String time) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "extension-definition");
    object.put("spec_version", "2.1");
    object.put("id", ID);
    object.put("created_by_ref", author);
    object.put("created", time);
    object.put("modified", time);
    object.put("name", "Entente: persons and things as police tell of them");
    object.put(
        "schema",
        "On a grouping: entries (object_ref, kind, said, role, evaluation, handling, as_of, note)"
            + " and links (from, kind, to, counted from 0), with the codes of the protocol's part on"
            + " persons and things. As an object: police-thing with kind and known_by.");
    object.put("version", "1.0.0");
    object.put("extension_types", List.of("property-extension", "new-sco"));
    return object;
  }

  static Map<String, Object> of(List<Entry> entries, List<String> objects, List<Link> links) {
    List<Map<String, Object>> told = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      told.add(entry(entries.get(i), objects.get(i)));
    }
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("extension_type", "property-extension");
    extension.put("entries", told);
    if (!links.isEmpty()) {
      extension.put(
          "links",
          links.stream()
              .map(link -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("from", link.from());
                each.put("kind", link.kind().code());
                each.put("to", link.to());
                return each;
              })
              .toList());
    }
    return extension;
  }

  private static Map<String, Object> entry(Entry entry, String object) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("object_ref", object);
    told.put("kind", entry.kind().code());
    List<Map<String, Object>> said = new ArrayList<>();
    entry
        .said()
        .forEach((field, values) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          each.put("field", field.code());
          each.put("values", values);
          said.add(each);
        });
    told.put("said", said);
    if (!entry.weak().isEmpty()) {
      told.put("weak", entry.weak().stream().sorted().toList());
    }
    Standing standing = entry.standing();
    standing.role().ifPresent(role -> told.put("role", role.code()));
    standing.evaluation().ifPresent(evaluation -> told.put("evaluation", evaluation.code()));
    if (!standing.handling().isEmpty()) {
      told.put("handling", standing.handling().stream().map(HandlingCode::code).toList());
    }
    standing.asOf().ifPresent(asOf -> told.put("as_of", asOf));
    standing.note().ifPresent(note -> told.put("note", note));
    return told;
  }

  /**
   * Takes the entries and links of a grouping that has the extension.
   *
   * @return whether it has
   */
  static boolean take(JsonNode grouping, Taking taking) {
    JsonNode extension = grouping.path("extensions").path(ID);
    if (!extension.path("entries").isArray()) {
      return false;
    }
    List<Integer> places = new ArrayList<>();
    for (JsonNode told : extension.path("entries").values()) {
      places.add(take(told, taking, grouping.path("id").asString("")));
    }
    for (JsonNode link : extension.path("links").values()) {
      int from = place(places, link.path("from").asString(""));
      int to = place(places, link.path("to").asString(""));
      Optional<Link.Kind> kind = Link.Kind.ofCode(link.path("kind").asString(""));
      if (from >= 0 && to >= 0 && kind.isPresent()) {
        taking.link(from, kind.get(), to);
      } else {
        taking.left(Why.LINK_OPEN, "link", grouping.path("id").asString(""));
      }
    }
    return true;
  }

  private static int place(List<Integer> places, String written) {
    return written.matches("[0-9]{1,6}") && Integer.parseInt(written) < places.size()
        ? places.get(Integer.parseInt(written))
        : -1;
  }

  /** The place of an entry in the dossier, or -1 if it was not taken. */
  private static int take(JsonNode told, Taking taking, String where) {
    String reference = told.path("object_ref").asString("");
    Optional<SubjectKind> kind = SubjectKind.ofCode(told.path("kind").asString(""));
    if (kind.isEmpty()) {
      taking.left(Why.KIND_UNKNOWN, told.path("kind").asString(""), where);
      return -1;
    }
    Saying saying = new Saying(taking, reference);
    for (JsonNode field : told.path("said").values()) {
      String code = field.path("field").asString("");
      Optional<ColumnMeaning> meaning = ColumnMeaning.ofCode(code);
      if (meaning.isEmpty()) {
        taking.left(Why.FIELD_UNKNOWN, code, reference);
        continue;
      }
      field.path("values").values().forEach(value -> saying.say(meaning.get(), value.asString("")));
    }
    told.path("weak").values().forEach(weak -> saying.weak(weak.asString("")));
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, kind.get().code(), reference);
      return -1;
    }
    return taking.addApart(reference, saying.entry(kind.get(), standing(told))).orElse(-1);
  }

  private static Standing standing(JsonNode told) {
    Set<HandlingCode> handling = EnumSet.noneOf(HandlingCode.class);
    told.path("handling")
        .values()
        .forEach(code -> HandlingCode.ofCode(code.asString("")).ifPresent(handling::add));
    Standing bare =
        new Standing(
            Role.ofCode(told.path("role").asString("")),
            Evaluation.ofCode(told.path("evaluation").asString("")),
            handling,
            Optional.of(told.path("as_of").asString(""))
                .filter(day -> day.matches("[0-9]{4}(-[0-9]{2}){0,2}")),
            Optional.empty());
    String note = told.path("note").asString("");
    return note.isBlank() ? bare : bare.noted(note.strip());
  }
}
