package org.entente.formats.money;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.entente.formats.Entry;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Line;
import org.entente.formats.Link;
import org.entente.formats.Origin;
import org.entente.formats.Saying;
import org.entente.formats.Standing;
import org.entente.formats.Taken;
import org.entente.formats.Taking;
import org.entente.formats.Untaken.Why;
import org.entente.formats.json.JsonWalk;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Entities of FollowTheMoney, one a line, as a dossier.
 *
 * <p><b>Guarantees.</b> A line that is damaged ends nothing but itself. A weak alias stays marked
 * as one. Everything else that is not an entry, a link or part of one is named.
 */
public final class MoneyReader {
  /** Characters of one line: an entity with hundreds of names. */
  private static final int LINE_CHARS = 1 << 18;

  /** Ends that wait until every entity is read. */
  private static final int LINKS_MOST = 50_000;

  private final Taking taking = new Taking();
  private final List<Open> open = new ArrayList<>();
  private final List<JsonNode> sanctions = new ArrayList<>();
  private long entities;

  private MoneyReader() {}

  /** A link by what the file calls its ends. */
  private record Open(String from, Link.Kind kind, String to, String what, String where) {}

  /**
   * Reads entities. The stream is read to its end and not closed.
   *
   * @throws FormatBroken if no line is an entity
   */
  public static Taken read(InputStream in) throws IOException {
    MoneyReader reader = new MoneyReader();
    Line lines =
        new Line(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), LINE_CHARS);
    String line;
    while ((line = lines.next()) != null) {
      if (!line.isBlank()) {
        reader.line(line, lines);
      }
    }
    if (reader.entities == 0) {
      throw new FormatBroken(lines.number() == 0 ? FormatFault.EMPTY : FormatFault.NOT_KNOWN);
    }
    reader.open.forEach(reader::link);
    reader.sanctions.forEach(reader::sanction);
    return reader.taking.taken(Format.FOLLOW_THE_MONEY, Origin.UNSAID);
  }

  private void line(String line, Line lines) {
    String where = "line " + lines.number();
    if (lines.over()) {
      taking.left(Why.TOO_LARGE, "line", where);
      return;
    }
    JsonNode entity = parsed(line);
    if (entity == null || !entity.path("schema").isString()) {
      taking.left(Why.DAMAGED, "line", where);
      return;
    }
    entities++;
    String schema = entity.path("schema").asString("");
    String id = entity.path("id").asString("");
    JsonNode properties = entity.path("properties");
    Optional<Schemata.Edge> edge = Schemata.edge(schema);
    if (edge.isPresent()) {
      edge(id, schema, edge.get(), properties);
    } else if (schema.equals("Sanction")) {
      if (sanctions.size() < LINKS_MOST) {
        sanctions.add(entity);
      } else {
        taking.left(Why.TOO_MANY, schema, id);
      }
    } else {
      thing(id, schema, properties, where);
    }
  }

  private static @Nullable JsonNode parsed(String line) {
    try {
      return JsonWalk.part(line);
    } catch (FormatBroken damaged) {
      return null;
    }
  }

  private void edge(String id, String schema, Schemata.Edge edge, JsonNode properties) {
    for (String from : values(properties.path(edge.from()))) {
      for (String to : values(properties.path(edge.to()))) {
        later(from, edge.kind(), to, schema, id);
      }
    }
    if (properties.path(edge.from()).isEmpty() || properties.path(edge.to()).isEmpty()) {
      taking.left(Why.LINK_OPEN, schema, id);
    }
    for (String property : properties.propertyNames()) {
      if (!property.equals(edge.from()) && !property.equals(edge.to())) {
        taking.left(Why.FIELD_UNKNOWN, schema + "." + property, id);
      }
    }
  }

  private void later(String from, Link.Kind kind, String to, String what, String where) {
    if (open.size() >= LINKS_MOST) {
      taking.left(Why.TOO_MANY, what, where);
    } else {
      open.add(new Open(from, kind, to, what, where));
    }
  }

  private void link(Open link) {
    OptionalInt from = taking.find(link.from());
    OptionalInt to = taking.find(link.to());
    if (from.isEmpty() || to.isEmpty()) {
      taking.left(Why.LINK_OPEN, link.what(), link.where());
    } else {
      taking.link(from.getAsInt(), link.kind(), to.getAsInt());
    }
  }

  /** Who listed somebody and under which programme is kept with them. */
  private void sanction(JsonNode sanction) {
    String id = sanction.path("id").asString("");
    JsonNode properties = sanction.path("properties");
    List<String> words = new ArrayList<>();
    for (String property : List.of("authority", "program", "reason", "startDate", "endDate")) {
      words.addAll(values(properties.path(property)));
    }
    boolean any = false;
    for (String listed : values(properties.path("entity"))) {
      OptionalInt at = taking.find(listed);
      if (at.isPresent() && !words.isEmpty()) {
        Entry entry = taking.get(at.getAsInt());
        taking.replace(
            at.getAsInt(),
            entry.with(entry.standing().noted(Saying.line(String.join(", ", words)))));
        any = true;
      }
    }
    if (!any) {
      taking.left(Why.LINK_OPEN, "Sanction", id);
    }
  }

  private void thing(String id, String schema, JsonNode properties, String where) {
    Optional<SubjectKind> kind = Schemata.kind(schema);
    if (kind.isEmpty()) {
      taking.left(Why.KIND_UNKNOWN, schema, id.isEmpty() ? where : id);
      return;
    }
    Saying saying = new Saying(taking, id);
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      property(id, schema, property.getKey(), values(property.getValue()), saying);
    }
    if (kind.get() == SubjectKind.PLACE) {
      place(properties, saying);
    }
    if (saying.nothing()) {
      taking.left(Why.NOTHING_SAID, schema, id.isEmpty() ? where : id);
      return;
    }
    taking.addApart(id, saying.entry(kind.get(), Standing.UNSAID));
  }

  private void property(
      String id, String schema, String property, List<String> values, Saying saying) {
    Optional<ColumnMeaning> field = Schemata.field(schema, property);
    Optional<Schemata.Pointer> pointer = Schemata.pointer(property);
    if (property.equals("weakAlias") && field.isPresent()) {
      values.forEach(saying::weak);
    } else if (field.isPresent()) {
      values.forEach(value -> saying.say(field.get(), value));
    } else if (pointer.isPresent()) {
      Schemata.Pointer to = pointer.get();
      for (String other : values) {
        later(
            to.fromThere() ? other : id,
            to.kind(),
            to.fromThere() ? id : other,
            schema + "." + property,
            id);
      }
    } else if (property.equals("topics") || property.equals("notes")) {
      saying.note(String.join(", ", values));
    } else if (!schema.equals("Address")) {
      taking.left(Why.FIELD_UNKNOWN, schema + "." + property, id);
    }
  }

  /** An address in parts, where it is not written whole, and its point. */
  private static void place(JsonNode properties, Saying saying) {
    if (!saying.says(ColumnMeaning.PLACE_NAME)) {
      List<String> parts = new ArrayList<>();
      for (String part : List.of("street", "street2", "postalCode", "city", "region", "state")) {
        parts.addAll(values(properties.path(part)));
      }
      saying.say(ColumnMeaning.PLACE_NAME, String.join(", ", parts));
    }
    List<String> latitude = values(properties.path("latitude"));
    List<String> longitude = values(properties.path("longitude"));
    if (latitude.size() == 1 && longitude.size() == 1) {
      saying.say(ColumnMeaning.COORDINATES, latitude.getFirst() + "," + longitude.getFirst());
    }
  }

  private static List<String> values(JsonNode node) {
    List<String> values = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node.values() : List.of(node)) {
      String value = each.isString() ? each.asString("") : "";
      if (!value.isBlank()) {
        values.add(value);
      }
    }
    return values;
  }
}
