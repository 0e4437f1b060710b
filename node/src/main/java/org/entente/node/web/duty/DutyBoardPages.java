package org.entente.node.web.duty;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.duty.Boards;
import org.entente.node.duty.Duty;
import org.entente.node.duty.DutyBoard;
import org.entente.node.duty.DutyDesk;
import org.entente.node.duty.Listening;
import org.entente.node.duty.OpenPages;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The board on the wall of a post: its own sign-in, which opens nothing but the board, and where
 * who plans the post makes and revokes it.
 */
@Controller
class DutyBoardPages {
  static final String BOARD = "/duty/board";
  static final String COOKIE = "entente-board";

  /** A board hangs for years; whoever takes it down revokes it. Browsers keep none longer. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final Pages pages;
  private final Boards boards;
  private final Listening listening;
  private final Spoken spoken;
  private final Sentences sentences;
  private final boolean secure;

  DutyBoardPages(
      Pages pages,
      Duty duty,
      Spoken spoken,
      Sentences sentences,
      @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
    this.pages = pages;
    this.boards = duty.boards();
    this.listening = duty.listening();
    this.spoken = spoken;
    this.sentences = sentences;
    this.secure = secure;
  }

  @GetMapping(BOARD)
  ResponseEntity<String> board(HttpServletRequest request) {
    return signedIn(request)
        .map(board -> {
          Reader reader = pages.stranger(request).in(board.language(), board.zone());
          String title = boards.title(board);
          return pages.show(200, reader, (templates, as) -> templates.dutyBoard(as, board, title));
        })
        .orElseGet(() -> door(request, 200, false));
  }

  private ResponseEntity<String> door(HttpServletRequest request, int status, boolean wrong) {
    return pages.show(
        status,
        pages.stranger(request),
        (templates, reader) -> templates.dutyBoarddoor(reader, wrong));
  }

  @PostMapping(BOARD)
  ResponseEntity<String> signIn(
      HttpServletRequest request, @RequestParam(defaultValue = "") String token) {
    String secret = token.strip();
    if (boards.signedIn(secret).isEmpty()) {
      return door(request, 403, true);
    }
    ResponseCookie cookie =
        ResponseCookie.from(COOKIE, secret)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path(BOARD)
            .maxAge(KEPT)
            .build();
    return ResponseEntity.status(303)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, BOARD)
        .build();
  }

  @GetMapping(BOARD + "/stream")
  ResponseEntity<SseEmitter> listen(HttpServletRequest request) {
    String secret = secret(request).orElse("");
    Optional<DutyBoard> board = boards.signedIn(secret);
    if (board.isEmpty()) {
      return ResponseEntity.noContent().build();
    }
    EventStream stream =
        new EventStream(
            () -> boards.signedIn(secret).isPresent(), heard -> spoken.toBoard(board.get(), heard));
    return listening
        .listen(board.get(), stream)
        .map(ending -> {
          stream.emitter().onCompletion(ending);
          return ListeningPages.answer(stream);
        })
        .orElseGet(() -> ResponseEntity.status(503).build());
  }

  @PostMapping(BOARD + "/page")
  ResponseEntity<Void> say(
      HttpServletRequest request,
      @RequestParam String page,
      @RequestParam(defaultValue = "false") boolean armed,
      @RequestParam(defaultValue = "false") boolean visible) {
    Optional<DutyBoard> board = signedIn(request);
    if (board.isEmpty()) {
      return ResponseEntity.status(401).build();
    }
    OpenPages.Said said = new OpenPages.Said(page, armed, visible, List.of());
    return ResponseEntity.status(boards.say(board.get(), said) ? 204 : 429).build();
  }

  /** Where boards are made and revoked. */
  @GetMapping("/duty/boards")
  ResponseEntity<String> boards(Visit visit) {
    return boards(visit, 200, "", "");
  }

  @PostMapping("/duty/boards")
  ResponseEntity<String> make(Visit visit, @RequestParam(defaultValue = "") String label) {
    return switch (boards.make(visit.officer(), DutyDesk.DESK, label)) {
      case Outcome.Done<Boards.Made>(Boards.Made made) -> boards(visit, 201, "", made.token());
      case Outcome.Refused<Boards.Made>(Refusal why) -> refused(visit, why);
    };
  }

  @PostMapping("/duty/boards/{id}/revocation")
  ResponseEntity<String> revoke(Visit visit, @PathVariable UUID id) {
    return switch (boards.revoke(visit.officer(), id)) {
      case Outcome.Done<UUID> _ -> Pages.to("/duty/boards");
      case Outcome.Refused<UUID>(Refusal why) -> refused(visit, why);
    };
  }

  private ResponseEntity<String> refused(Visit visit, Refusal why) {
    String said = sentences.of(visit.officer().language(), "duty-refused." + why.code());
    return boards(visit, RefusalStatus.of(why), said, "");
  }

  private ResponseEntity<String> boards(Visit visit, int status, String said, String token) {
    if (!Rights.may(visit.officer(), Right.PLAN_DUTY)) {
      return pages.notFound(visit);
    }
    List<DutyBoard> all = boards.of(visit.officer(), DutyDesk.DESK);
    return pages.show(
        status, visit, (templates, reader) -> templates.dutyBoards(reader, all, token, said));
  }

  private Optional<DutyBoard> signedIn(HttpServletRequest request) {
    return secret(request).flatMap(boards::signedIn);
  }

  private static Optional<String> secret(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }
}
