package org.entente.node.web.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.DataSubjectCategory;
import org.entente.node.casework.PersonSought;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form that describe a person: from fields to the person and back. */
public final class PersonFields {
  /** Their names. */
  public static final List<String> ALL =
      List.of(
          "familyName",
          "givenName",
          "otherSpellings",
          "birthDate",
          "birthPlace",
          "nationality",
          "document",
          "category");

  private PersonFields() {}

  /** Whether anything is said of a person. */
  public static boolean filled(Form form) {
    return ALL.stream().anyMatch(field -> !form.text(field).isBlank());
  }

  public static Optional<DataSubjectCategory> category(Form form) {
    return DataSubjectCategory.ofCode(form.text("category"));
  }

  public static PersonSought person(Form form, DataSubjectCategory category) {
    List<String> spellings =
        Arrays.stream(form.text("otherSpellings").split("\\R"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    @Nullable String born = form.optional("birthDate");
    @Nullable String nationality = form.optional("nationality");
    return new PersonSought(
        form.text("familyName").strip(),
        form.text("givenName").strip(),
        spellings,
        born == null ? null : AsWritten.date(born),
        form.optional("birthPlace"),
        nationality == null ? null : AsWritten.country(nationality),
        form.optional("document"),
        category);
  }

  /** A person as people write one. */
  public static void fill(MultiValueMap<String, String> fields, PersonSought person) {
    fields.add("familyName", person.familyName());
    fields.add("givenName", person.givenName());
    fields.add("otherSpellings", String.join("\n", person.otherSpellings()));
    @Nullable String born = person.birthDate();
    fields.add("birthDate", born == null ? "" : AsWritten.shown(born));
    fields.add("birthPlace", person.birthPlace());
    fields.add("nationality", person.nationality());
    fields.add("document", person.document());
    fields.add("category", person.category().code());
  }
}
