package org.entente.node.web.duty;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.duty.Duty;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.HandOver;
import org.entente.node.duty.HandOvers;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A watch changes hands: who goes signs, who comes accepts. */
@Controller
class HandOverPages {
  private static final String HANDOVER = "/duty/handover";

  private final Pages pages;
  private final HandOvers handOvers;
  private final DutyDesk desk;
  private final Officers officers;
  private final Sentences sentences;

  HandOverPages(Pages pages, Duty duty, Officers officers, Sentences sentences) {
    this.pages = pages;
    this.handOvers = duty.handOvers();
    this.desk = duty.desk();
    this.officers = officers;
    this.sentences = sentences;
  }

  @GetMapping(HANDOVER)
  ResponseEntity<String> page(Visit visit) {
    return show(visit, 200, "", "");
  }

  @PostMapping(HANDOVER + "/signature")
  ResponseEntity<String> sign(Visit visit, @RequestParam(defaultValue = "") String note) {
    return after(visit, note, handOvers.sign(visit.officer(), DutyDesk.DESK, note));
  }

  @PostMapping(HANDOVER + "/acceptance")
  ResponseEntity<String> accept(Visit visit, @RequestParam(required = false) Optional<UUID> seen) {
    return after(visit, "", handOvers.accept(visit.officer(), DutyDesk.DESK, seen));
  }

  private ResponseEntity<String> after(Visit visit, String note, Outcome<UUID> outcome) {
    return outcome
        .refusal()
        .map(why ->
            show(
                visit,
                RefusalStatus.of(why),
                note,
                sentences.of(visit.officer().language(), "duty-refused." + why.code())))
        .orElseGet(() -> Pages.to(HANDOVER));
  }

  private ResponseEntity<String> show(Visit visit, int status, String note, String said) {
    Optional<HandOver.Page> now = handOvers.now(visit.officer(), DutyDesk.DESK);
    if (now.isEmpty()) {
      return pages.notFound(visit);
    }
    Optional<HandOver> waiting = handOvers.waiting(visit.officer(), DutyDesk.DESK);
    List<HandOver> earlier =
        handOvers.of(visit.officer(), DutyDesk.DESK).stream()
            .filter(each -> waiting.filter(each::equals).isEmpty())
            .toList();
    Set<OfficerId> shown = new HashSet<>();
    waiting.flatMap(HandOver::signedBy).ifPresent(shown::add);
    for (HandOver each : earlier) {
      each.signedBy().ifPresent(shown::add);
      each.accepted().map(HandOver.Accepted::by).ifPresent(shown::add);
    }
    boolean member =
        desk.post(visit.officer())
            .filter(post -> post.members().contains(visit.officer().id()))
            .isPresent();
    HandOverPage page =
        new HandOverPage(now.get(), waiting, earlier, officers.names(shown), member);
    return pages.show(
        status, visit, (templates, reader) -> templates.dutyHandover(reader, page, note, said));
  }
}
