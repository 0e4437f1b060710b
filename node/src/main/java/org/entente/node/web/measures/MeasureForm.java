package org.entente.node.web.measures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.Terms;
import org.entente.node.measures.Measure;
import org.entente.node.measures.MeasureKind;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.Stated;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.PersonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of what opens a measure: from fields to content and back. */
final class MeasureForm {
  /** In what may wait: the officer says that it is not urgent. */
  static final String NOT_URGENT = "none";

  /** Every partner; each is decided on by its own agreement. */
  static final String ALL = "all";

  private MeasureForm() {}

  /** What must be chosen and is not, or cannot be read; beside what the content itself lacks. */
  static List<ContentFault> faults(MeasureKind kind, Form form, ZoneId zone) {
    List<ContentFault> faults = new ArrayList<>();
    if (OffenceArea.ofCode(form.text("offence")).isEmpty()) {
      faults.add(new ContentFault("offence", "choose", 0));
    }
    boolean chosen =
        UrgencyReason.ofCode(form.text("urgencyReason")).isPresent()
            || (kind.mayWait() && form.text("urgencyReason").equals(NOT_URGENT));
    if (!chosen) {
      faults.add(new ContentFault("urgencyReason", "choose", 0));
    }
    if (PersonFields.filled(form) && PersonFields.category(form).isEmpty()) {
      faults.add(new ContentFault("category", "choose", 0));
    }
    if (months(form).isPresent()
        && (months(form).getAsInt() < 0 || months(form).getAsInt() > Terms.MOST_MONTHS)) {
      faults.add(new ContentFault("maxPenaltyMonths", "months", Terms.MOST_MONTHS));
    }
    if (kind.aboutLife() && by(form, zone).isEmpty()) {
      boolean empty = form.text("by").isBlank();
      faults.add(new ContentFault("by", empty ? "missing" : "date", 0));
    }
    if (kind == MeasureKind.VERIFICATION && document(form).isEmpty()) {
      faults.add(new ContentFault("documentKind", "choose", 0));
    }
    if (kind == MeasureKind.ARRIVAL_QUESTION && way(form).isEmpty()) {
      faults.add(new ContentFault("way", "choose", 0));
    }
    return faults;
  }

  private static OptionalInt months(Form form) {
    String typed = form.text("maxPenaltyMonths").strip();
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1);
  }

  static Optional<Instant> by(Form form, ZoneId zone) {
    return AsWritten.until(form.text("by"), zone);
  }

  private static Optional<Measure.Document> document(Form form) {
    return Chosen.of(Measure.Document.values(), form.text("documentKind"));
  }

  private static Optional<Measure.Sent> way(Form form) {
    return Chosen.of(Measure.Sent.values(), form.text("way"));
  }

  /** What is stated; only where {@link #faults} has none. */
  static Stated stated(Form form) {
    return new Stated(
        OffenceArea.ofCode(form.text("offence")).orElseThrow(),
        UrgencyReason.ofCode(form.text("urgencyReason")),
        Optional.empty(),
        0,
        form.has("specialCategories", "true"),
        form.has("strictlyNecessary", "true"),
        form.has("political", "true"),
        months(form));
  }

  /** What it says; what {@link #faults} names is left out. */
  static Measure.Opening content(MeasureKind kind, Form form, ZoneId zone) {
    @Nullable PersonSought person =
        PersonFields.filled(form)
            ? PersonFields.category(form)
                .map(category -> PersonFields.person(form, category))
                .orElse(null)
            : null;
    return switch (kind) {
      case ALERT ->
          new Measure.Alert(
              form.text("what"),
              form.text("where"),
              form.text("when"),
              form.text("endangered"),
              form.text("asked"),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      case LIFE_AT_RISK ->
          new Measure.LifeAtRisk(
              form.text("endangered"),
              form.text("imminent"),
              by(form, zone).orElse(Instant.EPOCH),
              form.text("where"),
              form.text("asked"),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      case PRESERVATION ->
          new Measure.Preservation(
              form.text("authority"),
              form.text("facts"),
              form.text("data"),
              form.text("custodian"),
              form.text("necessity"),
              form.text("intent"),
              form.text("contact"),
              days(form),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      case EMERGENCY_DISCLOSURE ->
          new Measure.EmergencyDisclosure(
              form.text("endangered"),
              form.text("imminent"),
              by(form, zone).orElse(Instant.EPOCH),
              form.text("authority"),
              form.text("provider"),
              form.text("accounts"),
              form.text("wanted"),
              form.text("averts"),
              form.text("tooSlow"),
              form.text("intent"),
              form.text("contact"),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      case VERIFICATION ->
          new Measure.Verification(
              document(form).orElse(Measure.Document.OTHER),
              form.text("documentNumber"),
              form.text("issuedBy"),
              form.text("particulars"),
              form.text("doubt"),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      case ARRIVAL_QUESTION ->
          new Measure.ArrivalQuestion(
              form.text("sent"),
              form.text("sentOn"),
              way(form).orElse(Measure.Sent.POST),
              form.text("sentTo"),
              form.text("sentUnder"),
              person,
              form.handling(),
              form.optional("handlingText"),
              form.text("language"));
      default -> throw new IllegalStateException("Only what opens a measure has a form");
    };
  }

  private static int days(Form form) {
    String typed = form.text("forDays").strip();
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
  }

  /** The addressees that were ticked, among those there are. */
  static Set<AuthorityId> to(List<String> ticked, List<AuthorityId> partners) {
    Set<AuthorityId> to = new LinkedHashSet<>();
    for (AuthorityId partner : partners) {
      if (ticked.contains(ALL) || ticked.contains(partner.value())) {
        to.add(partner);
      }
    }
    return to;
  }

  /** The fields of a measure, to be written anew. */
  static Form of(MeasureView view) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    Stated stated = view.stated();
    fields.add("offence", stated.offence().code());
    fields.add("urgencyReason", stated.reason().map(UrgencyReason::code).orElse(NOT_URGENT));
    fields.add("specialCategories", Boolean.toString(stated.specialCategories()));
    fields.add("strictlyNecessary", Boolean.toString(stated.strictlyNecessary()));
    fields.add("political", Boolean.toString(stated.political()));
    stated
        .maxPenaltyMonths()
        .ifPresent(months -> fields.add("maxPenaltyMonths", Integer.toString(months)));
    view.legs().forEach(leg -> fields.add("partner", leg.partner().value()));
    view.says().ifPresent(says -> fill(fields, says));
    return new Form(fields);
  }

  private static void fill(MultiValueMap<String, String> fields, Measure.Opening says) {
    switch (says) {
      case Measure.Alert a -> {
        fields.add("what", a.what());
        fields.add("where", a.where());
        fields.add("when", a.when());
        fields.add("endangered", a.endangered());
        fields.add("asked", a.asked());
      }
      case Measure.LifeAtRisk l -> {
        fields.add("endangered", l.endangered());
        fields.add("imminent", l.imminent());
        fields.add("by", AsWritten.until(l.by()));
        fields.add("where", l.where());
        fields.add("asked", l.asked());
      }
      case Measure.Preservation p -> {
        fields.add("authority", p.authority());
        fields.add("facts", p.facts());
        fields.add("data", p.data());
        fields.add("custodian", p.custodian());
        fields.add("necessity", p.necessity());
        fields.add("intent", p.intent());
        fields.add("contact", p.contact());
        fields.add("forDays", Integer.toString(p.forDays()));
      }
      case Measure.EmergencyDisclosure e -> {
        fields.add("endangered", e.endangered());
        fields.add("imminent", e.imminent());
        fields.add("by", AsWritten.until(e.by()));
        fields.add("authority", e.authority());
        fields.add("provider", e.provider());
        fields.add("accounts", e.accounts());
        fields.add("wanted", e.wanted());
        fields.add("averts", e.averts());
        fields.add("tooSlow", e.tooSlow());
        fields.add("intent", e.intent());
        fields.add("contact", e.contact());
      }
      case Measure.Verification v -> {
        fields.add("documentKind", v.documentKind().name());
        fields.add("documentNumber", v.documentNumber());
        fields.add("issuedBy", v.issuedBy());
        fields.add("particulars", v.particulars());
        fields.add("doubt", v.doubt());
      }
      case Measure.RadioCheck r -> {}
      case Measure.ArrivalQuestion a -> {
        fields.add("sent", a.sent());
        fields.add("sentOn", a.sentOn());
        fields.add("way", a.way().name());
        fields.add("sentTo", a.sentTo());
        fields.add("sentUnder", a.sentUnder());
      }
    }
    if (says.person() != null) {
      PersonFields.fill(fields, says.person());
    }
    says.handling().forEach(code -> fields.add("handling", code.code()));
    fields.add("handlingText", says.handlingText());
    fields.add("language", says.language());
  }
}
