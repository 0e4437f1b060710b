package org.entente.node.web.duty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.duty.Duty;
import org.entente.node.duty.Listening;
import org.entente.node.duty.OpenPages;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.SessionFilter;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pages of officers that listen, and say whether they would be heard. Neither prolongs a session,
 * and a stream ends with its session.
 */
@Controller
class ListeningPages {
  private final Listening listening;
  private final OpenPages pages;
  private final Officers officers;
  private final Spoken spoken;

  ListeningPages(Duty duty, Officers officers, Spoken spoken) {
    this.listening = duty.listening();
    this.pages = duty.pages();
    this.officers = officers;
    this.spoken = spoken;
  }

  @GetMapping(SessionFilter.LISTENING)
  ResponseEntity<SseEmitter> listen(HttpServletRequest request) {
    Optional<Instant> since = SessionFilter.presentSince();
    Optional<Officer> officer = SessionFilter.present().flatMap(officers::find);
    if (officer.isEmpty() || since.isEmpty() || !hears(officer.get())) {
      return ResponseEntity.noContent().build(); // A browser asks no more after that.
    }
    OfficerId id = officer.get().id();
    EventStream stream =
        new EventStream(
            () ->
                officers
                    .since(id, since.get())
                    .filter(now -> Rights.may(now, Right.KEEP_WATCH))
                    .isPresent(),
            heard -> spoken.toOfficer(officer.get(), heard));
    return begun(request.getSession(false), stream, listening.listen(id, stream));
  }

  private boolean hears(Officer officer) {
    return Rights.may(officer, Right.KEEP_WATCH) && listening.member(officer.id());
  }

  private static ResponseEntity<SseEmitter> begun(
      HttpSession session, EventStream stream, Optional<Runnable> ending) {
    if (ending.isEmpty()) {
      return ResponseEntity.status(503).build();
    }
    String name = "duty-stream-" + UUID.randomUUID();
    session.setAttribute(name, new EndsWithSession(ending.get()));
    stream
        .emitter()
        .onCompletion(() -> {
          ending.get().run();
          try {
            session.removeAttribute(name);
          } catch (IllegalStateException e) {
            // The session has ended, and took the attribute along.
          }
        });
    return answer(stream);
  }

  static ResponseEntity<SseEmitter> answer(EventStream stream) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no") // A proxy that gathers words would make pages blind.
        .body(stream.emitter());
  }

  /** What a session takes along when it ends. */
  private record EndsWithSession(Runnable ending) implements HttpSessionBindingListener {
    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      ending.run();
    }
  }

  @PostMapping(SessionFilter.SAYING)
  ResponseEntity<Void> say(
      @RequestParam String page,
      @RequestParam(defaultValue = "false") boolean armed,
      @RequestParam(defaultValue = "false") boolean visible,
      @RequestParam(defaultValue = "") List<UUID> rang) {
    Optional<Officer> officer = SessionFilter.present().flatMap(officers::find).filter(this::hears);
    if (officer.isEmpty()) {
      return ResponseEntity.status(401).build();
    }
    OpenPages.Said said = new OpenPages.Said(page, armed, visible, rang);
    return ResponseEntity.status(pages.say(officer.get().id(), said) ? 204 : 429).build();
  }

  /** Whoever stops the node waits for no page that listens. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    listening.endAll();
  }
}
