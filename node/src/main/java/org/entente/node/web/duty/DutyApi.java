package org.entente.node.web.duty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.duty.AlarmId;
import org.entente.duty.PersonId;
import org.entente.duty.PostId;
import org.entente.duty.Watch;
import org.entente.duty.Way;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.duty.AlarmView;
import org.entente.node.duty.Duty;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.DutyRefusal;
import org.entente.node.duty.HandOver;
import org.entente.node.duty.HandOvers;
import org.entente.node.duty.OwnWays;
import org.entente.node.duty.Post;
import org.entente.node.duty.Tried;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alarms of the duty post, who holds it, and how a watch changes hands. */
@RestController
@RequestMapping("/api/v1/duty")
class DutyApi {
  private final DutyDesk desk;
  private final HandOvers handOvers;
  private final OwnWays ways;
  private final Sentences sentences;
  private final InstantSource clock;

  DutyApi(Duty duty, Sentences sentences, InstantSource clock) {
    this.desk = duty.desk();
    this.handOvers = duty.handOvers();
    this.ways = duty.ways();
    this.clock = clock;
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

  /**
   * Who holds the post.
   *
   * @param holder an officer's identifier; none where nobody does
   * @param next who holds it then, and from when
   */
  record WatchAnswer(
      String post,
      String title,
      Optional<String> holder,
      Instant until,
      Optional<String> next,
      Optional<Instant> nextFrom,
      long version) {
    static WatchAnswer of(Post post, Instant now) {
      Watch watch = post.roster().watch(now);
      Optional<Watch> next = post.roster().next(now);
      return new WatchAnswer(
          post.id().value(),
          post.title(),
          watch.holder().map(PersonId::value),
          watch.until(),
          next.flatMap(Watch::holder).map(PersonId::value),
          next.map(Watch::from),
          post.version());
    }
  }

  /** A watch that changed hands, without what was handed over. */
  record HandOverAnswer(
      UUID id,
      Instant madeAt,
      Optional<String> signedBy,
      Optional<String> acceptedBy,
      Optional<Instant> acceptedAt,
      String hash) {
    static HandOverAnswer of(HandOver over) {
      return new HandOverAnswer(
          over.id(),
          over.madeAt(),
          over.signedBy().map(OfficerId::toString),
          over.accepted().map(accepted -> accepted.by().toString()),
          over.accepted().map(HandOver.Accepted::at),
          over.hash());
    }
  }

  /**
   * @param note what was promised
   */
  record SignatureWanted(@Nullable String note) {}

  /**
   * @param seen the page that was signed and read; none where none waited
   */
  record AcceptanceWanted(@Nullable UUID seen) {}

  record HandOverTaken(UUID handOver) {}

  record PostTaken(String post) {}

  /** Who holds the post, and who is next. */
  @GetMapping("/watch")
  ResponseEntity<Object> watch(Officer officer) {
    return desk.post(officer)
        .<ResponseEntity<Object>>map(
            post -> ResponseEntity.ok(WatchAnswer.of(post, clock.instant())))
        .orElseGet(() -> refused(officer, Usual.NOT_FOUND));
  }

  /** Takes the watch over, from now until it would have ended. */
  @PostMapping("/watch")
  ResponseEntity<Object> takeOver(Officer officer) {
    return answer(officer, desk.takeOver(officer).then(DutyApi::taken));
  }

  /** Plans the post. */
  @PutMapping("/post")
  ResponseEntity<Object> plan(Officer officer, @RequestBody PlanWanted wanted) {
    DutyDesk.Plan plan;
    try {
      plan = wanted.plan(desk.eligible(), desk.post(officer));
    } catch (IllegalArgumentException e) {
      return refused(officer, DutyRefusal.PLAN_UNREADABLE);
    }
    return answer(officer, desk.plan(officer, plan).then(DutyApi::taken));
  }

  private static Outcome<PostTaken> taken(PostId post) {
    return Outcome.done(new PostTaken(post.value()));
  }

  /** Watches that changed hands, the newest first. */
  @GetMapping("/handovers")
  List<HandOverAnswer> handOvers(Officer officer) {
    return handOvers.of(officer, DutyDesk.DESK).stream().map(HandOverAnswer::of).toList();
  }

  /** Signs as the one who goes. */
  @PostMapping("/handovers")
  ResponseEntity<Object> sign(Officer officer, @RequestBody SignatureWanted wanted) {
    String note = Objects.requireNonNullElse(wanted.note(), "");
    return answer(
        officer,
        handOvers
            .sign(officer, DutyDesk.DESK, note)
            .then(id -> Outcome.done(new HandOverTaken(id))));
  }

  /** Accepts as the one who comes. */
  @PostMapping("/handovers/acceptance")
  ResponseEntity<Object> accept(Officer officer, @RequestBody AcceptanceWanted wanted) {
    return answer(
        officer,
        handOvers
            .accept(officer, DutyDesk.DESK, Optional.ofNullable(wanted.seen()))
            .then(id -> Outcome.done(new HandOverTaken(id))));
  }

  /** Alarms that did not end, the oldest first. */
  @GetMapping("/alarms")
  List<AlarmAnswer> open(Officer officer) {
    return desk.alarms(officer, false).stream().map(AlarmAnswer::of).toList();
  }

  @PostMapping("/alarms/{id}/acknowledgement")
  ResponseEntity<Object> acknowledge(Officer officer, @PathVariable String id) {
    return answer(
        officer, alarm(id).then(alarm -> desk.acknowledge(officer, alarm)).then(DutyApi::acted));
  }

  @PostMapping("/alarms/{id}/taking-up")
  ResponseEntity<Object> takeUp(Officer officer, @PathVariable String id) {
    return answer(
        officer, alarm(id).then(alarm -> desk.takeUp(officer, alarm)).then(DutyApi::acted));
  }

  private static Outcome<AlarmTaken> acted(AlarmId id) {
    return Outcome.done(new AlarmTaken(id.toString()));
  }

  private static Outcome<AlarmId> alarm(String id) {
    try {
      return Outcome.done(AlarmId.of(id));
    } catch (IllegalArgumentException e) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
  }

  /** A way by which the officer of the token is reached; addresses are not told again. */
  record WayAnswer(String way, boolean verified, Instant addedAt) {
    static WayAnswer of(OwnWays.OwnWay own) {
      return new WayAnswer(OwnWays.word(own.way()), own.verified(), own.addedAt());
    }
  }

  record WayWanted(String way, String address) {}

  record CodeWanted(String code) {}

  record WayTaken(String way) {}

  /** The officer's own ways. */
  @GetMapping("/ways")
  List<WayAnswer> ways(Officer officer) {
    return ways.of(officer).stream().map(WayAnswer::of).toList();
  }

  /** Enters an address; a code is sent there. */
  @PostMapping("/ways")
  ResponseEntity<Object> enter(Officer officer, @RequestBody WayWanted wanted) {
    Way way = Wanted.code("way", wanted.way(), DutyApi::way);
    return answer(officer, ways.enter(officer, way, wanted.address()).then(DutyApi::taken));
  }

  /** Gives the code back that came. */
  @PostMapping("/ways/{way}/verification")
  ResponseEntity<Object> verify(
      Officer officer, @PathVariable String way, @RequestBody CodeWanted wanted) {
    return answer(
        officer,
        way(way)
            .map(known -> ways.verify(officer, known, wanted.code()).then(DutyApi::taken))
            .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND)));
  }

  private static Outcome<WayTaken> taken(Way way) {
    return Outcome.done(new WayTaken(OwnWays.word(way)));
  }

  private static Optional<Way> way(String word) {
    return Arrays.stream(Way.values()).filter(way -> OwnWays.word(way).equals(word)).findFirst();
  }

  private ResponseEntity<Object> answer(Officer officer, Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?>(Object done) -> ResponseEntity.ok(done);
      case Outcome.Refused<?>(Refusal why) -> refused(officer, why);
    };
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal why) {
    return Problems.refused(sentences, officer, "duty-refused", why);
  }
}
