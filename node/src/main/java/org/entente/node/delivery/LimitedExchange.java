package org.entente.node.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A question to another machine with its answer, each wait of which has a limit. The client's own
 * timeout ends with the head of the answer, and does not see that a body stands still.
 *
 * <p><b>Guarantees.</b> Returns or throws within the total time; earlier where the body of the
 * question stands still. No more of the answer is kept than was asked for.
 */
public final class LimitedExchange {
  private static final long LOOK_MILLIS = 500;

  private LimitedExchange() {}

  /**
   * @param mostBytes of the answer that are kept; the rest is not read
   * @param total time for all of it
   */
  public record Limits(int mostBytes, Duration total) {}

  /** Asks, with a body that is in memory. */
  public static HttpResponse<byte[]> send(HttpClient http, HttpRequest request, Limits limits)
      throws IOException, InterruptedException {
    return send(http, request, limits, null);
  }

  /**
   * The same, and ends it where the body stands still.
   *
   * @throws HttpTimeoutException when a limit was reached
   */
  static HttpResponse<byte[]> send(
      HttpClient http, HttpRequest request, Limits limits, @Nullable Progress progress)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, head -> new Beginning(limits.mostBytes()));
    try {
      while (true) {
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (System.nanoTime() - begun > limits.total().toNanos()
              || (progress != null && progress.standsStill())) {
            throw new HttpTimeoutException("The exchange stood still or took too long");
          }
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault
          ? fault
          : new IOException("The exchange failed", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  /** A body that notes when it was last asked for more. */
  static final class Progress {
    private final Duration patience;
    private final Duration afterAll;
    private volatile long moved = System.nanoTime();
    private volatile boolean all;

    /**
     * @param patience with a body that is not asked for more
     * @param afterAll with the answer once all was handed over: what the machine still holds of it
     *     travels, and the partner checks it
     */
    Progress(Duration patience, Duration afterAll) {
      this.patience = patience;
      this.afterAll = afterAll;
    }

    boolean standsStill() {
      return System.nanoTime() - moved > (all ? afterAll : patience).toNanos();
    }

    InputStream watched(InputStream body) {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          return seen(body.read());
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
          return seen(body.read(into, from, most));
        }

        @Override
        public void close() throws IOException {
          body.close();
        }
      };
    }

    private int seen(int read) {
      moved = System.nanoTime();
      all = read < 0;
      return read;
    }
  }

  /** Keeps the beginning of an answer and lets go of the rest. */
  private static final class Beginning implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private Flow.@Nullable Subscription subscription;

    Beginning(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
      for (ByteBuffer piece : pieces) {
        byte[] bytes = new byte[Math.min(piece.remaining(), most - kept.size())];
        piece.get(bytes);
        kept.writeBytes(bytes);
      }
      if (kept.size() >= most && !whole.isDone()) {
        if (subscription != null) {
          subscription.cancel();
        }
        whole.complete(kept.toByteArray());
      }
    }

    @Override
    public void onError(Throwable fault) {
      whole.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
      whole.complete(kept.toByteArray());
    }
  }
}
