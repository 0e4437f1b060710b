package org.entente.formats.misp;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Link;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taken;
import org.entente.formats.Taking;
import org.entente.formats.Tlp;
import org.entente.formats.Untaken.Why;
import org.entente.formats.json.JsonWalk;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events of MISP as a dossier: one, or the answer of a search with several.
 *
 * <p><b>Guarantees.</b> Everything in the file is an entry, a link, part of one, or named among
 * what was not taken. What was deleted there is not taken.
 */
public final class MispReader implements JsonWalk.Visitor {
  private static final String PAIRED = "the other half of ";

  /** Parts of an event that are looked at one by one. */
  private static final Set<String> LISTS = Set.of("Attribute", "Object", "Tag");

  /** Facts about the event itself, or about the instance that wrote it. */
  private static final Set<String> OWN =
      Set.of(
          "id",
          "date",
          "published",
          "threat_level_id",
          "analysis",
          "timestamp",
          "publish_timestamp",
          "first_publication",
          "org_id",
          "orgc_id",
          "attribute_count",
          "distribution",
          "sharing_group_id",
          "extends_uuid",
          "locked",
          "proposal_email_lock",
          "disable_correlation",
          "event_creator_email",
          "protected",
          "Org",
          "RelatedEvent",
          "SharingGroup");

  private final Taking taking = new Taking();
  private final List<JsonNode> references = new ArrayList<>();
  private final Set<HandlingCode> handling = EnumSet.noneOf(HandlingCode.class);
  private final StringBuilder title = new StringBuilder();
  private String authority = "";
  private String date = "";
  private String reference = "";
  private boolean event;

  private MispReader() {}

  /**
   * Reads events. The stream is read to its end and not closed.
   *
   * @throws FormatBroken if it holds none, breaks off or is too large
   */
  public static Taken read(InputStream in) throws IOException {
    MispReader reader = new MispReader();
    JsonWalk.walk(in, reader);
    if (!reader.event) {
      throw new FormatBroken(FormatFault.NOT_KNOWN);
    }
    reader.references.forEach(reader::link);
    return reader.taking.taken(
        Format.MISP,
        new Origin(
            Origin.line(reader.authority),
            Origin.line(reader.reference),
            Origin.line(reader.title.toString()),
            reader.made(),
            reader.handling));
  }

  private Optional<Instant> made() {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(date)));
    } catch (NumberFormatException | DateTimeException none) {
      return Optional.empty();
    }
  }

  /** Where an event is: some writers leave its name out. */
  private static final Pattern EVENT = Pattern.compile("(?:/response(?:\\[])?)?(?:/Event)?");

  private static final Pattern PART = Pattern.compile("(?:/response(?:\\[])?)?(?:/Event)?/([^/]+)");

  @Override
  public boolean enters(String path) {
    if (EVENT.matcher(path).matches()) {
      return true;
    }
    Matcher part = PART.matcher(path);
    return part.matches() && LISTS.contains(part.group(1));
  }

  @Override
  public void part(String path, JsonNode part) {
    Matcher named = PART.matcher(path);
    String name = named.matches() ? named.group(1) : path;
    switch (name) {
      case "Attribute[]" -> attribute(part);
      case "Object[]" -> object(part);
      case "Tag[]" -> tag(part);
      case "info" -> {
        event = true;
        if (title.isEmpty()) {
          title.append(part.asString(""));
        }
      }
      case "Orgc" -> authority = part.path("name").asString("");
      case "timestamp" -> date = part.asString("");
      case "uuid" -> reference = part.asString("");
      default -> {
        if (!OWN.contains(name) && !LISTS.contains(name) && !empty(part)) {
          taking.left(Why.FIELD_UNKNOWN, "Event." + name, "");
        }
      }
    }
  }

  private static boolean empty(JsonNode part) {
    return part.isNull() || (part.isContainer() && part.isEmpty()) || part.asString("x").isEmpty();
  }

  @Override
  public void tooLarge(String path) {
    taking.left(Why.TOO_LARGE, path.substring(path.lastIndexOf('/') + 1), "");
  }

  private void tag(JsonNode tag) {
    String name = tag.path("name").asString("");
    Optional<Tlp> tlp = tlp(name);
    if (tlp.isPresent()) {
      handling.addAll(tlp.get().handling());
    } else {
      taking.left(Why.FIELD_UNKNOWN, "tag " + name, "");
    }
  }

  private static Optional<Tlp> tlp(String tag) {
    return tag.startsWith("tlp:") ? Tlp.ofCode(tag.substring("tlp:".length())) : Optional.empty();
  }

  private static boolean deleted(JsonNode part) {
    return part.path("deleted").asBoolean(false) || part.path("deleted").asString("").equals("1");
  }

  /** An attribute that belongs to no object. */
  private void attribute(JsonNode attribute) {
    String uuid = attribute.path("uuid").asString("");
    String type = attribute.path("type").asString("");
    if (deleted(attribute)) {
      taking.left(Why.WITHDRAWN, "attribute " + type, uuid);
      return;
    }
    if (things(attribute, "").isEmpty()) {
      taking.left(Why.KIND_UNKNOWN, "attribute " + type, uuid);
    }
  }

  /** The places of the things that an attribute names. */
  private List<Integer> things(JsonNode attribute, String words) {
    String uuid = attribute.path("uuid").asString("");
    String value = attribute.path("value").asString("");
    String type = attribute.path("type").asString("");
    List<Integer> places = new ArrayList<>();
    for (MispType.Named named : MispType.named(type, value)) {
      if (named.kind() == SubjectKind.NETWORK && named.value().indexOf('/') >= 0) {
        taking.left(Why.KIND_UNKNOWN, "attribute of a whole network", uuid);
        continue;
      }
      Saying saying =
          new Saying(taking, uuid)
              .say(named.field(), named.value())
              .note(attribute.path("comment").asString(""))
              .note(words);
      named.port().ifPresent(port -> saying.say(ColumnMeaning.SOURCE_PORT, port));
      if (named.kind() == SubjectKind.NETWORK) {
        saying.say(ColumnMeaning.SEEN_AT, attribute.path("first_seen").asString(""));
      }
      if (!saying.nothing()) {
        taking.add(uuid, saying.entry(named.kind(), standing(attribute))).ifPresent(places::add);
      }
    }
    if (type.indexOf('|') > 0 && places.size() == 1 && type.startsWith("filename")) {
      taking.left(Why.FIELD_UNKNOWN, PAIRED + type, uuid);
    }
    link(places, type.startsWith("filename") ? Link.Kind.SAME_AS : Link.Kind.CONNECTED);
    return places;
  }

  private Standing standing(JsonNode attribute) {
    Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    for (JsonNode tag : attribute.path("Tag").values()) {
      String name = tag.path("name").asString("");
      tlp(name)
          .ifPresentOrElse(
              tlp -> codes.addAll(tlp.handling()),
              () ->
                  taking.left(
                      Why.FIELD_UNKNOWN, "tag " + name, attribute.path("uuid").asString("")));
    }
    return new Standing(
        attribute.path("to_ids").asBoolean(false) ? Optional.of(Role.USED) : Optional.empty(),
        Optional.empty(),
        codes,
        Optional.empty(),
        Optional.empty());
  }

  private void link(List<Integer> places, Link.Kind kind) {
    for (int i = 1; i < places.size(); i++) {
      taking.link(places.getFirst(), kind, places.get(i));
    }
  }

  private void object(JsonNode object) {
    String uuid = object.path("uuid").asString("");
    String name = object.path("name").asString("");
    if (deleted(object)) {
      taking.left(Why.WITHDRAWN, "object " + name, uuid);
      return;
    }
    object.path("ObjectReference").values().forEach(references::add);
    Optional<MispLines> lines = lines(object);
    Optional<Map.Entry<SubjectKind, MispTemplate>> template = MispTemplate.ofObject(name);
    if (lines.isPresent()) {
      ours(object, lines.get());
    } else if (template.isPresent()) {
      whole(object, template.get().getKey(), template.get().getValue());
    } else {
      parts(object);
    }
  }

  private static Optional<MispLines> lines(JsonNode object) {
    for (JsonNode attribute : object.path("Attribute").values()) {
      if (attribute.path("type").asString("").equals("text")) {
        Optional<MispLines> lines = MispLines.read(attribute.path("value").asString(""));
        if (lines.isPresent()) {
          return lines;
        }
      }
    }
    return Optional.empty();
  }

  /** An object of our own: its lines say exactly what its attributes say for machines. */
  private void ours(JsonNode object, MispLines lines) {
    String uuid = object.path("uuid").asString("");
    Saying saying = new Saying(taking, uuid);
    lines.said().forEach((field, values) -> values.forEach(value -> saying.say(field, value)));
    lines.weak().forEach(saying::weak);
    saying.note(object.path("comment").asString(""));
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, "object " + object.path("name").asString(""), uuid);
      return;
    }
    taking.addApart(uuid, saying.entry(lines.kind(), lines.standing()));
  }

  /** An object that is one person or thing. */
  private void whole(JsonNode object, SubjectKind kind, MispTemplate template) {
    String uuid = object.path("uuid").asString("");
    String name = object.path("name").asString("");
    Saying saying = new Saying(taking, uuid).note(object.path("comment").asString(""));
    String latitude = "";
    String longitude = "";
    @Nullable Standing standing = null;
    List<String> uuids = new ArrayList<>();
    for (JsonNode attribute : object.path("Attribute").values()) {
      String relation = attribute.path("object_relation").asString("");
      String value = attribute.path("value").asString("");
      uuids.add(attribute.path("uuid").asString(""));
      standing =
          standing == null || !attribute.path("Tag").isEmpty() ? standing(attribute) : standing;
      Optional<ColumnMeaning> field = template.field(relation, kind);
      if (deleted(attribute)) {
        taking.left(Why.WITHDRAWN, name + "." + relation, uuid);
      } else if (relation.equals("latitude")) {
        latitude = value;
      } else if (relation.equals("longitude")) {
        longitude = value;
      } else if (relation.equals("weakAlias")) {
        saying.weak(value);
      } else if (field.isPresent()) {
        saying.say(field.get(), value);
      } else if (relation.equals("text") || relation.equals("description")) {
        saying.note(value);
      } else {
        taking.left(Why.FIELD_UNKNOWN, name + "." + relation, uuid);
      }
    }
    if (!latitude.isEmpty() && !longitude.isEmpty()) {
      saying.say(ColumnMeaning.COORDINATES, latitude + "," + longitude);
    }
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, "object " + name, uuid);
      return;
    }
    taking
        .add(uuid, saying.entry(kind, standing == null ? Standing.UNSAID : standing))
        .ifPresent(place -> uuids.forEach(part -> taking.alias(part, place)));
  }

  /** An object of several things, such as a file with its digests or a domain with its address. */
  private void parts(JsonNode object) {
    String uuid = object.path("uuid").asString("");
    String name = object.path("name").asString("");
    List<Integer> places = new ArrayList<>();
    for (JsonNode attribute : object.path("Attribute").values()) {
      String relation = attribute.path("object_relation").asString("");
      if (deleted(attribute)) {
        taking.left(Why.WITHDRAWN, name + "." + relation, uuid);
        continue;
      }
      List<Integer> found = things(attribute, object.path("comment").asString(""));
      if (found.isEmpty()) {
        found = numbers(attribute, name, relation);
      }
      if (found.isEmpty()) {
        taking.left(Why.FIELD_UNKNOWN, name + "." + relation, uuid);
      }
      places.addAll(found);
    }
    if (places.isEmpty()) {
      taking.left(Why.NOTHING_SAID, "object " + name, uuid);
      return;
    }
    taking.alias(uuid, places.getFirst());
    link(places, name.equals("file") ? Link.Kind.SAME_AS : Link.Kind.CONNECTED);
  }

  /** The numbers of a telephone and of its card are texts in its template. */
  private List<Integer> numbers(JsonNode attribute, String object, String relation) {
    boolean phone = object.equals("phone");
    SubjectKind kind =
        phone && relation.equals("imei")
            ? SubjectKind.DEVICE
            : phone && relation.equals("msisdn") ? SubjectKind.PHONE : null;
    Saying saying = new Saying(taking, attribute.path("uuid").asString(""));
    saying.say(
        kind == SubjectKind.DEVICE ? ColumnMeaning.DEVICE_NUMBER : ColumnMeaning.PHONE,
        attribute.path("value").asString(""));
    if (kind == null || saying.nothing()) {
      return List.of();
    }
    OptionalInt place =
        taking.add(attribute.path("uuid").asString(""), saying.entry(kind, standing(attribute)));
    return place.isPresent() ? List.of(place.getAsInt()) : List.of();
  }

  private static final Map<String, Link.Kind> LINKS =
      Map.ofEntries(
          Map.entry("uses", Link.Kind.USES),
          Map.entry("user-of", Link.Kind.USES),
          Map.entry("owns", Link.Kind.OWNS),
          Map.entry("owner-of", Link.Kind.OWNS),
          Map.entry("paid", Link.Kind.PAID),
          Map.entry("travelled-with", Link.Kind.TRAVELLED_WITH),
          Map.entry("located-at", Link.Kind.LOCATED_AT),
          Map.entry("located", Link.Kind.LOCATED_AT),
          Map.entry("communicates-with", Link.Kind.COMMUNICATED_WITH),
          Map.entry("connects-to", Link.Kind.COMMUNICATED_WITH),
          Map.entry("same-as", Link.Kind.SAME_AS),
          Map.entry("known-as", Link.Kind.SAME_AS),
          Map.entry("related-to", Link.Kind.CONNECTED),
          Map.entry("connected-to", Link.Kind.CONNECTED));

  private void link(JsonNode reference) {
    String word = reference.path("relationship_type").asString("");
    String uuid = reference.path("uuid").asString("");
    OptionalInt from = taking.find(reference.path("object_uuid").asString(""));
    OptionalInt to = taking.find(reference.path("referenced_uuid").asString(""));
    if (deleted(reference)) {
      taking.left(Why.WITHDRAWN, "reference", uuid);
    } else if (from.isEmpty() || to.isEmpty()) {
      taking.left(Why.LINK_OPEN, "reference " + word, uuid);
    } else {
      if (!LINKS.containsKey(word)) {
        taking.left(Why.FIELD_UNKNOWN, "relationship_type " + word, uuid);
      }
      taking.link(from.getAsInt(), LINKS.getOrDefault(word, Link.Kind.CONNECTED), to.getAsInt());
    }
  }
}
