package org.entente.node.web.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.duty.AlarmId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.duty.AlarmView;
import org.entente.node.duty.Duty;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.OwnWays;
import org.entente.node.duty.Tried;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms of the duty post. */
@RestController
@RequestMapping("/api/v1/duty")
class DutyApi {
  private final DutyDesk desk;
  private final Sentences sentences;

  DutyApi(Duty duty, Sentences sentences) {
    this.desk = duty.desk();
    this.sentences = sentences;
  }

  record AttemptAnswer(
      String officer, String way, String state, Instant at, Optional<String> reason) {
    static AttemptAnswer of(Tried tried) {
      return new AttemptAnswer(
          tried.officer().toString(),
          OwnWays.word(tried.way()),
          Problems.code(tried.state()),
          tried.at(),
          tried.reason());
    }
  }

  record AlarmAnswer(
      String id,
      String kind,
      String about,
      String state,
      int step,
      int steps,
      Optional<Instant> nextAt,
      boolean nobodyLeft,
      Optional<String> heldBy,
      Instant raisedAt,
      List<AttemptAnswer> attempts) {
    static AlarmAnswer of(AlarmView alarm) {
      return new AlarmAnswer(
          alarm.id().toString(),
          alarm.kind().code(),
          alarm.about(),
          Problems.code(alarm.state()),
          alarm.step(),
          alarm.steps(),
          alarm.nextAt(),
          alarm.nobodyLeft(),
          alarm.by().map(OfficerId::toString),
          alarm.raisedAt(),
          alarm.tried().stream().map(AttemptAnswer::of).toList());
    }
  }

  record AlarmTaken(String alarm) {}

  /** Alarms that did not end, the oldest first. */
  @GetMapping("/alarms")
  List<AlarmAnswer> open(Officer officer) {
    return desk.alarms(officer, false).stream().map(AlarmAnswer::of).toList();
  }

  @PostMapping("/alarms/{id}/acknowledgement")
  ResponseEntity<Object> acknowledge(Officer officer, @PathVariable String id) {
    return answer(officer, alarm(id).then(alarm -> desk.acknowledge(officer, alarm)));
  }

  @PostMapping("/alarms/{id}/taking-up")
  ResponseEntity<Object> takeUp(Officer officer, @PathVariable String id) {
    return answer(officer, alarm(id).then(alarm -> desk.takeUp(officer, alarm)));
  }

  private static Outcome<AlarmId> alarm(String id) {
    try {
      return Outcome.done(AlarmId.of(id));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<AlarmId> outcome) {
    return switch (outcome) {
      case Outcome.Done<AlarmId>(AlarmId id) -> ResponseEntity.ok(new AlarmTaken(id.toString()));
      case Outcome.Refused<AlarmId>(Refusal why) ->
          Problems.refused(sentences, officer, "duty-refused", why);
    };
  }
}
