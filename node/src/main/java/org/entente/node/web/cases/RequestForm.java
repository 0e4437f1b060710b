package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Language;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.ContactPointCopy;
import org.entente.node.casework.Content;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Drafts;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.Terms;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.PersonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form for a request: from fields to terms and content and back. */
final class RequestForm {
  /** Stands in while what is known is looked through for faults; never kept and never shown. */
  private static final DataSubjectCategory UNCHOSEN = DataSubjectCategory.WITNESS;

  private RequestForm() {}

  /**
   * What may be asked of the agreement so far. What is not written yet is taken to come, so that an
   * officer hears early what stands against the request and is not told of what they have not
   * reached.
   */
  static Optional<Act> asked(Form form, AuthorityId own, AuthorityId to) {
    return OffenceArea.ofCode(form.text("offence"))
        .map(offence -> {
          Optional<UrgencyReason> reason = UrgencyReason.ofCode(form.text("urgencyReason"));
          boolean urgent = form.has("urgency", Urgency.URGENT.code()) && reason.isPresent();
          int months = months(form.text("maxPenaltyMonths").strip()).orElse(-1);
          boolean stated = months >= 0 && months <= Terms.MOST_MONTHS;
          return new Act(
              ActKind.REQUEST,
              own,
              to,
              offence,
              urgent ? Urgency.URGENT : Urgency.NORMAL,
              urgent ? reason : Optional.empty(),
              Terms.with(
                  PersonFields.category(form)
                      .map(c -> PersonalData.of(Set.of(c), Set.of(DataCategory.PERSONAL_DETAILS)))
                      .orElse(PersonalData.none()),
                  tells(form)),
              new Safeguards(
                  form.has("specialCategories", "true"),
                  form.has("strictlyNecessary", "true"),
                  form.has("political", "true")),
              new Particulars(
                  stated ? OptionalInt.of(months) : OptionalInt.empty(),
                  identifiers(form),
                  true,
                  false,
                  false));
        });
  }

  static Subjects tells(Form form) {
    @Nullable Subjects subjects = SubjectForm.subjects(form);
    return subjects == null ? Subjects.NONE : subjects;
  }

  private static int identifiers(Form form) {
    PersonSought person = PersonFields.person(form, UNCHOSEN);
    return person.identifiers() == 0 ? Particulars.MAX_IDENTIFIERS : person.identifiers();
  }

  /** Everything that keeps the request from being handed in, by field. */
  static List<ContentFault> faults(Form form, Drafts drafts) {
    List<ContentFault> faults = new ArrayList<>();
    if (form.text("partner").isEmpty()) {
      faults.add(new ContentFault("partner", "choose", 0));
    }
    List<String> unchosen = unchosen(form);
    unchosen.forEach(field -> faults.add(new ContentFault(field, "choose", 0)));
    OptionalInt months = months(form.text("maxPenaltyMonths").strip());
    if (months.isPresent() && (months.getAsInt() < 0 || months.getAsInt() > Terms.MOST_MONTHS)) {
      faults.add(new ContentFault("maxPenaltyMonths", "months", Terms.MOST_MONTHS));
    }
    Urgency urgency = form.has("urgency", Urgency.URGENT.code()) ? Urgency.URGENT : Urgency.NORMAL;
    drafts.faults(content(form, PersonFields.category(form).orElse(UNCHOSEN)), urgency).stream()
        .filter(fault -> !unchosen.contains(fault.field()))
        .forEach(faults::add);
    return faults;
  }

  /** The draft that the fields describe: a whole request, or what is known of one so far. */
  static Content content(Form form) {
    boolean whole = terms(form).filter(terms -> terms.faults().isEmpty()).isPresent();
    return whole
        ? content(form, PersonFields.category(form).orElse(UNCHOSEN))
        : new Content.Unfinished(ActKind.REQUEST, form.typed(), unchosen(form), List.of());
  }

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
    if (Language.ofTag(form.text("language")).isEmpty()) {
      missing.add("language");
    }
    if (!urgent && !form.text("urgency").equals(Urgency.NORMAL.code())) {
      missing.add("urgency");
    }
    if (urgent && UrgencyReason.ofCode(form.text("urgencyReason")).isEmpty()) {
      missing.add("urgencyReason");
    }
    boolean about = PersonFields.filled(form) || SubjectForm.subjects(form) == null;
    if (about && PersonFields.category(form).isEmpty()) {
      missing.add("category");
    }
    missing.addAll(SubjectForm.unchosen(form));
    return missing;
  }

  static Content.Request content(Form form, DataSubjectCategory category) {
    @Nullable Subjects subjects = SubjectForm.subjects(form);
    boolean about = subjects == null || PersonFields.filled(form);
    return new Content.Request(
        about ? PersonFields.person(form, category) : null,
        form.text("informationSought"),
        form.text("purpose"),
        form.text("facts"),
        form.text("reasonsToBelieve"),
        form.text("link"),
        form.optional("urgencyReasons"),
        form.optional("restrictions"),
        form.text("language"),
        form.handling(),
        ContactPointCopy.ofCode(form.text("copy")).orElse(null),
        subjects,
        List.of());
  }

  /** The fields of a draft, to be changed. */
  static Form of(MessageView draft, Optional<String> agreement) {
    Act act = draft.header().act();
    Form form =
        switch (draft.content()) {
          case Content.Request request -> of(act.to().value(), Terms.of(act, agreement), request);
          case Content.Unfinished begun -> {
            MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
            begun.fields().forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
            fields.set("partner", act.to().value());
            if (!fields.containsKey("offence")) {
              fields.set("offence", act.offence().code());
            }
            yield new Form(fields);
          }
          default -> new Form(new LinkedMultiValueMap<>());
        };
    form.put("seen", draft.seen());
    return form;
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

  static void fill(MultiValueMap<String, String> fields, Content.Request r) {
    if (r.person() != null) {
      PersonFields.fill(fields, r.person());
    }
    fields.add("informationSought", r.informationSought());
    fields.add("purpose", r.purpose());
    fields.add("facts", r.facts());
    fields.add("reasonsToBelieve", r.reasonsToBelieve());
    fields.add("link", r.link());
    fields.add("urgencyReasons", r.urgencyReasons());
    fields.add("restrictions", r.restrictions());
    fields.add("language", r.language());
    AnswerForm.handling(fields, r.handling());
    AnswerForm.copied(fields, r);
    SubjectForm.fill(fields, r.tells());
  }
}
