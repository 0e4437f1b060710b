package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.Outcome;
import org.entente.node.casework.Person;
import org.entente.node.casework.Terms;
import org.entente.node.officers.Officer;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.web.Sentences;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for a new request; what was typed comes back with every fault named. */
@Controller
class RequestPage {
  private final Pages pages;
  private final Casework casework;
  private final Partners partners;
  private final Sentences sentences;

  RequestPage(Pages pages, Casework casework, Partners partners, Sentences sentences) {
    this.pages = pages;
    this.casework = casework;
    this.partners = partners;
    this.sentences = sentences;
  }

  @GetMapping("/requests/new")
  ResponseEntity<String> empty(Officer officer, HttpServletRequest request) {
    return show(officer, request, 200, new Form(new LinkedMultiValueMap<>()), Map.of(), "");
  }

  @PostMapping("/requests/new")
  ResponseEntity<String> draft(
      Officer officer,
      HttpServletRequest request,
      @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Optional<Partner> partner =
        partners.all().stream()
            .filter(p -> p.id().value().equals(form.text("partner")))
            .findFirst();
    Optional<OffenceArea> offence = OffenceArea.ofCode(form.text("offence"));
    Optional<DataSubjectCategory> category = DataSubjectCategory.ofCode(form.text("category"));
    if (partner.isEmpty() || offence.isEmpty() || category.isEmpty()) {
      return show(
          officer, request, 422, form, Map.of(), sentences.of(officer.language(), "error.form"));
    }
    Outcome outcome =
        casework
            .drafts()
            .request(
                officer,
                partner.get().id(),
                terms(form, offence.get()),
                content(form, category.get()));
    return switch (outcome) {
      case Outcome.Done done -> CasePages.to("/cases/" + done.caseId());
      case Outcome.Faulty faulty -> {
        Map<String, String> faults = new HashMap<>();
        faulty
            .faults()
            .forEach(f -> faults.putIfAbsent(f.field(), sentences.fault(officer.language(), f)));
        yield show(officer, request, 422, form, faults, sentences.why(officer.language(), outcome));
      }
      case Outcome.Undecided u ->
          show(officer, request, 409, form, Map.of(), sentences.why(officer.language(), outcome));
      case Outcome.Rejected r ->
          show(officer, request, 409, form, Map.of(), sentences.why(officer.language(), outcome));
    };
  }

  private ResponseEntity<String> show(
      Officer officer,
      HttpServletRequest request,
      int status,
      Form form,
      Map<String, String> faults,
      String notice) {
    List<AuthorityId> known = partners.all().stream().map(Partner::id).toList();
    return pages.show(
        status,
        "request",
        pages.reader(officer, request),
        Map.of("form", form, "faults", faults, "notice", notice, "partners", known));
  }

  private static Terms terms(Form form, OffenceArea offence) {
    boolean urgent = form.text("urgency").equals(Urgency.URGENT.code());
    return new Terms(
        offence,
        urgent ? Urgency.URGENT : Urgency.NORMAL,
        urgent ? UrgencyReason.ofCode(form.text("urgencyReason")) : Optional.empty(),
        Set.of(DataCategory.PERSONAL_DETAILS),
        form.text("specialCategories").equals("true"),
        form.text("strictlyNecessary").equals("true"),
        form.text("political").equals("true"));
  }

  private static Content.Request content(Form form, DataSubjectCategory category) {
    List<String> spellings =
        Arrays.stream(form.text("otherSpellings").split("\\R"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    Person person =
        new Person(
            form.text("familyName").strip(),
            form.text("givenName").strip(),
            spellings,
            form.optional("birthDate"),
            form.optional("birthPlace"),
            form.optional("nationality"),
            form.optional("document"),
            category);
    return new Content.Request(
        person,
        form.text("informationSought"),
        form.text("purpose"),
        form.text("facts"),
        form.text("reasonsToBelieve"),
        form.text("link"),
        form.optional("urgencyReasons"),
        form.optional("restrictions"),
        form.text("language").isEmpty() ? "en" : form.text("language"),
        form.handling(),
        List.of());
  }
}
