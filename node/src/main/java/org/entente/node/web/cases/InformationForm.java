package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.Evaluation;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.Form;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form for information that nobody asked for: from fields to terms and content and back. */
final class InformationForm {
  private static final List<String> PERSON =
      List.of(
          "familyName",
          "givenName",
          "otherSpellings",
          "birthDate",
          "birthPlace",
          "nationality",
          "document",
          "category");

  private InformationForm() {}

  /** Whether it is about a person: what is said of one says so. */
  private static boolean aboutPerson(Form form) {
    return PERSON.stream().anyMatch(field -> !form.text(field).isBlank());
  }

  /** The choices that an officer must make and did not. */
  static List<String> unchosen(Form form) {
    List<String> missing = new ArrayList<>(RequestForm.unchosen(form));
    if (!aboutPerson(form)) {
      missing.remove("category");
    }
    if (Stream.of(Evaluation.Source.values())
        .noneMatch(s -> s.name().equals(form.text("source")))) {
      missing.add("source");
    }
    if (Stream.of(Evaluation.Information.values())
        .noneMatch(i -> i.digit().equals(form.text("information")))) {
      missing.add("information");
    }
    return missing;
  }

  /** The content; empty when a choice is missing. */
  static Optional<Content.Information> content(Form form) {
    Optional<Evaluation> evaluation = form.evaluation();
    if (evaluation.isEmpty() || !unchosen(form).isEmpty()) {
      return Optional.empty();
    }
    Optional<PersonSought> person =
        RequestForm.category(form)
            .filter(category -> aboutPerson(form))
            .map(category -> RequestForm.person(form, category));
    return Optional.of(
        new Content.Information(
            person.orElse(null),
            form.text("text"),
            form.text("relevance"),
            evaluation.get(),
            form.handling(),
            form.optional("handlingText"),
            form.text("assessment").equals("true"),
            form.text("asOf"),
            form.text("language").isEmpty() ? "en" : form.text("language"),
            List.of()));
  }

  /** The fields that describe a draft, to be changed. */
  static Form of(String partner, Terms terms, Content.Information content) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    RequestForm.fill(fields, partner, terms);
    fill(fields, content);
    return new Form(fields);
  }

  static void fill(MultiValueMap<String, String> fields, Content.Information i) {
    if (i.person() != null) {
      RequestForm.fill(fields, i.person());
    }
    fields.add("text", i.text());
    fields.add("relevance", i.relevance());
    fields.add("source", i.evaluation().source().name());
    fields.add("information", i.evaluation().information().digit());
    AnswerForm.handling(fields, i.handling());
    fields.add("handlingText", i.handlingText());
    fields.add("assessment", Boolean.toString(i.assessment()));
    fields.add("asOf", i.asOf());
    fields.add("language", i.language());
  }
}
