package org.entente.node.web.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.HouseNotes;
import org.entente.node.casework.Route;
import org.entente.node.officers.Officer;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of a matter stays in the own house: whom it is put to there, and notes. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class HouseApi {
  private final Casework casework;
  private final Sentences sentences;

  HouseApi(Casework casework, Sentences sentences) {
    this.casework = casework;
    this.sentences = sentences;
  }

  /** {@code back}: the matter came back to the desk because no answer came by {@code backAt}. */
  record RouteAnswer(
      String id,
      String kind,
      String to,
      String way,
      String text,
      String askedBy,
      Instant askedAt,
      Instant backAt,
      boolean back,
      Optional<CameAnswer> came) {}

  record CameAnswer(String result, String text, String by, Instant at) {}

  record HouseNoteAnswer(String id, String by, Instant at, String text) {}

  record RouteWanted(
      String kind, @Nullable String to, @Nullable String way, @Nullable String text) {}

  record CameWanted(String result, @Nullable String text) {}

  record HouseNoteWanted(@Nullable String text) {}

  @GetMapping("/routes")
  List<RouteAnswer> routes(Officer officer, @PathVariable String id) {
    return casework.routing().of(officer, CaseId.of(id)).stream().map(HouseApi::answer).toList();
  }

  @PostMapping("/routes")
  ResponseEntity<Object> ask(
      Officer officer, @PathVariable String id, @RequestBody RouteWanted wanted) {
    Route.Kind kind = Wanted.code("kind", wanted.kind(), Route.Kind::ofCode);
    return created(
        officer,
        casework
            .routing()
            .ask(
                officer,
                CaseId.of(id),
                kind,
                new Route.Asked(
                    Wanted.orEmpty(wanted.to()),
                    Wanted.orEmpty(wanted.way()),
                    Wanted.orEmpty(wanted.text()))));
  }

  @PostMapping("/routes/{route}/answer")
  ResponseEntity<Object> came(
      Officer officer, @PathVariable String route, @RequestBody CameWanted wanted) {
    Route.Result result = Wanted.code("result", wanted.result(), Route.Result::ofCode);
    return done(
        officer,
        casework
            .routing()
            .came(
                officer,
                Addresses.read(route, UUID::fromString),
                result,
                Wanted.orEmpty(wanted.text())));
  }

  @GetMapping("/notes")
  List<HouseNoteAnswer> notes(Officer officer, @PathVariable String id) {
    return casework.notes().of(officer, CaseId.of(id)).stream().map(HouseApi::answer).toList();
  }

  @PostMapping("/notes")
  ResponseEntity<Object> note(
      Officer officer, @PathVariable String id, @RequestBody HouseNoteWanted wanted) {
    return created(
        officer, casework.notes().add(officer, CaseId.of(id), Wanted.orEmpty(wanted.text())));
  }

  @DeleteMapping("/notes/{note}")
  ResponseEntity<Object> strike(Officer officer, @PathVariable String note) {
    return done(officer, casework.notes().strike(officer, Addresses.read(note, UUID::fromString)));
  }

  private static RouteAnswer answer(Route route) {
    return new RouteAnswer(
        route.id().toString(),
        route.kind().code(),
        route.asked().to(),
        route.asked().way(),
        route.asked().text(),
        route.askedBy().toString(),
        route.askedAt(),
        route.backAt(),
        route.back(),
        route
            .came()
            .map(came ->
                new CameAnswer(
                    came.result().code(), came.text(), came.by().toString(), came.at())));
  }

  private static HouseNoteAnswer answer(HouseNotes.Note note) {
    return new HouseNoteAnswer(note.id().toString(), note.by().toString(), note.at(), note.text());
  }

  private ResponseEntity<Object> created(Officer officer, Outcome<UUID> outcome) {
    return switch (outcome) {
      case Outcome.Done<UUID>(UUID id) ->
          ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id.toString()));
      case Outcome.Refused<UUID>(Refusal why) -> refused(officer, why);
    };
  }

  private ResponseEntity<Object> done(Officer officer, Outcome<CaseId> outcome) {
    return switch (outcome) {
      case Outcome.Done<CaseId>(CaseId id) -> ResponseEntity.noContent().build();
      case Outcome.Refused<CaseId>(Refusal why) -> refused(officer, why);
    };
  }

  private ResponseEntity<Object> refused(Officer officer, Refusal why) {
    return Problems.refused(sentences, officer, "rejection", why);
  }
}
