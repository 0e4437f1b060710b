package org.entente.formats.misp;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Link;
import org.entente.formats.NamedUuid;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Tlp;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;
import org.entente.intake.ValueSign;
import org.entente.subject.Unreadable;
import org.entente.subject.things.Coordinates;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier as an event of MISP: an object for each entry, references for links.
 *
 * <p><b>Guarantees.</b> The same dossier gives the same bytes. What the draft says must be there is
 * there; an object has what its template knows and nothing else. It is for the recipient's own
 * organisation and not published.
 *
 * <p><b>Does not guarantee.</b> Whether any of it may leave: that was decided before.
 */
public final class MispWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The event's own number; each instance gives it another. */
  private static final String EVENT = "1";

  private static final String RELATION = "object_relation";

  private final Dossier dossier;
  private final Instant at;
  private final String name;
  private final String seconds;
  private int attributes;

  private MispWriter(Dossier dossier, Instant at) {
    this.dossier = dossier;
    this.at = at;
    this.seconds = Long.toString(at.getEpochSecond());
    Origin origin = dossier.origin();
    this.name = "misp " + origin.authority() + " " + origin.reference() + " " + at + " ";
  }

  /**
   * Writes a dossier.
   *
   * @throws IllegalArgumentException if it does not say when it was made
   */
  public static byte[] write(Dossier dossier) {
    Instant at =
        dossier
            .origin()
            .at()
            .orElseThrow(() -> new IllegalArgumentException("a dossier that leaves has its time"));
    return MAPPER.writeValueAsBytes(Map.of("Event", new MispWriter(dossier, at).event()));
  }

  private Map<String, Object> event() {
    Origin origin = dossier.origin();
    List<Map<String, Object>> objects = new ArrayList<>();
    for (int i = 0; i < dossier.entries().size(); i++) {
      objects.add(object(dossier.entries().get(i), i));
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("uuid", id("event"));
    event.put("id", EVENT);
    event.put("info", info(origin));
    event.put("date", at.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    event.put("timestamp", seconds);
    event.put("published", false);
    event.put("publish_timestamp", "0");
    event.put("threat_level_id", "4");
    event.put("analysis", "1");
    event.put("distribution", "0");
    event.put("sharing_group_id", "0");
    event.put("org_id", "1");
    event.put("orgc_id", "1");
    event.put("attribute_count", Integer.toString(attributes));
    event.put("Org", house(origin));
    event.put("Orgc", house(origin));
    event.put("Tag", List.of(tag(Tlp.of(everywhere()))));
    event.put("Attribute", List.of());
    event.put("Object", objects);
    return event;
  }

  private static String info(Origin origin) {
    String both = (origin.reference() + " " + origin.title()).strip();
    return both.isEmpty() ? origin.authority() : both.substring(0, Math.min(255, both.length()));
  }

  private Set<HandlingCode> everywhere() {
    Set<HandlingCode> all = new TreeSet<>(dossier.origin().handling());
    dossier.entries().forEach(entry -> all.addAll(entry.standing().handling()));
    return all;
  }

  private static Map<String, Object> house(Origin origin) {
    Map<String, Object> house = new LinkedHashMap<>();
    house.put("id", "1");
    house.put("name", origin.authority());
    house.put("uuid", NamedUuid.of("authority " + origin.authority()).toString());
    return house;
  }

  private static Map<String, Object> tag(Tlp tlp) {
    return Map.of("name", "tlp:" + tlp.code());
  }

  private String id(String part) {
    return NamedUuid.of(name + part).toString();
  }

  private Map<String, Object> object(Entry entry, int place) {
    MispTemplate template = MispTemplate.of(entry);
    List<Map<String, Object>> said = attributes(entry, template, place);
    if (said.isEmpty()) {
      template = MispTemplate.thing();
      said = attributes(entry, template, place);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", Integer.toString(place + 1));
    object.put("name", template.name());
    object.put("meta-category", template.category());
    object.put("description", template.name());
    object.put("template_uuid", template.uuid());
    object.put("template_version", template.version());
    object.put("event_id", EVENT);
    object.put("uuid", id("object " + place));
    object.put("timestamp", seconds);
    object.put("distribution", "0");
    object.put("sharing_group_id", "0");
    object.put("comment", entry.standing().note().orElse(""));
    object.put("deleted", false);
    object.put("ObjectReference", references(place));
    object.put("Attribute", said);
    return object;
  }

  private List<Map<String, Object>> references(int place) {
    List<Map<String, Object>> references = new ArrayList<>();
    for (Link link : dossier.links()) {
      if (link.from() == place) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("uuid", id("reference " + link));
        reference.put("timestamp", seconds);
        reference.put("object_id", Integer.toString(place + 1));
        reference.put("event_id", EVENT);
        reference.put("referenced_id", Integer.toString(link.to() + 1));
        reference.put("referenced_type", "1");
        reference.put("object_uuid", id("object " + place));
        reference.put("referenced_uuid", id("object " + link.to()));
        reference.put("relationship_type", word(link.kind()));
        reference.put("comment", "");
        reference.put("deleted", false);
        references.add(reference);
      }
    }
    return references;
  }

  /** The words of MISP's list of relationships where it has one. */
  private static String word(Link.Kind kind) {
    return switch (kind) {
      case USES, OWNS, PAID, LOCATED_AT, SAME_AS, TRAVELLED_WITH -> kind.code();
      case COMMUNICATED_WITH -> "communicates-with";
      case CONNECTED -> "related-to";
    };
  }

  /** The attributes that an entry gives by a template; empty if they are not enough for it. */
  private List<Map<String, Object>> attributes(Entry entry, MispTemplate template, int place) {
    List<Map<String, Object>> all = new ArrayList<>();
    template.relations().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each ->
            canonical(entry, each.getKey(), each.getValue())
                .forEach(
                    value -> all.add(attribute(each.getValue(), value, entry, place, all.size()))));
    if (entry.kind() == SubjectKind.PLACE) {
      point(entry, place, all);
    }
    boolean enough =
        all.stream()
            .anyMatch(each -> template.needs().contains(String.valueOf(each.get(RELATION))));
    if (!enough && template.fallback().isEmpty()) {
      return List.of();
    }
    if (!enough) {
      String value = Saying.line(entry.said().values().iterator().next().getFirst());
      all.add(attribute(text(template.fallback()), value, entry, place, all.size()));
    }
    all.add(attribute(text(template.text()), MispLines.write(entry), entry, place, all.size()));
    attributes += all.size();
    return all;
  }

  private void point(Entry entry, int place, List<Map<String, Object>> all) {
    try {
      Coordinates at = Coordinates.read(entry.one(ColumnMeaning.COORDINATES));
      for (Map.Entry<String, Double> part :
          List.of(Map.entry("latitude", at.latitude()), Map.entry("longitude", at.longitude()))) {
        all.add(
            attribute(
                new MispTemplate.Relation(part.getKey(), "float", false),
                Double.toString(part.getValue()),
                entry,
                place,
                all.size()));
      }
    } catch (Unreadable none) {
      return;
    }
  }

  private static MispTemplate.Relation text(String name) {
    return new MispTemplate.Relation(name, "text", false);
  }

  /** The values as machines compare them; none where they cannot be read as their type. */
  private static List<String> canonical(
      Entry entry, ColumnMeaning field, MispTemplate.Relation relation) {
    List<String> read = new ArrayList<>();
    for (ValueReading reading : ValueReading.of(entry.kind(), entry.said())) {
      if (reading.field() == field && (relation.many() || read.isEmpty())) {
        read.add(value(relation.type(), reading));
      }
    }
    read.removeIf(String::isEmpty);
    return read;
  }

  private static String value(String type, ValueReading reading) {
    String canonical = reading.canonical();
    boolean read = !reading.signs().contains(ValueSign.NOT_READ);
    return switch (type) {
      case "ip-src" -> read ? canonical : "";
      case "datetime" -> !read || reading.signs().contains(ValueSign.ZONE_MISSING) ? "" : canonical;
      case "port" -> read ? canonical : "";
      case "date-of-birth" -> canonical.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? canonical : "";
      case "md5", "sha1", "sha224", "sha256", "sha384", "sha512" ->
          read ? canonical.substring(canonical.indexOf(' ') + 1) : "";
      case "domain", "url" -> read ? canonical : "";
      case "bank-account-nr" -> canonical;
      default -> reading.written();
    };
  }

  private Map<String, Object> attribute(
      MispTemplate.Relation relation, String value, Entry entry, int place, int number) {
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("id", place + 1 + "" + (number + 100));
    attribute.put("type", relation.type());
    attribute.put("category", MispType.category(relation.type()));
    attribute.put("to_ids", looked(entry, relation));
    attribute.put("uuid", id("attribute " + place + " " + number));
    attribute.put("event_id", EVENT);
    attribute.put("object_id", Integer.toString(place + 1));
    attribute.put(RELATION, relation.name());
    attribute.put("distribution", "5");
    attribute.put("sharing_group_id", "0");
    attribute.put("timestamp", seconds);
    attribute.put("comment", "");
    attribute.put("deleted", false);
    attribute.put("value", value);
    return attribute;
  }

  /** Whether machines look for it; never for a victim's or a witness's. */
  private static boolean looked(Entry entry, MispTemplate.Relation relation) {
    boolean machine =
        Set.of("ip-src", "domain", "url", "md5", "sha1", "sha256", "sha512")
            .contains(relation.type());
    return machine
        && entry.standing().role().map(Role::harmful).orElse(false)
        && entry.kind() != SubjectKind.PERSON;
  }
}
