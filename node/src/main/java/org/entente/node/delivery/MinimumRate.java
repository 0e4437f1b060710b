package org.entente.node.delivery;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request whose body trickles: a sender of a few bytes a minute holds a connection, and
 * often a thread, that others need. Time counts from when the body is first asked for, so that what
 * waited for its turn here is not blamed on the sender.
 */
public final class MinimumRate extends Handler.Wrapper {
  /** Slower than the slowest line a police station is connected by. */
  static final long BYTES_A_SECOND = 512;

  /** Before the rate is looked at. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private final LongSupplier nanos;

  public MinimumRate() {
    this(System::nanoTime);
  }

  MinimumRate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return super.handle(new Watched(request), response, callback);
  }

  /** A request whose body is counted as it is read. */
  final class Watched extends Request.Wrapper {
    private boolean begun;
    private long since;
    private long bytes;

    Watched(Request request) {
      super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
      if (!begun) {
        begun = true;
        since = nanos.getAsLong();
      }
      Content.Chunk chunk = super.read();
      if (chunk == null) {
        return tooSlow() ? ended() : null;
      }
      bytes += chunk.remaining();
      if (!Content.Chunk.isFailure(chunk) && !chunk.isLast() && tooSlow()) {
        chunk.release();
        return ended();
      }
      return chunk;
    }

    private boolean tooSlow() {
      return MinimumRate.tooSlow(bytes, Duration.ofNanos(nanos.getAsLong() - since));
    }

    private Content.Chunk ended() {
      TimeoutException fault = new TimeoutException("The body comes too slowly");
      fail(fault);
      return Content.Chunk.from(fault, true);
    }
  }

  /** Whether so few bytes in this time are a trickle. */
  static boolean tooSlow(long bytes, Duration elapsed) {
    return elapsed.compareTo(GRACE) > 0 && bytes < BYTES_A_SECOND * elapsed.toSeconds();
  }
}
