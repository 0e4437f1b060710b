package org.entente.node.web.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.RefusalGround;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What programs send about a case, in stable codes; each turns itself into the field's own types.
 */
final class CaseWanted {
  private CaseWanted() {}

  private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, List.of(value));
    }
  }

  private static void told(Map<String, List<String>> fields, @Nullable Subjects told) {
    if (told != null) {
      MultiValueMap<String, String> rows = new LinkedMultiValueMap<>();
      SubjectForm.fill(rows, told);
      rows.forEach((name, values) -> fields.put(name, List.copyOf(values)));
    }
  }

  private static @Nullable ContactPointCopy copied(@Nullable String copy) {
    return copy == null ? null : Wanted.code("copy", copy, ContactPointCopy::ofCode);
  }

  private static @Nullable String ticked(@Nullable Boolean said) {
    return Boolean.TRUE.equals(said) ? "true" : null;
  }

  record PersonWanted(
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable List<String> otherSpellings,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      @Nullable String nationality,
      @Nullable String document,
      @Nullable String category) {
    Optional<DataSubjectCategory> role() {
      return Optional.ofNullable(category)
          .map(code -> Wanted.code("category", code, DataSubjectCategory::ofCode));
    }

    PersonSought person(DataSubjectCategory role) {
      return new PersonSought(
          Wanted.orEmpty(familyName),
          Wanted.orEmpty(givenName),
          otherSpellings == null ? List.of() : otherSpellings,
          birthDate,
          birthPlace,
          nationality,
          document,
          role);
    }

    private void unfinished(Map<String, List<String>> fields) {
      put(fields, "familyName", familyName);
      put(fields, "givenName", givenName);
      if (otherSpellings != null) {
        put(fields, "otherSpellings", String.join("\n", otherSpellings));
      }
      put(fields, "birthDate", birthDate);
      put(fields, "birthPlace", birthPlace);
      put(fields, "nationality", nationality);
      put(fields, "document", document);
      put(fields, "category", role().map(DataSubjectCategory::code).orElse(null));
    }
  }

  record RequestWanted(
      String partner,
      String offence,
      @Nullable String urgency,
      @Nullable String urgencyReason,
      @Nullable List<String> data,
      @Nullable Boolean specialCategories,
      @Nullable Boolean strictlyNecessary,
      @Nullable Boolean political,
      @Nullable PersonWanted person,
      @Nullable String informationSought,
      @Nullable String purpose,
      @Nullable String facts,
      @Nullable String reasonsToBelieve,
      @Nullable String link,
      @Nullable String urgencyReasons,
      @Nullable String restrictions,
      @Nullable String language,
      @Nullable List<String> handling,
      @Nullable Integer maxPenaltyMonths,
      @Nullable String copy,
      @Nullable List<SubjectsWanted.SubjectWanted> subjects,
      @Nullable List<SubjectsWanted.LinkWanted> links,
      @Nullable List<SubjectsWanted.FormWanted> forms,
      @Nullable String agreement) {
    OffenceArea area() {
      return Wanted.code("offence", offence, OffenceArea::ofCode);
    }

    private Optional<Urgency> stated() {
      return Optional.ofNullable(urgency).map(Wanted::urgency);
    }

    private Optional<UrgencyReason> ground() {
      return Optional.ofNullable(urgencyReason)
          .map(r -> Wanted.code("urgencyReason", r, UrgencyReason::ofCode));
    }

    Terms terms() {
      return new Terms(
          area(),
          Wanted.said("urgency", stated().orElse(null)),
          ground(),
          Wanted.codes("data", Wanted.said("data", data), DataCategory.class, DataCategory::ofCode),
          Wanted.said("specialCategories", specialCategories),
          Wanted.said("strictlyNecessary", strictlyNecessary),
          Wanted.said("political", political),
          maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths),
          Optional.ofNullable(agreement));
    }

    /** A whole request, or what is known of one while a choice is missing. */
    Content content() {
      Optional<DataSubjectCategory> role = Optional.ofNullable(person).flatMap(PersonWanted::role);
      Map<String, Optional<?>> choices = new LinkedHashMap<>();
      @Nullable Subjects told = SubjectsWanted.subjects(subjects, links, forms);
      choices.put("urgency", stated());
      if (person != null || told == null) {
        choices.put("category", role);
      }
      choices.put("data", Optional.ofNullable(data));
      choices.put("language", Optional.ofNullable(language));
      choices.put("specialCategories", Optional.ofNullable(specialCategories));
      choices.put("strictlyNecessary", Optional.ofNullable(strictlyNecessary));
      choices.put("political", Optional.ofNullable(political));
      List<String> missing =
          choices.entrySet().stream()
              .filter(choice -> choice.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .toList();
      return missing.isEmpty()
          ? request(person == null ? null : person.person(role.orElseThrow()), told)
          : new Content.Unfinished(ActKind.REQUEST, unfinished(), missing, List.of());
    }

    private Map<String, List<String>> unfinished() {
      Map<String, List<String>> fields = new LinkedHashMap<>();
      put(fields, "offence", area().code());
      put(fields, "urgency", stated().map(Urgency::code).orElse(null));
      put(fields, "urgencyReason", ground().map(UrgencyReason::code).orElse(null));
      if (person != null) {
        person.unfinished(fields);
      }
      put(fields, "informationSought", informationSought);
      put(fields, "purpose", purpose);
      put(fields, "facts", facts);
      put(fields, "reasonsToBelieve", reasonsToBelieve);
      put(fields, "link", link);
      put(fields, "urgencyReasons", urgencyReasons);
      put(fields, "restrictions", restrictions);
      put(fields, "language", language);
      put(fields, "specialCategories", ticked(specialCategories));
      put(fields, "strictlyNecessary", ticked(strictlyNecessary));
      put(fields, "political", ticked(political));
      put(
          fields,
          "maxPenaltyMonths",
          maxPenaltyMonths == null ? null : maxPenaltyMonths.toString());
      put(fields, "copy", copy);
      put(fields, "agreement", agreement);
      told(fields, SubjectsWanted.subjects(subjects, links, forms));
      List<String> codes =
          Wanted.handling(handling).stream().map(HandlingCode::code).sorted().toList();
      if (!codes.isEmpty()) {
        fields.put("handling", codes);
      }
      return fields;
    }

    private Content.Request request(@Nullable PersonSought whom, @Nullable Subjects told) {
      return new Content.Request(
          whom,
          Wanted.orEmpty(informationSought),
          Wanted.orEmpty(purpose),
          Wanted.orEmpty(facts),
          Wanted.orEmpty(reasonsToBelieve),
          Wanted.orEmpty(link),
          urgencyReasons,
          restrictions,
          Wanted.orEmpty(language),
          Wanted.handling(handling),
          copied(copy),
          told,
          List.of());
    }
  }

  record InformationWanted(
      String partner,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      Boolean specialCategories,
      Boolean strictlyNecessary,
      Boolean political,
      @Nullable PersonWanted person,
      @Nullable String text,
      @Nullable String relevance,
      String source,
      String information,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      Boolean assessment,
      @Nullable String asOf,
      String language,
      @Nullable String copy,
      @Nullable List<SubjectsWanted.SubjectWanted> subjects,
      @Nullable List<SubjectsWanted.LinkWanted> links,
      @Nullable List<SubjectsWanted.FormWanted> forms,
      @Nullable String agreement) {
    Terms terms() {
      return new Terms(
          Wanted.code("offence", offence, OffenceArea::ofCode),
          Wanted.urgency(urgency),
          Optional.ofNullable(urgencyReason)
              .map(r -> Wanted.code("urgencyReason", r, UrgencyReason::ofCode)),
          Set.of(DataCategory.PERSONAL_DETAILS),
          specialCategories,
          strictlyNecessary,
          political,
          OptionalInt.empty(),
          Optional.ofNullable(agreement));
    }

    Content.Information content() {
      return new Content.Information(
          person == null
              ? null
              : person.person(
                  Wanted.code(
                      "category", Wanted.orEmpty(person.category()), DataSubjectCategory::ofCode)),
          Wanted.orEmpty(text),
          Wanted.orEmpty(relevance),
          Wanted.evaluation(source, information),
          Wanted.handling(handling),
          handlingText,
          assessment,
          Wanted.orEmpty(asOf),
          language,
          copied(copy),
          SubjectsWanted.subjects(subjects, links, forms),
          List.of());
    }
  }

  record ConsentWanted(
      String partner, String offence, @Nullable String reasons, @Nullable String agreement) {}

  record TextWanted(@Nullable String text) {}

  record ReplyWanted(
      @Nullable String text,
      @Nullable String source,
      @Nullable String information,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      @Nullable Boolean assessment,
      @Nullable String asOf,
      @Nullable PartWanted refusedPart,
      @Nullable String copy,
      @Nullable List<SubjectsWanted.SubjectWanted> subjects,
      @Nullable List<SubjectsWanted.LinkWanted> links,
      @Nullable List<SubjectsWanted.FormWanted> forms) {
    /** A whole reply, or what is known of one while its evaluation is missing. */
    Content content() {
      Optional<Evaluation.Source> from =
          Optional.ofNullable(source)
              .map(s -> Wanted.constant("source", s, Evaluation.Source.values(), Enum::name));
      Optional<Evaluation.Information> how =
          Optional.ofNullable(information)
              .map(i ->
                  Wanted.constant(
                      "information",
                      i,
                      Evaluation.Information.values(),
                      Evaluation.Information::digit));
      if (from.isPresent() && how.isPresent() && assessment != null) {
        return reply(new Evaluation(from.get(), how.get()), assessment);
      }
      List<String> missing = new ArrayList<>();
      Map<String, List<String>> fields = new LinkedHashMap<>();
      put(fields, "text", text);
      from.ifPresentOrElse(s -> put(fields, "source", s.name()), () -> missing.add("source"));
      how.ifPresentOrElse(
          i -> put(fields, "information", i.digit()), () -> missing.add("information"));
      if (assessment == null) {
        missing.add("assessment");
      }
      put(fields, "handlingText", handlingText);
      put(fields, "assessment", ticked(assessment));
      put(fields, "asOf", asOf);
      put(fields, "copy", copy);
      told(fields, SubjectsWanted.subjects(subjects, links, forms));
      if (refusedPart != null) {
        put(fields, "refusedGround", refusedPart.ground());
        put(fields, "refusedPart", refusedPart.part());
        put(fields, "refusedReasons", refusedPart.reasons());
      }
      List<String> codes =
          Wanted.handling(handling).stream().map(HandlingCode::code).sorted().toList();
      if (!codes.isEmpty()) {
        fields.put("handling", codes);
      }
      return new Content.Unfinished(ActKind.REPLY, fields, missing, List.of());
    }

    private Content.Reply reply(Evaluation evaluation, boolean judged) {
      return new Content.Reply(
          Wanted.orEmpty(text),
          evaluation,
          Wanted.handling(handling),
          handlingText,
          judged,
          Wanted.orEmpty(asOf),
          refusedPart == null ? null : refusedPart.content(),
          copied(copy),
          SubjectsWanted.subjects(subjects, links, forms),
          List.of());
    }
  }

  record DelayWanted(@Nullable String reasons, Instant expected) {
    Content.Delay content() {
      return new Content.Delay(Wanted.orEmpty(reasons), expected);
    }
  }

  /** The part of a request that a reply refuses. */
  record PartWanted(String ground, @Nullable String part, @Nullable String reasons) {
    Content.RefusedPart content() {
      return new Content.RefusedPart(
          Wanted.constant("ground", ground, RefusalGround.values(), RefusalGround::letter),
          Wanted.orEmpty(part),
          Wanted.orEmpty(reasons));
    }
  }

  record RefusalWanted(@Nullable String ground, @Nullable String reasons) {
    Content content() {
      if (ground == null) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        put(fields, "text", reasons);
        return new Content.Unfinished(ActKind.REFUSAL, fields, List.of("ground"), List.of());
      }
      return new Content.Refusal(
          Wanted.constant("ground", ground, RefusalGround.values(), RefusalGround::letter),
          Wanted.orEmpty(reasons),
          List.of());
    }
  }

  record GrantWanted(@Nullable String text, Instant until) {}

  record NoteWanted(@Nullable String note) {}

  record TriageWanted(String access) {}
}
