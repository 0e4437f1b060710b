package org.entente.node.web.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.entente.node.act.Outcome;
import org.entente.node.checks.AnswerState;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckReading;
import org.entente.node.checks.CheckView;
import org.entente.node.checks.Checks;
import org.entente.node.checks.PartnerAnswer;
import org.entente.node.officers.Officer;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.SubjectText;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The way from a possible match to a reasoned request: a form that begins with what the check said,
 * for an officer to complete. Nothing is sent by itself.
 */
@Component
class FollowUp {
  private final CheckReading reading;
  private final Sentences sentences;

  FollowUp(Checks checks, Sentences sentences) {
    this.reading = checks.reading();
    this.sentences = sentences;
  }

  /** The form for a request to a partner; empty where there is no such match. */
  Form form(Officer officer, CheckId id, String partner) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    if (reading.view(officer, id) instanceof Outcome.Done<CheckView>(CheckView view)
        && view.about().isPresent()) {
      view.answers().stream()
          .filter(answer -> answer.partner().value().equals(partner))
          .filter(answer -> answer.state() == AnswerState.HIT)
          .findFirst()
          .ifPresent(answer -> fill(fields, officer, view, view.about().get(), answer));
    }
    return new Form(fields);
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
    String family = part(first, WrittenName.Role.FAMILY);
    String given = part(first, WrittenName.Role.GIVEN);
    fields.add("familyName", family.isEmpty() ? first.written() : family);
    fields.add("givenName", given);
    List<String> others = person.names().stream().skip(1).map(WrittenName::written).toList();
    fields.add("otherSpellings", String.join("\n", others));
    person.born().stream().findFirst().ifPresent(d -> fields.add("birthDate", SubjectText.date(d)));
    person.nationalities().stream().findFirst().ifPresent(n -> fields.add("nationality", n));
    person.documents().stream()
        .findFirst()
        .map(IdentityDocument::number)
        .ifPresent(number -> fields.add("document", number));
  }

  private static String part(WrittenName name, WrittenName.Role role) {
    return name.parts().stream()
        .filter(part -> part.role() == role)
        .map(WrittenName.Part::text)
        .collect(Collectors.joining(" "));
  }
}
