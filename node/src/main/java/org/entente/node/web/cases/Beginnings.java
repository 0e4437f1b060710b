package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.checks.AnswerState;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckReading;
import org.entente.node.checks.CheckView;
import org.entente.node.checks.Checks;
import org.entente.node.checks.PartnerAnswer;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.records.Provisions;
import org.entente.node.records.RecordId;
import org.entente.node.records.RecordPage;
import org.entente.node.records.Records;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.PersonFields;
import org.entente.node.web.frame.RecordText;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.SubjectText;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a new request begins with when it is asked from a page that already says something: a
 * possible match of a check, a record, the person of a case, an answer, an own draft. Nothing that
 * is known is typed again, and nothing is sent by itself.
 */
@Component
class Beginnings {
  private final CheckReading reading;
  private final Records records;
  private final Casework casework;
  private final Sentences sentences;

  Beginnings(Checks checks, Records records, Casework casework, Sentences sentences) {
    this.reading = checks.reading();
    this.records = records;
    this.casework = casework;
    this.sentences = sentences;
  }

  /**
   * The form for a new request.
   *
   * @param from parameters of the address: {@code check} with {@code partner}, {@code record},
   *     {@code case}, {@code answer}, {@code draft}, or {@code message} with {@code subject}, the
   *     place of one of those it tells of; what this officer may not see begins nothing
   */
  Form form(Officer officer, Map<String, String> from) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    if (from.containsKey("check")) {
      match(
          fields,
          officer,
          Addresses.read(from.get("check"), CheckId::of),
          from.getOrDefault("partner", ""));
    } else if (from.containsKey("record")) {
      record(fields, officer, Addresses.read(from.get("record"), RecordId::of));
    } else if (from.containsKey("case")) {
      casework
          .cases()
          .view(officer, Addresses.read(from.get("case"), CaseId::of))
          .ifPresent(view -> matter(fields, view));
    } else if (from.containsKey("answer")) {
      message(officer, from.get("answer")).ifPresent(view -> followUp(fields, officer, view));
    } else if (from.containsKey("message")) {
      MessageId id = Addresses.read(from.get("message"), MessageId::of);
      message(officer, from.get("message")).ifPresent(view -> told(fields, view, id, from));
    } else if (from.containsKey("draft")) {
      message(officer, from.get("draft"))
          .ifPresent(view -> again(fields, view, MessageId.of(from.get("draft"))));
    }
    return new Form(fields);
  }

  private Optional<CaseView> message(Officer officer, String id) {
    return casework
        .cases()
        .caseOf(Addresses.read(id, MessageId::of))
        .flatMap(file -> casework.cases().view(officer, file));
  }

  private void record(MultiValueMap<String, String> fields, Officer officer, RecordId id) {
    if (records.read(officer, id) instanceof Outcome.Done<RecordPage>(RecordPage page)) {
      Provisions provisions = page.record().provisions();
      fields.add("offence", provisions.offence().code());
      fields.add("category", provisions.category().code());
      if (page.record().described().subject() instanceof Person person) {
        person(fields, person);
      } else {
        fields.add("informationSought", RecordText.headline(page.record()));
      }
    }
  }

  /** The person and the crime of a case; whom to ask is another question. */
  private static void matter(MultiValueMap<String, String> fields, CaseView view) {
    fields.add("offence", view.summary().offence().code());
    Aside.person(view).ifPresent(person -> PersonFields.fill(fields, person));
  }

  /** One more question to the authority that answered, about the same person. */
  private void followUp(MultiValueMap<String, String> fields, Officer officer, CaseView view) {
    matter(fields, view);
    fields.add("partner", view.summary().partner().value());
    for (MessageView message : view.messages()) {
      if (message.corrected() instanceof Content.Request request) {
        fields.add("purpose", request.purpose());
        fields.add("facts", request.facts());
        fields.add("link", request.link());
        fields.add("language", request.language());
        fields.add(
            "reasonsToBelieve",
            sentences.of(officer.language(), "request.follows", view.summary().reference()));
        break;
      }
    }
  }

  /**
   * One of the persons and things that a message tells of, under the handling it came with: what
   * its sender asked for goes on with it.
   */
  private static void told(
      MultiValueMap<String, String> fields, CaseView view, MessageId id, Map<String, String> from) {
    for (MessageView message : view.messages()) {
      Optional<ToldSubject> told =
          message.id().equals(id)
              ? message.corrected().told(SubjectForm.place(from.getOrDefault("subject", "")))
              : Optional.empty();
      if (told.isPresent()) {
        fields.add("offence", view.summary().offence().code());
        message.corrected().handlingCodes().forEach(code -> fields.add("handling", code.code()));
        if (told.get().subject().orElse(null) instanceof Person person) {
          fields.add("category", told.get().role().category().code());
          person(fields, person);
        } else {
          SubjectForm.fill(fields, new Subjects(List.of(told.get()), List.of()));
        }
        return;
      }
    }
  }

  /** The same text for another partner. */
  private static void again(MultiValueMap<String, String> fields, CaseView view, MessageId draft) {
    view.messages().stream()
        .filter(message -> message.id().equals(draft))
        .findFirst()
        .map(message -> RequestForm.of(message, Optional.empty()))
        .ifPresent(form -> form.without(List.of("partner", "agreement")).forEach(fields::put));
  }

  /** What a check said; nothing where there is no such match. */
  private void match(
      MultiValueMap<String, String> fields, Officer officer, CheckId id, String partner) {
    if (reading.view(officer, id) instanceof Outcome.Done<CheckView>(CheckView view)
        && view.about().isPresent()) {
      view.answers().stream()
          .filter(answer -> answer.partner().value().equals(partner))
          .filter(answer -> answer.state() == AnswerState.HIT)
          .findFirst()
          .ifPresent(answer -> fill(fields, officer, view, view.about().get(), answer));
    }
  }

  private void fill(
      MultiValueMap<String, String> fields,
      Officer officer,
      CheckView view,
      CheckView.About about,
      PartnerAnswer answer) {
    fields.add("partner", answer.partner().value());
    fields.add("offence", about.why().offence().code());
    fields.add("category", about.why().category().code());
    fields.add("purpose", about.why().purpose());
    String met =
        answer.families().stream()
            .map(family -> sentences.of(officer.language(), "check-family." + family))
            .collect(Collectors.joining(", "));
    String quality =
        answer.quality().isEmpty()
            ? ""
            : sentences.of(officer.language(), "check-quality." + answer.quality());
    fields.add(
        "reasonsToBelieve",
        sentences.of(
            officer.language(),
            "check.reason-to-believe",
            Sentences.time(view.at(), officer.zone()),
            answer.wire().toString(),
            quality,
            met));
    if (about.subject() instanceof Person person) {
      person(fields, person);
    } else {
      fields.add("informationSought", SubjectText.headline(about.subject()));
    }
  }

  private static void person(MultiValueMap<String, String> fields, Person person) {
    WrittenName first = person.names().getFirst();
    String family = SubjectText.part(first, WrittenName.Role.FAMILY);
    String given = SubjectText.part(first, WrittenName.Role.GIVEN);
    fields.add("familyName", family.isEmpty() ? first.written() : family);
    fields.add("givenName", given);
    List<String> others = person.names().stream().skip(1).map(WrittenName::written).toList();
    fields.add("otherSpellings", String.join("\n", others));
    person.born().stream()
        .findFirst()
        .ifPresent(d -> fields.add("birthDate", AsWritten.shown(SubjectText.date(d))));
    person.nationalities().stream().findFirst().ifPresent(n -> fields.add("nationality", n));
    person.documents().stream()
        .findFirst()
        .map(IdentityDocument::number)
        .ifPresent(number -> fields.add("document", number));
  }
}
