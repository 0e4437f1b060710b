package org.entente.node.web.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The four steps in which a request is written; each has an address of its own. */
public enum RequestStep {
  WHOM("whom", "partner", "offence", "purpose", "maxPenaltyMonths", "agreement"),
  PERSON(
      "person",
      "familyName",
      "givenName",
      "birthDate",
      "nationality",
      "document",
      "birthPlace",
      "otherSpellings",
      "category"),
  QUESTION(
      "question",
      "informationSought",
      "facts",
      "reasonsToBelieve",
      "link",
      "urgency",
      "urgencyReason",
      "urgencyReasons",
      "language",
      "copy",
      "handling",
      "restrictions",
      "specialCategories",
      "strictlyNecessary",
      "political"),
  /** What the partner will read. */
  CHECK("check");

  /** The steps in which something is filled in. */
  public static final List<RequestStep> WRITTEN = List.of(WHOM, PERSON, QUESTION);

  /** How all of what a message tells of is called where it is too much. */
  private static final Set<String> BESIDE = Set.of("subjects", "links", "forms");

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody can change.
  private final List<String> fields;

  RequestStep(String code, String... fields) {
    this.code = code;
    this.fields = List.of(fields);
  }

  static Optional<RequestStep> ofCode(String code) {
    return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
  }

  /** The step in which a field is filled in. */
  static RequestStep of(String field) {
    return SubjectForm.ours(field) || BESIDE.contains(field)
        ? PERSON
        : WRITTEN.stream().filter(step -> step.fields.contains(field)).findFirst().orElse(WHOM);
  }

  /** Of its address and texts. */
  public String code() {
    return code;
  }

  List<String> fields() {
    return fields;
  }

  /** Counted from 1. */
  public int number() {
    return switch (this) {
      case WHOM -> 1;
      case PERSON -> 2;
      case QUESTION -> 3;
      case CHECK -> 4;
    };
  }

  RequestStep next() {
    return switch (this) {
      case WHOM -> PERSON;
      case PERSON -> QUESTION;
      case QUESTION, CHECK -> CHECK;
    };
  }

  RequestStep back() {
    return switch (this) {
      case WHOM, PERSON -> WHOM;
      case QUESTION -> PERSON;
      case CHECK -> QUESTION;
    };
  }
}
