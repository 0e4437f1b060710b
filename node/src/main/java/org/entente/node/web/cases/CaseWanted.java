package org.entente.node.web.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.RefusalGround;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * What programs send about a case, in stable codes; each turns itself into the field's own types.
 */
final class CaseWanted {
  private CaseWanted() {}

  record PersonWanted(
      @Nullable String familyName,
      @Nullable String givenName,
      @Nullable List<String> otherSpellings,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      @Nullable String nationality,
      @Nullable String document,
      String category) {
    PersonSought person() {
      return new PersonSought(
          Wanted.orEmpty(familyName),
          Wanted.orEmpty(givenName),
          otherSpellings == null ? List.of() : otherSpellings,
          birthDate,
          birthPlace,
          nationality,
          document,
          Wanted.code("category", category, DataSubjectCategory::ofCode));
    }
  }

  record RequestWanted(
      String partner,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      @Nullable List<String> data,
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political,
      PersonWanted person,
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
      @Nullable String agreement) {
    Terms terms() {
      return new Terms(
          Wanted.code("offence", offence, OffenceArea::ofCode),
          Wanted.urgency(urgency),
          Optional.ofNullable(urgencyReason)
              .map(r -> Wanted.code("urgencyReason", r, UrgencyReason::ofCode)),
          Wanted.codes(
              "data",
              data == null ? List.of("personal-details") : data,
              DataCategory.class,
              DataCategory::ofCode),
          specialCategories,
          strictlyNecessary,
          political,
          maxPenaltyMonths == null ? OptionalInt.empty() : OptionalInt.of(maxPenaltyMonths),
          Optional.ofNullable(agreement));
    }

    Content.Request content() {
      return new Content.Request(
          person.person(),
          Wanted.orEmpty(informationSought),
          Wanted.orEmpty(purpose),
          Wanted.orEmpty(facts),
          Wanted.orEmpty(reasonsToBelieve),
          Wanted.orEmpty(link),
          urgencyReasons,
          restrictions,
          language == null ? "en" : language,
          Wanted.handling(handling),
          List.of());
    }
  }

  record InformationWanted(
      String partner,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political,
      @Nullable PersonWanted person,
      @Nullable String text,
      @Nullable String relevance,
      String source,
      String information,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      boolean assessment,
      @Nullable String asOf,
      @Nullable String language,
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
          person == null ? null : person.person(),
          Wanted.orEmpty(text),
          Wanted.orEmpty(relevance),
          Wanted.evaluation(source, information),
          Wanted.handling(handling),
          handlingText,
          assessment,
          Wanted.orEmpty(asOf),
          language == null ? "en" : language,
          List.of());
    }
  }

  record ConsentWanted(
      String partner, String offence, @Nullable String reasons, @Nullable String agreement) {}

  record TextWanted(@Nullable String text) {}

  record ReplyWanted(
      @Nullable String text,
      String source,
      String information,
      @Nullable List<String> handling,
      @Nullable String handlingText,
      boolean assessment,
      @Nullable String asOf,
      @Nullable PartWanted refusedPart) {
    Content.Reply content() {
      return new Content.Reply(
          Wanted.orEmpty(text),
          Wanted.evaluation(source, information),
          Wanted.handling(handling),
          handlingText,
          assessment,
          Wanted.orEmpty(asOf),
          refusedPart == null ? null : refusedPart.content(),
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

  record RefusalWanted(String ground, @Nullable String reasons) {
    Content.Refusal content() {
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
