package org.entente.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instrument's articles by what a decision asks for, made once. Immutable. */
final class Lookup {
  private final Map<OffenceArea, List<Paragraph.Crime>> crimes = new EnumMap<>(OffenceArea.class);
  private final Map<ActKind, List<Paragraph.Form>> forms = new EnumMap<>(ActKind.class);
  private final Map<OffenceArea, ArticleReference> excluded = new EnumMap<>(OffenceArea.class);
  private final Optional<ArticleReference> otherAreas;

  Lookup(Instrument instrument) {
    for (Paragraph.Crime crime : instrument.crimes()) {
      for (OffenceArea area : crime.areas()) {
        crimes.computeIfAbsent(area, key -> new ArrayList<>()).add(crime);
      }
    }
    for (Paragraph.Form form : instrument.forms()) {
      for (ActKind kind : form.acts()) {
        forms.computeIfAbsent(kind, key -> new ArrayList<>()).add(form);
      }
    }
    for (Paragraph.Excludes paragraph : instrument.exclusions()) {
      paragraph.areas().forEach(area -> excluded.putIfAbsent(area, paragraph.reference()));
    }
    otherAreas = instrument.otherAreas().map(Paragraph.OtherAreas::reference);
  }

  /** The first article that takes an area out, if one does. */
  Optional<ArticleReference> excluding(OffenceArea area) {
    return Optional.ofNullable(excluded.get(area));
  }

  /** The crimes that list an area, in the order of the instrument. */
  List<Paragraph.Crime> crimesOf(OffenceArea area) {
    return crimes.getOrDefault(area, List.of());
  }

  /** The forms that carry a kind of act, in the order of the instrument. */
  List<Paragraph.Form> formsOf(ActKind kind) {
    return forms.getOrDefault(kind, List.of());
  }

  Optional<ArticleReference> otherAreas() {
    return otherAreas;
  }

  /** Whether the instrument is about offences at all. */
  boolean aboutCrimes() {
    return !crimes.isEmpty() || otherAreas.isPresent();
  }
}
