package org.entente.node.web.measures;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.measures.Call;
import org.entente.node.measures.CallId;
import org.entente.node.measures.CallView;
import org.entente.node.measures.Calls;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureRefusal;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.Measures;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls: written down when they were, confirmed in writing within a day. */
@Controller
@RequestMapping("/calls")
class CallPages {
  private final Pages pages;
  private final Calls calls;
  private final MeasureDesk desk;
  private final Partners partners;
  private final Officers officers;
  private final Sentences sentences;
  private final InstantSource clock;

  CallPages(
      Pages pages,
      Measures measures,
      Partners partners,
      Officers officers,
      Sentences sentences,
      InstantSource clock) {
    this.pages = pages;
    this.calls = measures.calls();
    this.desk = measures.desk();
    this.partners = partners;
    this.officers = officers;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping("/new")
  ResponseEntity<String> empty(Visit visit) {
    return write(visit, 200, new Form(new LinkedMultiValueMap<>()), "");
  }

  private List<AuthorityId> all() {
    return partners.all().stream()
        .map(Partner::id)
        .sorted(Comparator.comparing(AuthorityId::value))
        .toList();
  }

  private ResponseEntity<String> write(Visit visit, int status, Form form, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) -> templates.measuresWritecall(reader, form, said, all()));
  }

  @PostMapping("/new")
  ResponseEntity<String> note(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Outcome<CallId> outcome = note(visit, form);
    return switch (outcome) {
      case Outcome.Done<CallId>(CallId id) -> Pages.to("/calls/" + id);
      case Outcome.Refused<CallId>(Refusal why) ->
          write(visit, RefusalStatus.of(why), form, said(visit, why));
    };
  }

  private Outcome<CallId> note(Visit visit, Form form) {
    Optional<AuthorityId> partner =
        all().stream().filter(id -> id.value().equals(form.text("partner"))).findFirst();
    // Left empty, the call was just now.
    Optional<Instant> at =
        form.text("at").isBlank()
            ? Optional.of(clock.instant())
            : AsWritten.until(form.text("at"), visit.officer().zone());
    boolean chosen = form.text("asked").equals("they") || form.text("asked").equals("we");
    if (partner.isEmpty() || at.isEmpty() || !chosen) {
      return Outcome.refused(MeasureRefusal.CALL_INCOMPLETE);
    }
    return calls.note(
        visit.officer(),
        partner.get(),
        form.text("asked").equals("they"),
        at.get(),
        new Call(
            form.text("with").strip(), form.text("number").strip(), form.text("said").strip()));
  }

  @GetMapping("/{id}")
  ResponseEntity<String> call(Visit visit, @PathVariable String id) {
    return show(visit, 200, Addresses.read(id, CallId::of), "");
  }

  private ResponseEntity<String> show(Visit visit, int status, CallId id, String said) {
    Optional<CallView> view = calls.view(visit.officer(), id);
    if (view.isEmpty()) {
      return pages.notFound(visit);
    }
    CallView call = view.get();
    List<MeasureView> between =
        desk.page(visit.officer(), Paged.FIRST).lines().stream()
            .filter(measure -> measure.ours() != call.theirs())
            .filter(measure ->
                measure.legs().stream().anyMatch(leg -> leg.partner().equals(call.partner())))
            .toList();
    Set<OfficerId> persons = new HashSet<>(Set.of(call.notedBy()));
    call.closedBy().ifPresent(persons::add);
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.measuresCall(reader, call, between, officers.names(persons), said));
  }

  @PostMapping("/{id}/{act}")
  ResponseEntity<String> act(
      Visit visit,
      @PathVariable String id,
      @PathVariable String act,
      @RequestParam MultiValueMap<String, String> fields) {
    CallId call = Addresses.read(id, CallId::of);
    Form form = new Form(fields);
    Outcome<CallId> outcome =
        switch (act) {
          case "confirmation" ->
              form.text("measure").isEmpty()
                  ? Outcome.refused(MeasureRefusal.OTHER_MATTER)
                  : calls.confirm(
                      visit.officer(), call, Addresses.read(form.text("measure"), MeasureId::of));
          case "closure" -> calls.close(visit.officer(), call, form.text("words"));
          default -> Outcome.refused(Usual.NOT_FOUND);
        };
    return outcome
        .refusal()
        .map(why -> show(visit, RefusalStatus.of(why), call, said(visit, why)))
        .orElseGet(() -> Pages.to("/calls/" + call));
  }

  private String said(Visit visit, Refusal why) {
    return sentences.of(visit.officer().language(), "measure-refused." + why.code());
  }
}
