package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Evaluation;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.PersonFields;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form for information that nobody asked for: from fields to terms and content and back. */
final class InformationForm {
  private InformationForm() {}

  /** The choices that an officer must make and did not. */
  static List<String> unchosen(Form form) {
    List<String> missing = new ArrayList<>(RequestForm.unchosen(form));
    if (!PersonFields.filled(form)) {
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

  /** The draft that the fields describe: whole, or what is known of it so far. */
  static Content content(Form form) {
    List<String> unchosen = unchosen(form);
    Optional<Evaluation> evaluation = form.evaluation();
    if (evaluation.isEmpty() || !unchosen.isEmpty()) {
      return new Content.Unfinished(ActKind.INFORMATION, form.typed(), unchosen, List.of());
    }
    Optional<PersonSought> person =
        PersonFields.category(form)
            .filter(category -> PersonFields.filled(form))
            .map(category -> PersonFields.person(form, category));
    return new Content.Information(
        person.orElse(null),
        form.text("text"),
        form.text("relevance"),
        evaluation.get(),
        form.handling(),
        form.optional("handlingText"),
        form.text("assessment").equals("true"),
        AsWritten.date(form.text("asOf")),
        form.text("language"),
        ContactPointCopy.ofCode(form.text("copy")).orElse(null),
        SubjectForm.subjects(form),
        List.of());
  }

  /** The fields of a draft, to be changed; empty where it is no such draft. */
  static Optional<Form> of(MessageView draft, Optional<String> agreement) {
    Act act = draft.header().act();
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    switch (draft.content()) {
      case Content.Information information -> {
        RequestForm.fill(fields, act.to().value(), Terms.of(act, agreement));
        fill(fields, information);
      }
      case Content.Unfinished begun when begun.kind() == ActKind.INFORMATION -> {
        begun.fields().forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
        fields.set("partner", act.to().value());
      }
      default -> {
        return Optional.empty();
      }
    }
    fields.set("seen", draft.seen());
    return Optional.of(new Form(fields));
  }

  static void fill(MultiValueMap<String, String> fields, Content.Information i) {
    if (i.person() != null) {
      PersonFields.fill(fields, i.person());
    }
    fields.add("text", i.text());
    fields.add("relevance", i.relevance());
    fields.add("source", i.evaluation().source().name());
    fields.add("information", i.evaluation().information().digit());
    AnswerForm.handling(fields, i.handling());
    AnswerForm.copied(fields, i);
    fields.add("handlingText", i.handlingText());
    fields.add("assessment", Boolean.toString(i.assessment()));
    fields.add("asOf", AsWritten.shown(i.asOf()));
    fields.add("language", i.language());
    SubjectForm.fill(fields, i.tells());
  }
}
