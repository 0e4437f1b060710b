package org.entente.node.web.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.RefusalGround;
import org.entente.node.records.RecordView;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.RecordText;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form for what answers, clarifies or closes a case: from fields to content and back. */
public final class AnswerForm {
  private AnswerForm() {}

  /** The choices that an officer must make and did not. */
  static List<String> unchosen(Form form) {
    List<String> missing = new ArrayList<>();
    if (form.text("kind").equals("refusal")
        && RefusalGround.ofLetter(form.text("ground")).isEmpty()) {
      missing.add("ground");
    }
    if (form.text("kind").equals("reply")) {
      if (Arrays.stream(Evaluation.Source.values())
          .noneMatch(s -> s.name().equals(form.text("source")))) {
        missing.add("source");
      }
      if (Arrays.stream(Evaluation.Information.values())
          .noneMatch(i -> i.digit().equals(form.text("information")))) {
        missing.add("information");
      }
    }
    if (form.text("kind").equals("consent-grant") && form.date("until").isEmpty()) {
      missing.add("until");
    }
    if (form.text("kind").equals("judicial-delay") && expected(form).isEmpty()) {
      missing.add("expected");
    }
    if (partly(form) && RefusalGround.ofLetter(form.text("refusedGround")).isEmpty()) {
      missing.add("refusedGround");
    }
    if (form.text("kind").equals("reply")) {
      missing.addAll(SubjectForm.unchosen(form));
    }
    return missing;
  }

  /** By when the answer is expected: a day, or an hour where the limit is one of hours. */
  private static Optional<Instant> expected(Form form) {
    ZoneId zone;
    try {
      zone = ZoneId.of(form.text("zone"));
    } catch (DateTimeException e) {
      zone = ZoneOffset.UTC;
    }
    return AsWritten.until(form.text("expected"), zone);
  }

  /** Whether a part of the request is refused: what is said of a part says so. */
  private static boolean partly(Form form) {
    return form.text("kind").equals("reply")
        && Stream.of("refusedGround", "refusedPart", "refusedReasons")
            .anyMatch(field -> !form.text(field).isBlank());
  }

  private static Optional<Content.RefusedPart> refusedPart(Form form) {
    return !partly(form)
        ? Optional.empty()
        : RefusalGround.ofLetter(form.text("refusedGround"))
            .map(ground ->
                new Content.RefusedPart(
                    ground, form.text("refusedPart"), form.text("refusedReasons")));
  }

  /**
   * The draft that the fields describe: a whole answer, or what is known of it while something has
   * to be chosen; empty for a kind that is none.
   */
  static Optional<Content> content(Form form) {
    List<String> unchosen = unchosen(form);
    return unchosen.isEmpty()
        ? whole(form)
        : kind(form).map(kind -> new Content.Unfinished(kind, form.typed(), unchosen, List.of()));
  }

  private static Optional<ActKind> kind(Form form) {
    return Arrays.stream(ActKind.values())
        .filter(kind -> kind.code().equals(form.text("kind")))
        .findFirst();
  }

  private static Optional<Content> whole(Form form) {
    String text = form.text("text");
    return switch (form.text("kind")) {
      case "clarification-question" -> Optional.of(new Content.Question(text, List.of()));
      case "clarification-answer" -> Optional.of(new Content.Answer(text, List.of()));
      case "closure" -> Optional.of(new Content.Closure(text));
      case "consent-request" -> Optional.of(new Content.ConsentQuestion(text));
      case "consent-denial" -> Optional.of(new Content.ConsentDenial(text));
      case "consent-grant" ->
          form.date("until")
              .map(day ->
                  new Content.ConsentGrant(
                      text, day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
      case "judicial-delay" -> expected(form).map(at -> new Content.Delay(text, at));
      case "refusal" ->
          RefusalGround.ofLetter(form.text("ground"))
              .map(g -> new Content.Refusal(g, text, List.of()));
      case "reply" ->
          form.evaluation()
              .filter(e -> !partly(form) || refusedPart(form).isPresent())
              .map(e ->
                  new Content.Reply(
                      text,
                      e,
                      form.handling(),
                      form.optional("handlingText"),
                      form.text("assessment").equals("true"),
                      AsWritten.date(form.text("asOf")),
                      refusedPart(form).orElse(null),
                      ContactPointCopy.ofCode(form.text("copy")).orElse(null),
                      SubjectForm.subjects(form),
                      List.of()));
      default -> Optional.empty();
    };
  }

  /** The fields that describe a draft, to be changed. */
  static Form of(Content content) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("kind", content.kind().code());
    switch (content) {
      case Content.Request r -> RequestForm.fill(fields, r);
      case Content.Information i -> InformationForm.fill(fields, i);
      case Content.Question q -> fields.add("text", q.text());
      case Content.Answer a -> fields.add("text", a.text());
      case Content.ConsentQuestion c -> fields.add("text", c.reasons());
      case Content.ConsentDenial c -> fields.add("text", c.text());
      case Content.Closure c -> fields.add("text", c.outcome());
      case Content.Unfinished u ->
          u.fields().forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
      case Content.Withheld w -> {}
      case Content.ConsentGrant g -> {
        fields.add("text", g.text());
        fields.add("until", lastDay(g.until()));
      }
      case Content.Delay d -> {
        fields.add("text", d.reasons());
        fields.add("expected", AsWritten.until(d.expected()));
      }
      case Content.Refusal r -> {
        fields.add("text", r.reasons());
        fields.add("ground", r.ground().letter());
      }
      case Content.Reply r -> {
        fields.add("text", r.text());
        fields.add("source", r.evaluation().source().name());
        fields.add("information", r.evaluation().information().digit());
        handling(fields, r.handling());
        fields.add("handlingText", r.handlingText());
        fields.add("assessment", Boolean.toString(r.assessment()));
        fields.add("asOf", AsWritten.shown(r.asOf()));
        copied(fields, r);
        SubjectForm.fill(fields, r.tells());
        if (r.refusedPart() != null) {
          fields.add("refusedGround", r.refusedPart().ground().letter());
          fields.add("refusedPart", r.refusedPart().part());
          fields.add("refusedReasons", r.refusedPart().reasons());
        }
      }
    }
    return new Form(fields);
  }

  /** The day that ends with an instant. */
  private static String lastDay(Instant end) {
    return AsWritten.shown(end.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1).toString());
  }

  /**
   * A form that the step before leads to.
   *
   * @param begin the code of a kind of message; {@code judge-refused} for the refusal that follows
   *     when the judge said no
   */
  static Typed begun(String begin) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    String kind = begin;
    if (begin.equals("judge-refused")) {
      kind = ActKind.REFUSAL.code();
      fields.add("ground", RefusalGround.JUDICIAL_AUTHORISATION_REFUSED.letter());
    }
    return ActKind.ofCode(kind).isEmpty() ? Typed.nothing() : Typed.in(kind, new Form(fields));
  }

  /** A form with nothing in it. */
  public static Form empty() {
    return new Form(new LinkedMultiValueMap<>());
  }

  /**
   * A reply that says what a record says: its words, and what its owner decided about them. What
   * the record does not say is left to the officer.
   *
   * @param label how a field of a record is called in the language of the request
   */
  static Form of(RecordView record, UnaryOperator<String> label) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    fields.add("kind", ActKind.REPLY.code());
    fields.add("text", RecordText.told(record, label));
    fields.add("source", record.provisions().evaluation().source().name());
    fields.add("information", record.provisions().evaluation().information().digit());
    handling(fields, record.provisions().handling());
    return new Form(fields);
  }

  /** What a draft says of the copy for the contact points. */
  static void copied(MultiValueMap<String, String> fields, Content content) {
    content.copied().ifPresent(copy -> fields.add("copy", copy.code()));
  }

  static void handling(MultiValueMap<String, String> fields, Set<HandlingCode> codes) {
    codes.forEach(code -> fields.add("handling", code.code()));
  }
}
