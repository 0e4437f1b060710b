package org.entente.node.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Link;
import org.entente.formats.Origin;
import org.entente.formats.Role;
import org.entente.formats.Standing;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Originals;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.ToldSubject;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a case tell of persons and things, as one neutral record. What came under H2
 * or H3 is not in it: only its provider permits that it is passed on. What two messages say of the
 * same in the same words is there once. For one file and one thread.
 */
final class ToldInCase {
  private static final Set<HandlingCode> PROVIDERS_WORD =
      EnumSet.of(HandlingCode.H2, HandlingCode.H3);

  private final Map<Entry, Integer> entries = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final EnumSet<HandlingCode> handling = EnumSet.noneOf(HandlingCode.class);
  private int heldBack;

  void add(Originals.Original message) {
    message.said().ifPresent(said -> add(message.direction(), said));
  }

  private void add(Direction direction, Originals.Said said) {
    said.about()
        .ifPresent(person ->
            add(
                direction,
                said.handling(),
                ToldSubject.of(
                    SubjectKind.PERSON, said(person), SubjectRole.of(person.category()))));
    List<@Nullable Integer> places = new ArrayList<>();
    said.tells().told().forEach(told -> places.add(add(direction, said.handling(), told)));
    for (SubjectLink link : said.tells().links()) {
      Integer from = place(places, link.from());
      Integer to = place(places, link.to());
      Optional<Link.Kind> kind = Link.Kind.ofCode(link.kind().code());
      if (from != null && to != null && kind.isPresent()) {
        Link found = new Link(from, kind.get(), to);
        if (!links.contains(found)) {
          links.add(found);
        }
      }
    }
  }

  private static @Nullable Integer place(List<@Nullable Integer> places, int at) {
    return at >= 0 && at < places.size() ? places.get(at) : null;
  }

  /** Its place; null where it may not leave, or nothing is said of it. */
  private @Nullable Integer add(
      Direction direction, Set<HandlingCode> ofMessage, ToldSubject told) {
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(ofMessage);
    codes.addAll(told.handling());
    if (direction == Direction.IN && codes.stream().anyMatch(PROVIDERS_WORD::contains)) {
      heldBack++;
      return null;
    }
    Map<ColumnMeaning, List<String>> known = told.known();
    if (known.values().stream().allMatch(List::isEmpty)) {
      return null;
    }
    handling.addAll(codes);
    Entry entry =
        new Entry(
            "",
            told.kind(),
            known,
            Set.of(),
            new Standing(
                Role.ofCode(told.role().code()),
                Optional.ofNullable(told.evaluation()),
                codes,
                Optional.ofNullable(told.asOf()),
                Optional.ofNullable(told.note())));
    return entries.computeIfAbsent(entry, anew -> entries.size());
  }

  private static Map<String, List<String>> said(PersonSought person) {
    Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
    put(said, ColumnMeaning.FAMILY, person.familyName());
    put(said, ColumnMeaning.GIVEN, person.givenName());
    if (!person.otherSpellings().isEmpty()) {
      said.put(ColumnMeaning.ALIAS, person.otherSpellings());
    }
    put(said, ColumnMeaning.BORN, person.birthDate());
    put(said, ColumnMeaning.BIRTH_PLACE, person.birthPlace());
    put(said, ColumnMeaning.NATIONALITY, person.nationality());
    put(said, ColumnMeaning.DOCUMENT, person.document());
    Map<String, List<String>> byCode = new LinkedHashMap<>();
    said.forEach((field, values) -> byCode.put(field.code(), values));
    return byCode;
  }

  private static void put(
      Map<ColumnMeaning, List<String>> said, ColumnMeaning field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      said.put(field, List.of(value));
    }
  }

  /** How many were held back for their provider's word. */
  int heldBack() {
    return heldBack;
  }

  /**
   * What may leave.
   *
   * @param format NIEM tells of what was seized and of nothing else
   */
  Dossier dossier(SubjectFormat format, String authority, String reference, Instant at) {
    Origin origin = new Origin(authority, reference, "", Optional.of(at), handling);
    Dossier all = new Dossier(origin, List.copyOf(entries.keySet()), links);
    return format == SubjectFormat.NIEM ? seized(all) : all;
  }

  private static Dossier seized(Dossier all) {
    List<Entry> seized =
        all.entries().stream()
            .filter(entry -> entry.standing().role().equals(Optional.of(Role.SEIZED)))
            .toList();
    return new Dossier(all.origin(), seized, List.of());
  }
}
