package org.entente.node.web.cases;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.node.casework.Casework;
import org.entente.node.casework.WorkFilter;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.SessionFilter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells open pages how many cases have news, as server-sent events that hold counts and nothing
 * else. Each answer is one event; the browser asks again after a while. So no stream is held open,
 * there is none to count, and it ends with the session, which it does not prolong.
 */
@Controller
class NewsPages {
  /** Until a page asks again; the events of a desk are minutes apart. */
  private static final int AGAIN_MILLIS = 10_000;

  private final Casework casework;
  private final Officers officers;

  NewsPages(Casework casework, Officers officers) {
    this.casework = casework;
    this.officers = officers;
  }

  @GetMapping(SessionFilter.NEWS)
  ResponseEntity<String> news() {
    Optional<Officer> officer = SessionFilter.present().flatMap(officers::find);
    if (officer.isEmpty()) {
      return ResponseEntity.noContent().build(); // A browser asks no more after that.
    }
    Map<String, Long> counts = new TreeMap<>();
    casework
        .worklist()
        .counts(officer.get(), WorkFilter.NONE)
        .forEach((view, count) -> counts.put(view.code(), count));
    counts.put("unread", casework.worklist().unread(officer.get()));
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        .body(
            "retry: "
                + AGAIN_MILLIS
                + "\ndata: "
                + JsonMapper.shared().writeValueAsString(counts)
                + "\n\n");
  }
}
