package org.entente.formats.stix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Link;
import org.entente.formats.NamedUuid;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Tlp;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;
import org.entente.intake.ValueSign;
import org.entente.subject.CountryCode;
import org.entente.subject.Unreadable;
import org.entente.subject.things.Coordinates;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier as a bundle of STIX 2.1.
 *
 * <p><b>Guarantees.</b> The same dossier gives the same bytes. Every object is valid against the
 * schemas of OASIS. Nothing is marked wider than for the recipient's own house.
 *
 * <p><b>Does not guarantee.</b> Whether any of it may leave: that was decided before.
 */
public final class StixWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What says that a time is none, or any of a whole day. */
  private static final Set<ValueSign> NO_INSTANT =
      Set.of(ValueSign.NOT_READ, ValueSign.ZONE_MISSING);

  private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
  private final List<String> references = new ArrayList<>();
  private final Dossier dossier;
  private final String time;
  private final String author;
  private final String name;

  private StixWriter(Dossier dossier, Instant at) {
    Origin origin = dossier.origin();
    this.dossier = dossier;
    this.time = TIME.format(at);
    this.author = "identity--" + NamedUuid.of("authority " + origin.authority());
    this.name = "dossier " + origin.authority() + " " + origin.reference() + " " + time + " ";
  }

  /**
   * Writes a dossier.
   *
   * @throws IllegalArgumentException if it does not say when it was made, or holds no entry
   */
  public static byte[] write(Dossier dossier) {
    Instant at =
        dossier
            .origin()
            .at()
            .orElseThrow(() -> new IllegalArgumentException("a dossier that leaves has its time"));
    if (dossier.entries().isEmpty()) {
      throw new IllegalArgumentException("a dossier that leaves has an entry");
    }
    return new StixWriter(dossier, at).bundle();
  }

  private byte[] bundle() {
    String marking = markings();
    Map<String, Object> house = domain("identity", author);
    house.remove("created_by_ref");
    house.put("name", dossier.origin().authority());
    house.put("identity_class", "organization");
    put(house);
    put(StixExtension.definition(author, time));
    dossier.entries().forEach(entry -> references.add(thing(entry)));
    for (int i = 0; i < dossier.entries().size(); i++) {
      observed(dossier.entries().get(i), i);
      indicator(dossier.entries().get(i), i);
    }
    dossier.links().forEach(this::relationship);
    put(grouping());
    objects.values().stream()
        .filter(object -> !StixThings.text(object, "type").equals("marking-definition"))
        .forEach(object -> object.putIfAbsent("object_marking_refs", marked(object, marking)));
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("type", "bundle");
    bundle.put("id", "bundle--" + NamedUuid.of(name + "bundle"));
    bundle.put("objects", List.copyOf(objects.values()));
    return MAPPER.writeValueAsBytes(bundle);
  }

  private void put(Map<String, Object> object) {
    objects.putIfAbsent(StixThings.text(object, "id"), object);
  }

  private Map<String, Object> domain(String type, String id) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", id);
    object.put("created_by_ref", author);
    object.put("created", time);
    object.put("modified", time);
    return object;
  }

  private String own(String type, String part) {
    return type + "--" + NamedUuid.of(name + part);
  }

  /** The colour and the codes of the whole, as two markings; the colour's identifier. */
  private String markings() {
    Map<String, Object> tlp = StixMarkings.tlp(Tlp.of(everywhere()));
    put(tlp);
    if (!everywhere().isEmpty()) {
      put(StixMarkings.statement(everywhere(), author, time));
    }
    return StixThings.text(tlp, "id");
  }

  /** The tightest of all entries is kept to for the file as a whole: it travels as one. */
  private Set<HandlingCode> everywhere() {
    Set<HandlingCode> all = new TreeSet<>(dossier.origin().handling());
    dossier.entries().forEach(entry -> all.addAll(entry.standing().handling()));
    return all;
  }

  private List<String> marked(Map<String, Object> object, String marking) {
    boolean ours =
        !StixThings.text(object, "type").equals("extension-definition") && !everywhere().isEmpty();
    return ours ? List.of(marking, StixMarkings.id(everywhere(), author)) : List.of(marking);
  }

  private String thing(Entry entry) {
    Map<String, Object> object =
        switch (entry.kind()) {
          case PERSON -> identity(entry, "individual");
          case ORGANISATION -> identity(entry, "organization");
          case PLACE -> location(entry).orElseGet(() -> StixThings.other(entry));
          default -> StixThings.of(entry).orElseGet(() -> StixThings.other(entry));
        };
    put(object);
    return StixThings.text(object, "id");
  }

  private Map<String, Object> identity(Entry entry, String identityClass) {
    Map<String, Object> object =
        domain("identity", own("identity", Integer.toString(references.size())));
    object.put("name", called(entry));
    object.put("identity_class", identityClass);
    return object;
  }

  private static String called(Entry entry) {
    String whole = entry.one(ColumnMeaning.NAME);
    String parts = (entry.one(ColumnMeaning.GIVEN) + " " + entry.one(ColumnMeaning.FAMILY)).strip();
    String alias = entry.one(ColumnMeaning.ALIAS);
    return !whole.isEmpty() ? whole : !parts.isEmpty() ? parts : !alias.isEmpty() ? alias : "?";
  }

  /** STIX wants a country or a point; a name alone is no location there. */
  private Optional<Map<String, Object>> location(Entry entry) {
    Map<String, Object> object =
        domain("location", own("location", Integer.toString(references.size())));
    if (!entry.one(ColumnMeaning.PLACE_NAME).isEmpty()) {
      object.put("name", entry.one(ColumnMeaning.PLACE_NAME));
    }
    int before = object.size();
    try {
      if (!entry.one(ColumnMeaning.COORDINATES).isEmpty()) {
        Coordinates at = Coordinates.read(entry.one(ColumnMeaning.COORDINATES));
        object.put("latitude", at.latitude());
        object.put("longitude", at.longitude());
      }
    } catch (Unreadable unread) {
      object.remove("latitude");
    }
    CountryCode.read(entry.one(ColumnMeaning.COUNTRY))
        .ifPresent(code -> object.put("country", code));
    return object.size() == before ? Optional.empty() : Optional.of(object);
  }

  /** When an address was used, and through which port: only then it tells who used it. */
  private void observed(Entry entry, int at) {
    Optional<String> seen = seen(entry);
    String thing = references.get(at);
    if (entry.kind() != SubjectKind.NETWORK || !thing.startsWith("ipv")) {
      return;
    }
    List<String> refs = new ArrayList<>(List.of(thing));
    String port = entry.one(ColumnMeaning.SOURCE_PORT);
    if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535) {
      Map<String, Object> traffic = StixThings.traffic(thing, Integer.parseInt(port), seen);
      put(traffic);
      refs.add(StixThings.text(traffic, "id"));
    }
    if (seen.isEmpty()) {
      return;
    }
    Map<String, Object> object = domain("observed-data", own("observed-data", "" + at));
    object.put("first_observed", seen.get());
    object.put("last_observed", seen.get());
    object.put("number_observed", 1);
    object.put("object_refs", refs);
    put(object);
  }

  private static Optional<String> seen(Entry entry) {
    return ValueReading.of(entry.kind(), entry.said()).stream()
        .filter(read -> read.field() == ColumnMeaning.SEEN_AT)
        .filter(read -> Collections.disjoint(read.signs(), NO_INSTANT))
        .map(ValueReading::canonical)
        .map(read -> TIME.format(Instant.parse(read)))
        .findFirst();
  }

  /** A pattern for whom machines look; nothing for a victim's or a witness's address. */
  private void indicator(Entry entry, int at) {
    if (!entry.standing().role().map(Role::harmful).orElse(false)) {
      return;
    }
    StixMarkings.pattern(objects.get(references.get(at)))
        .ifPresent(pattern -> {
          Map<String, Object> object = domain("indicator", own("indicator", "" + at));
          object.put("pattern", pattern);
          object.put("pattern_type", "stix");
          object.put("valid_from", seen(entry).orElse(time));
          put(object);
          String observed = own("observed-data", "" + at);
          if (objects.containsKey(observed)) {
            put(relationship(StixThings.text(object, "id"), "based-on", observed, "based " + at));
          }
        });
  }

  private void relationship(Link link) {
    String from = references.get(link.from());
    String to = references.get(link.to());
    if (!from.equals(to)) {
      put(relationship(from, word(link.kind()), to, link.from() + link.kind().code() + link.to()));
    }
  }

  private Map<String, Object> relationship(String from, String type, String to, String part) {
    Map<String, Object> object = domain("relationship", own("relationship", part));
    object.put("relationship_type", type);
    object.put("source_ref", from);
    object.put("target_ref", to);
    return object;
  }

  /** The words of STIX where it has one, else ours in its form. */
  private static String word(Link.Kind kind) {
    return switch (kind) {
      case USES, OWNS, TRAVELLED_WITH, PAID, LOCATED_AT -> kind.code();
      case COMMUNICATED_WITH -> "communicates-with";
      case SAME_AS -> "duplicate-of";
      case CONNECTED -> "related-to";
    };
  }

  private Map<String, Object> grouping() {
    Map<String, Object> object = domain("grouping", own("grouping", "whole"));
    String title = dossier.origin().title();
    if (!title.isBlank()) {
      object.put("name", title);
    }
    object.put("context", "suspicious-activity");
    object.put("object_refs", references.stream().distinct().toList());
    if (!dossier.origin().reference().isBlank()) {
      object.put(
          "external_references",
          List.of(
              Map.of(
                  "source_name",
                  dossier.origin().authority(),
                  "external_id",
                  dossier.origin().reference())));
    }
    object.put(
        "extensions",
        Map.of(StixExtension.ID, StixExtension.of(dossier.entries(), references, dossier.links())));
    return object;
  }
}
