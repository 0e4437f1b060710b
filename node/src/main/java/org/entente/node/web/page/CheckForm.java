package org.entente.node.web.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.node.checks.Justification;
import org.entente.node.checks.Justification.Aim;
import org.entente.node.records.Description;
import org.entente.node.records.Field;
import org.entente.node.records.SubjectKind;
import org.jspecify.annotations.Nullable;

/** The form for a check: from fields to who is meant, why, and whom to ask. */
public final class CheckForm {
  private CheckForm() {}

  /** The fields by which this kind of subject is described. */
  public static List<Field> fields(SubjectKind kind) {
    return switch (kind) {
      case PERSON ->
          List.of(
              Field.GIVEN,
              Field.FAMILY,
              Field.PATRONYMIC,
              Field.ALIAS,
              Field.BORN,
              Field.NATIONALITY,
              Field.PASSPORT,
              Field.IDENTITY_CARD,
              Field.NATIONAL_NUMBER,
              Field.PHONE);
      case ORGANISATION -> List.of(Field.NAME, Field.REGISTRATION, Field.COUNTRY);
      case DOCUMENT -> List.of(Field.DOCUMENT, Field.COUNTRY);
      case VEHICLE -> List.of(Field.PLATE, Field.COUNTRY, Field.VIN);
      case FIREARM -> List.of(Field.MAKE, Field.MODEL, Field.CALIBRE, Field.SERIAL);
      case PHONE -> List.of(Field.PHONE, Field.COUNTRY);
      case ACCOUNT -> List.of(Field.ACCOUNT);
      case ONLINE -> List.of(Field.ONLINE);
      case VESSEL -> List.of(Field.NAME, Field.REGISTRATION, Field.COUNTRY);
    };
  }

  static Description.Read read(SubjectKind kind, Form form) {
    Map<Field, String> said = new EnumMap<>(Field.class);
    for (Field field : fields(kind)) {
      String text = form.text(field.code());
      if (!text.isBlank()) {
        said.put(field, text);
      }
    }
    return Description.read(kind, said);
  }

  /** Why; empty when a choice is missing or a number is none. */
  static Optional<Justification> why(Form form) {
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    Optional<DataSubjectCategory> category = DataSubjectCategory.ofCode(form.text("category"));
    Optional<Aim> aim = Aim.ofCode(form.text("aim"));
    String months = form.text("months").strip();
    if (offence.isEmpty() || category.isEmpty() || aim.isEmpty() || !months.matches("[0-9]{0,4}")) {
      return Optional.empty();
    }
    @Nullable Integer penalty = months.isEmpty() ? null : Integer.valueOf(months);
    return Optional.of(
        new Justification(
            form.text("purpose"),
            form.text("reference"),
            offence.get(),
            category.get(),
            aim.get(),
            penalty));
  }

  /** The chosen ones among those there are. */
  static Set<AuthorityId> partners(Form form, List<AuthorityId> known) {
    return known.stream()
        .filter(partner -> form.has("partner", partner.value()))
        .collect(Collectors.toSet());
  }
}
