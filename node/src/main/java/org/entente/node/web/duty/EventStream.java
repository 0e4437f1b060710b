package org.entente.node.web.duty;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.entente.node.duty.Listening;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a page hears, as server-sent events (HTML, 9.2). */
final class EventStream implements Listening.Listener {
  /** Until a browser comes back whose stream ended; the node ends each after a while. */
  private static final long AGAIN_MILLIS = 500;

  /** The node ends a stream long before; this is for one whose end was never told. */
  private static final long LONGEST_MILLIS = 30L * 60 * 1_000;

  private final SseEmitter emitter = new SseEmitter(LONGEST_MILLIS);
  private final BooleanSupplier holds;
  private final Function<Listening.Heard, String> words;

  EventStream(BooleanSupplier holds, Function<Listening.Heard, String> words) {
    this.holds = holds;
    this.words = words;
  }

  SseEmitter emitter() {
    return emitter;
  }

  @Override
  public boolean holds() {
    return holds.getAsBoolean();
  }

  @Override
  public void hear(Listening.Heard heard) throws IOException {
    emitter.send(
        SseEmitter.event()
            .reconnectTime(AGAIN_MILLIS)
            .data(words.apply(heard), MediaType.TEXT_PLAIN));
  }

  @Override
  public void end() {
    emitter.complete();
  }
}
