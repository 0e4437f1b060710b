package org.entente.node.web.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.node.checks.Justification;
import org.entente.node.checks.Justification.Aim;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.SubjectFields;
import org.jspecify.annotations.Nullable;

/** The form for a check: from fields to who is meant, why, and whom to ask. */
public final class CheckForm {
  private CheckForm() {}

  /** The fields by which this kind of subject is described. */
  public static List<ColumnMeaning> fields(SubjectKind kind) {
    return switch (kind) {
      case PERSON ->
          List.of(
              ColumnMeaning.GIVEN,
              ColumnMeaning.FAMILY,
              ColumnMeaning.PATRONYMIC,
              ColumnMeaning.ALIAS,
              ColumnMeaning.BORN,
              ColumnMeaning.NATIONALITY,
              ColumnMeaning.PASSPORT,
              ColumnMeaning.IDENTITY_CARD,
              ColumnMeaning.NATIONAL_NUMBER,
              ColumnMeaning.PHONE);
      case ORGANISATION ->
          List.of(ColumnMeaning.NAME, ColumnMeaning.REGISTRATION, ColumnMeaning.COUNTRY);
      case DOCUMENT -> List.of(ColumnMeaning.DOCUMENT, ColumnMeaning.COUNTRY);
      case VEHICLE -> List.of(ColumnMeaning.PLATE, ColumnMeaning.COUNTRY, ColumnMeaning.VIN);
      case FIREARM ->
          List.of(
              ColumnMeaning.MAKE, ColumnMeaning.MODEL, ColumnMeaning.CALIBRE, ColumnMeaning.SERIAL);
      case PHONE -> List.of(ColumnMeaning.PHONE, ColumnMeaning.COUNTRY);
      case ACCOUNT -> List.of(ColumnMeaning.ACCOUNT);
      case ONLINE -> List.of(ColumnMeaning.ONLINE);
      case VESSEL -> List.of(ColumnMeaning.NAME, ColumnMeaning.REGISTRATION, ColumnMeaning.COUNTRY);
      case NETWORK, HASH, WEB, WALLET, DEVICE, PLACE -> List.of();
    };
  }

  /** The kinds that version 1 of the tokens can ask about. */
  public static List<SubjectKind> kinds() {
    return Arrays.stream(SubjectKind.values()).filter(SubjectFields::checkable).toList();
  }

  static Description.Read read(SubjectKind kind, Form form) {
    Map<ColumnMeaning, String> said = new EnumMap<>(ColumnMeaning.class);
    for (ColumnMeaning field : fields(kind)) {
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

  /** What the justification lacks, by the keys of what the page calls it. */
  static List<String> lacking(Form form) {
    List<String> lacking = new ArrayList<>();
    if (form.text("purpose").isBlank()) {
      lacking.add("check.purpose");
    }
    if (form.text("reference").isBlank()) {
      lacking.add("check.reference");
    }
    if (OffenceArea.ofCode(form.text("offence")).isEmpty()) {
      lacking.add("field.offence");
    }
    if (!form.text("months").strip().matches("[0-9]{0,4}")) {
      lacking.add("check.months");
    }
    if (DataSubjectCategory.ofCode(form.text("category")).isEmpty()) {
      lacking.add("field.category");
    }
    if (Aim.ofCode(form.text("aim")).isEmpty()) {
      lacking.add("check.aim");
    }
    return lacking;
  }

  /** The agreements that were chosen for the chosen partners. */
  static Set<String> agreements(Form form, AgreementChoices choices) {
    return choices.all().stream()
        .filter(choice -> form.has("partner", choice.partner().value()))
        .map(choice -> choice.agreement().hash().value())
        .filter(hash -> form.has("agreement", hash))
        .collect(Collectors.toSet());
  }

  /** The chosen ones among those there are. */
  static Set<AuthorityId> partners(Form form, List<AuthorityId> known) {
    return known.stream()
        .filter(partner -> form.has("partner", partner.value()))
        .collect(Collectors.toSet());
  }
}
