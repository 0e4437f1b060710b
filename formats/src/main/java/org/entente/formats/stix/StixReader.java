package org.entente.formats.stix;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.formats.Entry;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Link;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Saying;
import org.entente.formats.Taken;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.formats.json.JsonWalk;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import tools.jackson.databind.JsonNode;

/**
 * A bundle of STIX 2.1 as a dossier.
 *
 * <p><b>Guarantees.</b> Everything in the file is an entry, a link, part of one, or named among
 * what was not taken. A pattern that says more than equalities is not taken as if it said less.
 */
public final class StixReader implements JsonWalk.Visitor {
  private static final int OBJECTS_MOST = 50_000;

  private static final Map<String, Link.Kind> LINKS =
      Map.ofEntries(
          Map.entry("uses", Link.Kind.USES),
          Map.entry("owns", Link.Kind.OWNS),
          Map.entry("travelled-with", Link.Kind.TRAVELLED_WITH),
          Map.entry("paid", Link.Kind.PAID),
          Map.entry("located-at", Link.Kind.LOCATED_AT),
          Map.entry("originates-from", Link.Kind.LOCATED_AT),
          Map.entry("communicates-with", Link.Kind.COMMUNICATED_WITH),
          Map.entry("beacons-to", Link.Kind.COMMUNICATED_WITH),
          Map.entry("exfiltrates-to", Link.Kind.COMMUNICATED_WITH),
          Map.entry("duplicate-of", Link.Kind.SAME_AS),
          Map.entry("related-to", Link.Kind.CONNECTED));

  private final Taking taking = new Taking();
  private final StixMarkings markings = new StixMarkings();
  private final StixObjects things = new StixObjects(taking, markings);
  private final Map<String, JsonNode> objects = new LinkedHashMap<>();

  /** The places of all things that an object that is none itself points at. */
  private final Map<String, List<Integer>> places = new HashMap<>();

  private final Set<String> ours = new HashSet<>();
  private String type = "";
  private boolean older;

  private StixReader() {}

  /**
   * Reads a bundle. The stream is read to its end and not closed.
   *
   * @throws FormatBroken if it is no bundle, breaks off or is too large
   */
  public static Taken read(InputStream in) throws IOException {
    StixReader reader = new StixReader();
    JsonWalk.walk(in, reader);
    if (reader.older) {
      throw new FormatBroken(FormatFault.OLDER_VERSION);
    }
    if (!reader.type.equals("bundle")) {
      throw new FormatBroken(FormatFault.NOT_KNOWN);
    }
    return reader.taken();
  }

  @Override
  public boolean enters(String path) {
    return path.isEmpty() || path.equals("/objects");
  }

  @Override
  public void part(String path, JsonNode part) {
    switch (path) {
      case "/type" -> type = part.asString("");
      case "/spec_version" -> older |= part.asString("").startsWith("2.0");
      case "/objects[]" -> object(part);
      case "/id" -> {}
      default -> taking.left(Why.FIELD_UNKNOWN, "bundle" + path.replace('/', '.'), "");
    }
  }

  @Override
  public void tooLarge(String path) {
    taking.left(Why.TOO_LARGE, "bundle" + path.replace('/', '.'), "");
  }

  private void object(JsonNode object) {
    String id = object.path("id").asString("");
    if (object.path("type").asString("").isEmpty() || id.isEmpty()) {
      taking.left(Why.DAMAGED, "object", id);
    } else if (objects.size() >= OBJECTS_MOST) {
      taking.left(Why.TOO_MANY, object.path("type").asString(""), id);
    } else {
      // Of two versions the later counts (section 3.6).
      objects.merge(id, object, (a, b) -> modified(b).compareTo(modified(a)) > 0 ? b : a);
    }
  }

  private static String modified(JsonNode object) {
    return object.path("modified").asString("");
  }

  private Taken taken() {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode object : objects.values()) {
      if (object.path("revoked").asBoolean(false)) {
        taking.left(Why.WITHDRAWN, type(object), id(object));
      } else {
        all.add(object);
      }
    }
    of(all, "marking-definition").forEach(this::marking);
    of(all, "grouping").forEach(this::told);
    Set<String> authors = authors(all);
    all.forEach(object -> thing(object, authors));
    all.forEach(this::pointing);
    of(all, "relationship").forEach(this::relationship);
    of(all, "note").forEach(this::note);
    return taking.taken(Format.STIX, origin(all, authors));
  }

  private static List<JsonNode> of(List<JsonNode> objects, String type) {
    return objects.stream().filter(object -> type(object).equals(type)).toList();
  }

  private static String type(JsonNode object) {
    return object.path("type").asString("");
  }

  private static String id(JsonNode object) {
    return object.path("id").asString("");
  }

  private void marking(JsonNode marking) {
    if (!markings.learn(marking)) {
      taking.left(Why.KIND_UNKNOWN, "marking-definition", id(marking));
    }
  }

  /** A grouping of our own says all of its entries; its observables say the same again. */
  private void told(JsonNode grouping) {
    if (StixExtension.take(grouping, taking)) {
      grouping.path("object_refs").values().forEach(ref -> ours.add(ref.asString("")));
    }
  }

  /** Who made objects of the file and is not meant by any of them. */
  private static Set<String> authors(List<JsonNode> all) {
    Set<String> authors = new HashSet<>();
    Set<String> meant = new HashSet<>();
    for (JsonNode object : all) {
      authors.add(object.path("created_by_ref").asString(""));
      if (!Set.of("report", "grouping").contains(type(object))) {
        object.path("object_refs").values().forEach(ref -> meant.add(ref.asString("")));
      }
      meant.add(object.path("source_ref").asString(""));
      meant.add(object.path("target_ref").asString(""));
    }
    authors.removeAll(meant);
    return authors;
  }

  private void thing(JsonNode object, Set<String> authors) {
    String type = type(object);
    if (ours.contains(id(object)) && taking.find(id(object)).isPresent()) {
      return;
    }
    switch (type) {
      case "identity" -> {
        if (!authors.contains(id(object))) {
          things.identity(object);
        }
      }
      case "threat-actor" -> things.actor(object);
      case "location" -> things.location(object);
      case "file" -> things.file(object);
      case "indicator",
          "observed-data",
          "network-traffic",
          "relationship",
          "marking-definition",
          "report",
          "grouping",
          "note" -> {}
      case "extension-definition" -> {
        if (!id(object).equals(StixExtension.ID)) {
          taking.left(Why.KIND_UNKNOWN, type, id(object));
        }
      }
      default -> things.observable(object);
    }
  }

  /** Objects that say something of things by pointing at them. */
  private void pointing(JsonNode object) {
    switch (type(object)) {
      case "indicator" -> indicator(object);
      case "network-traffic" -> traffic(object);
      case "observed-data" -> observed(object);
      default -> {}
    }
  }

  private void indicator(JsonNode object) {
    String pattern = object.path("pattern").asString("");
    Optional<StixPattern> read =
        object.path("pattern_type").asString("stix").equals("stix")
            ? StixPattern.read(pattern)
            : Optional.empty();
    if (read.isEmpty()) {
      taking.left(Why.PATTERN_TOO_RICH, "indicator", id(object));
      return;
    }
    List<Integer> found = new ArrayList<>();
    for (StixPattern.Comparison comparison : read.get().comparisons()) {
      Optional<SubjectKind> kind = Observables.kind(comparison);
      Optional<ColumnMeaning> field = Observables.field(comparison);
      if (kind.isEmpty() || field.isEmpty()) {
        taking.left(Why.KIND_UNKNOWN, "pattern " + comparison.path(), id(object));
      } else if (kind.get() == SubjectKind.NETWORK && comparison.value().indexOf('/') >= 0) {
        taking.left(Why.KIND_UNKNOWN, "pattern of a whole network", id(object));
      } else {
        Saying saying =
            new Saying(taking, id(object))
                .say(field.get(), comparison.value())
                .note(object.path("name").asString(""))
                .note(object.path("description").asString(""));
        if (!saying.nothing()) {
          taking
              .add("", saying.entry(kind.get(), things.standing(object, Optional.of(Role.USED))))
              .ifPresent(found::add);
        }
      }
    }
    places.put(id(object), found);
    things.fields(
        object,
        Set.of("pattern", "pattern_type", "pattern_version", "valid_from", "name", "description"));
  }

  /** The source of a connection gets its port and time, where nothing else said them. */
  private void traffic(JsonNode object) {
    OptionalInt source = taking.find(object.path("src_ref").asString(""));
    OptionalInt target = taking.find(object.path("dst_ref").asString(""));
    if (source.isEmpty() && target.isEmpty()) {
      taking.left(Why.LINK_OPEN, "network-traffic", id(object));
      return;
    }
    source.ifPresent(at -> {
      beside(at, ColumnMeaning.SOURCE_PORT, object.path("src_port").asString(""));
      beside(at, ColumnMeaning.SEEN_AT, object.path("start").asString(""));
      target.ifPresent(to -> taking.link(at, Link.Kind.COMMUNICATED_WITH, to));
    });
    places.put(id(object), List.of((source.isPresent() ? source : target).getAsInt()));
    things.fields(object, Set.of("src_ref", "dst_ref", "src_port", "start", "protocols"));
  }

  private void beside(int at, ColumnMeaning field, String value) {
    Entry entry = taking.get(at);
    boolean network = entry.kind() == SubjectKind.NETWORK;
    if (!network || value.isBlank() || !entry.one(field).isEmpty()) {
      return;
    }
    Saying saying = new Saying(taking, entry.reference());
    entry.said().forEach((known, values) -> values.forEach(each -> saying.say(known, each)));
    saying.say(field, value);
    taking.replace(at, saying.entry(entry.kind(), entry.standing()));
  }

  private void observed(JsonNode object) {
    List<Integer> found = new ArrayList<>();
    for (JsonNode ref : object.path("object_refs").values()) {
      OptionalInt at = taking.find(ref.asString(""));
      at.ifPresent(place -> {
        found.add(place);
        beside(place, ColumnMeaning.SEEN_AT, object.path("first_observed").asString(""));
      });
    }
    if (object.has("objects")) {
      taking.left(Why.FIELD_UNKNOWN, "observed-data.objects", id(object));
    } else if (found.isEmpty()) {
      taking.left(Why.LINK_OPEN, "observed-data", id(object));
    }
    places.put(id(object), found);
    things.fields(
        object,
        Set.of("object_refs", "objects", "first_observed", "last_observed", "number_observed"));
  }

  private List<Integer> ends(String reference) {
    OptionalInt one = taking.find(reference);
    return one.isPresent() ? List.of(one.getAsInt()) : places.getOrDefault(reference, List.of());
  }

  private void relationship(JsonNode object) {
    String source = object.path("source_ref").asString("");
    String target = object.path("target_ref").asString("");
    if (ours.contains(source) && ours.contains(target)) {
      return; // Said exactly by the grouping.
    }
    String word = object.path("relationship_type").asString("");
    List<Integer> from = ends(source);
    List<Integer> to = ends(target);
    if (from.isEmpty() || to.isEmpty()) {
      taking.left(Why.LINK_OPEN, "relationship " + word, id(object));
      return;
    }
    Link.Kind kind = LINKS.getOrDefault(word, Link.Kind.CONNECTED);
    if (!LINKS.containsKey(word) && !(from.equals(to) && word.equals("based-on"))) {
      taking.left(Why.FIELD_UNKNOWN, "relationship_type " + word, id(object));
    }
    from.forEach(a -> to.forEach(b -> taking.link(a, kind, b)));
    things.fields(object, Set.of("relationship_type", "source_ref", "target_ref"));
  }

  private void note(JsonNode object) {
    boolean any = false;
    for (JsonNode ref : object.path("object_refs").values()) {
      for (int at : ends(ref.asString(""))) {
        Entry entry = taking.get(at);
        String words = Saying.line(object.path("content").asString(""));
        taking.replace(at, entry.with(entry.standing().noted(words)));
        any = true;
      }
    }
    if (!any) {
      taking.left(Why.LINK_OPEN, "note", id(object));
    }
  }

  private Origin origin(List<JsonNode> all, Set<String> authors) {
    Optional<JsonNode> whole =
        of(all, "grouping").stream().findFirst().or(() -> of(all, "report").stream().findFirst());
    String author = whole.map(object -> object.path("created_by_ref").asString("")).orElse("");
    String authority =
        of(all, "identity").stream()
            .filter(identity -> authors.contains(id(identity)))
            .filter(identity -> author.isEmpty() || id(identity).equals(author))
            .map(identity -> identity.path("name").asString(""))
            .findFirst()
            .orElse("");
    String reference =
        whole
            .map(object -> object.path("external_references").path(0).path("external_id"))
            .map(id -> id.asString(""))
            .orElse("");
    return new Origin(
        Origin.line(authority),
        Origin.line(reference),
        whole.map(object -> Origin.line(object.path("name").asString(""))).orElse(""),
        whole.flatMap(StixReader::created),
        whole.map(markings::of).orElse(Set.of()));
  }

  private static Optional<Instant> created(JsonNode object) {
    try {
      return Optional.of(Instant.parse(object.path("created").asString("")));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
