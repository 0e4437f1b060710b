package org.entente.node.web.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.duty.AlarmId;
import org.entente.duty.Way;
import org.entente.duty.Weakness;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.duty.AlarmView;
import org.entente.node.duty.Duty;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.DutyRefusal;
import org.entente.node.duty.OwnWays;
import org.entente.node.duty.Post;
import org.entente.node.duty.Tried;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.Measures;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The duty post: alarms, who is on watch, planning, and how one is reached. */
@Controller
class DutyPages {
  /** How far ahead the page shows watches. */
  private static final Duration AHEAD = Duration.ofDays(14);

  private final Pages pages;
  private final DutyDesk desk;
  private final OwnWays ways;
  private final Officers officers;
  private final Casework casework;
  private final MeasureDesk measures;
  private final Sentences sentences;
  private final InstantSource clock;

  DutyPages(
      Pages pages,
      Duty duty,
      Officers officers,
      Casework casework,
      Measures measures,
      Sentences sentences,
      InstantSource clock) {
    this.pages = pages;
    this.desk = duty.desk();
    this.ways = duty.ways();
    this.officers = officers;
    this.casework = casework;
    this.measures = measures.desk();
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping("/duty")
  ResponseEntity<String> post(Visit visit) {
    return show(visit, 200, "");
  }

  @PostMapping("/duty/alarms/{id}/{act}")
  ResponseEntity<String> act(Visit visit, @PathVariable String id, @PathVariable String act) {
    AlarmId alarm;
    try {
      alarm = AlarmId.of(id);
    } catch (IllegalArgumentException e) {
      return pages.notFound(visit);
    }
    return switch (act) {
      case "acknowledgement" -> after(visit, desk.acknowledge(visit.officer(), alarm));
      case "taking-up" -> after(visit, desk.takeUp(visit.officer(), alarm));
      default -> pages.notFound(visit);
    };
  }

  @PostMapping("/duty/watch")
  ResponseEntity<String> takeOver(Visit visit) {
    return after(visit, desk.takeOver(visit.officer()));
  }

  private ResponseEntity<String> after(Visit visit, Outcome<?> outcome) {
    return outcome.refusal().isEmpty()
        ? Pages.to("/duty")
        : show(visit, RefusalStatus.of(outcome.refusal().get()), said(visit, outcome));
  }

  private String said(Visit visit, Outcome<?> outcome) {
    return outcome
        .refusal()
        .map(why -> sentences.of(visit.officer().language(), key(why)))
        .orElse("");
  }

  private static String key(Refusal why) {
    return "duty-refused." + why.code();
  }

  private ResponseEntity<String> show(Visit visit, int status, String said) {
    Instant now = clock.instant();
    Optional<Post> post = desk.post(visit.officer());
    List<AlarmView> open = desk.alarms(visit.officer(), false);
    List<AlarmView> ended = desk.alarms(visit.officer(), true);
    Set<OfficerId> shown = new HashSet<>();
    Stream.concat(open.stream(), ended.stream())
        .forEach(alarm -> {
          alarm.by().ifPresent(shown::add);
          alarm.tried().stream().map(Tried::officer).forEach(shown::add);
        });
    post.ifPresent(planned -> {
      shown.addAll(planned.members());
      shown.add(planned.changedBy());
      planned.roster().persons().forEach(p -> shown.add(OfficerId.of(p.value())));
    });
    DutyPage page =
        new DutyPage(
            post,
            post.map(planned -> planned.roster().watch(now)),
            post.flatMap(planned -> planned.roster().next(now)),
            post.map(planned -> planned.roster().watches(now, now.plus(AHEAD))).orElse(List.of()),
            post.map(desk::weaknesses).orElse(List.of()),
            open,
            ended,
            desk.figures(visit.officer()),
            abouts(Stream.concat(open.stream(), ended.stream())),
            officers.names(shown),
            post.filter(planned -> planned.members().contains(visit.officer().id())).isPresent());
    return pages.show(status, visit, (templates, reader) -> templates.dutyDuty(reader, page, said));
  }

  private Map<String, String> abouts(Stream<AlarmView> alarms) {
    Map<String, String> abouts = new HashMap<>();
    alarms.forEach(
        alarm -> about(alarm).ifPresent(reference -> abouts.put(alarm.about(), reference)));
    return abouts;
  }

  private Optional<String> about(AlarmView alarm) {
    return switch (alarm.kind().about()) {
      case CASE -> casework.cases().reference(CaseId.of(alarm.about()));
      case MEASURE -> measures.reference(MeasureId.of(alarm.about()));
      case PARTNER, POST, CALL -> Optional.empty();
    };
  }

  @GetMapping("/duty/plan")
  ResponseEntity<String> plan(Visit visit) {
    if (!Rights.may(visit.officer(), Right.PLAN_DUTY)) {
      return pages.notFound(visit);
    }
    Form form =
        desk.post(visit.officer())
            .map(post -> PlanForm.of(post, desk.eligible()))
            .orElseGet(() -> fresh(visit));
    return plan(visit, 200, form, List.of(), "");
  }

  private static Form fresh(Visit visit) {
    Form form = new Form(new LinkedMultiValueMap<>());
    form.put("zone", visit.officer().zone().getId());
    form.put("decay", "30");
    form.put("version", "0");
    return form;
  }

  @PostMapping("/duty/plan")
  ResponseEntity<String> plan(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    if (!Rights.may(visit.officer(), Right.PLAN_DUTY)) {
      return pages.notFound(visit);
    }
    Form form = new Form(fields);
    DutyDesk.Plan plan;
    try {
      plan = PlanForm.plan(form, desk.eligible(), desk.post(visit.officer()));
    } catch (IllegalArgumentException e) {
      String said = sentences.of(visit.officer().language(), key(DutyRefusal.PLAN_UNREADABLE));
      return plan(visit, 422, form, List.of(), said);
    }
    Outcome<?> outcome = desk.plan(visit.officer(), plan);
    if (outcome.refusal().isEmpty()) {
      return Pages.to("/duty");
    }
    Refusal why = outcome.refusal().get();
    List<Weakness> dangers = why == DutyRefusal.DANGEROUS ? desk.weaknesses(plan) : List.of();
    return plan(visit, RefusalStatus.of(why), form, dangers, said(visit, outcome));
  }

  private ResponseEntity<String> plan(
      Visit visit, int status, Form form, List<Weakness> dangers, String said) {
    PlanPage page =
        new PlanPage(
            form,
            desk.eligible(),
            ways.offered().stream().toList(),
            dangers,
            officers.names(desk.eligible().stream().map(o -> o.id()).toList()));
    return pages.show(status, visit, (templates, reader) -> templates.dutyPlan(reader, page, said));
  }

  @GetMapping("/duty/ways")
  ResponseEntity<String> ways(Visit visit) {
    return ways(visit, 200, "");
  }

  @PostMapping("/duty/ways/{way}/{act}")
  ResponseEntity<String> way(
      Visit visit,
      @PathVariable String way,
      @PathVariable String act,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String code) {
    Optional<Way> named =
        Arrays.stream(Way.values()).filter(w -> OwnWays.word(w).equals(way)).findFirst();
    if (named.isEmpty()) {
      return pages.notFound(visit);
    }
    return switch (act) {
      case "address" -> entered(visit, ways.enter(visit.officer(), named.get(), address));
      case "code" -> entered(visit, ways.verify(visit.officer(), named.get(), code));
      case "removal" -> {
        ways.remove(visit.officer(), named.get());
        yield Pages.to("/duty/ways");
      }
      default -> pages.notFound(visit);
    };
  }

  private ResponseEntity<String> entered(Visit visit, Outcome<Way> outcome) {
    return outcome.refusal().isEmpty()
        ? Pages.to("/duty/ways")
        : ways(visit, RefusalStatus.of(outcome.refusal().get()), said(visit, outcome));
  }

  private ResponseEntity<String> ways(Visit visit, int status, String said) {
    Map<Way, OwnWays.OwnWay> own = new HashMap<>();
    ways.of(visit.officer()).forEach(each -> own.put(each.way(), each));
    List<Way> offered = ways.outside().stream().toList();
    return pages.show(
        status, visit, (templates, reader) -> templates.dutyWays(reader, offered, own, said));
  }
}
