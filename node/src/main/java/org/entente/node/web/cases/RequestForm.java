package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.Form;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form for a request: from fields to terms and content and back. */
final class RequestForm {
  private RequestForm() {}

  /** What the agreement decides on; empty when a choice is missing. */
  static Optional<Terms> terms(Form form) {
    return unchosen(form).isEmpty() ? chosen(form) : Optional.empty();
  }

  /** The same where whom it is about does not matter. */
  static Optional<Terms> chosen(Form form) {
    boolean urgent = form.text("urgency").equals(Urgency.URGENT.code());
    return OffenceArea.ofCode(form.text("offence"))
        .map(offence ->
            new Terms(
                offence,
                urgent ? Urgency.URGENT : Urgency.NORMAL,
                urgent ? UrgencyReason.ofCode(form.text("urgencyReason")) : Optional.empty(),
                Set.of(DataCategory.PERSONAL_DETAILS),
                form.text("specialCategories").equals("true"),
                form.text("strictlyNecessary").equals("true"),
                form.text("political").equals("true"),
                months(form.text("maxPenaltyMonths").strip()),
                Optional.ofNullable(form.optional("agreement"))));
  }

  /**
   * What was typed; what is no number of months is not dropped but named as a fault of the terms.
   */
  private static OptionalInt months(String typed) {
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1);
  }

  /** The choices that an officer must make and did not. */
  static List<String> unchosen(Form form) {
    List<String> missing = new ArrayList<>();
    if (OffenceArea.ofCode(form.text("offence")).isEmpty()) {
      missing.add("offence");
    }
    boolean urgent = form.text("urgency").equals(Urgency.URGENT.code());
    if (!urgent && !form.text("urgency").equals(Urgency.NORMAL.code())) {
      missing.add("urgency");
    }
    if (urgent && UrgencyReason.ofCode(form.text("urgencyReason")).isEmpty()) {
      missing.add("urgencyReason");
    }
    if (category(form).isEmpty()) {
      missing.add("category");
    }
    return missing;
  }

  static Optional<DataSubjectCategory> category(Form form) {
    return DataSubjectCategory.ofCode(form.text("category"));
  }

  static PersonSought person(Form form, DataSubjectCategory category) {
    List<String> spellings =
        Arrays.stream(form.text("otherSpellings").split("\\R"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    return new PersonSought(
        form.text("familyName").strip(),
        form.text("givenName").strip(),
        spellings,
        form.optional("birthDate"),
        form.optional("birthPlace"),
        form.optional("nationality"),
        form.optional("document"),
        category);
  }

  static Content.Request content(Form form, DataSubjectCategory category) {
    return new Content.Request(
        person(form, category),
        form.text("informationSought"),
        form.text("purpose"),
        form.text("facts"),
        form.text("reasonsToBelieve"),
        form.text("link"),
        form.optional("urgencyReasons"),
        form.optional("restrictions"),
        form.text("language").isEmpty() ? "en" : form.text("language"),
        form.handling(),
        List.of());
  }

  /** The fields that describe a drafted request, to be changed. */
  static Form of(String partner, Terms terms, Content.Request content) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fill(fields, partner, terms);
    fill(fields, content);
    return new Form(fields);
  }

  /** What the agreement decides on. */
  static void fill(MultiValueMap<String, String> fields, String partner, Terms terms) {
    fields.add("partner", partner);
    fields.add("offence", terms.offence().code());
    fields.add("urgency", terms.urgency().code());
    fields.add("urgencyReason", terms.urgencyReason().map(UrgencyReason::code).orElse(""));
    fields.add("specialCategories", Boolean.toString(terms.specialCategories()));
    fields.add("strictlyNecessary", Boolean.toString(terms.strictlyNecessary()));
    fields.add("political", Boolean.toString(terms.political()));
    terms.maxPenaltyMonths().ifPresent(m -> fields.add("maxPenaltyMonths", Integer.toString(m)));
    terms.agreement().ifPresent(hash -> fields.add("agreement", hash));
  }

  /** Whom it is about. */
  static void fill(MultiValueMap<String, String> fields, PersonSought person) {
    fields.add("familyName", person.familyName());
    fields.add("givenName", person.givenName());
    fields.add("otherSpellings", String.join("\n", person.otherSpellings()));
    fields.add("birthDate", person.birthDate());
    fields.add("birthPlace", person.birthPlace());
    fields.add("nationality", person.nationality());
    fields.add("document", person.document());
    fields.add("category", person.category().code());
  }

  static void fill(MultiValueMap<String, String> fields, Content.Request r) {
    fill(fields, r.person());
    fields.add("informationSought", r.informationSought());
    fields.add("purpose", r.purpose());
    fields.add("facts", r.facts());
    fields.add("reasonsToBelieve", r.reasonsToBelieve());
    fields.add("link", r.link());
    fields.add("urgencyReasons", r.urgencyReasons());
    fields.add("restrictions", r.restrictions());
    fields.add("language", r.language());
    AnswerForm.handling(fields, r.handling());
  }
}
