package org.entente.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** The line to a node: counts what goes there, and can be cut after so many bytes. */
public final class Line implements AutoCloseable {
  private static final int BUFFER = 16_384;

  private final ServerSocket server;
  private final IntSupplier target;
  private final AtomicInteger streams = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private long carried;
  private long cutAfter = Long.MAX_VALUE;
  private long freezeAfter = Long.MAX_VALUE;
  private long heldAfter = Long.MAX_VALUE;
  private boolean held;

  public Line(IntSupplier target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon(true).name("line").start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /**
   * Lets this many bytes pass from now on; the connection that would send more is cut. With none,
   * those that stand idle are cut too: their node would keep them for half a minute.
   */
  public void cutAfter(long bytes) {
    synchronized (this) {
      carried = 0;
      cutAfter = bytes;
    }
    if (bytes == 0) {
      open.forEach(Line::cut);
    }
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was closed already.
    }
  }

  /** Lets this many bytes pass; then the connection stays open and carries nothing. */
  public synchronized void freezeAfter(long bytes) {
    carried = 0;
    freezeAfter = bytes;
  }

  /** A connection that carries more than this many bytes stands still; others are not touched. */
  public synchronized void holdLarge(long bytes) {
    heldAfter = bytes;
  }

  /** Whether a connection stands still. */
  public synchronized boolean holds() {
    return held;
  }

  /** Lets everything pass; what was frozen is cut. */
  public synchronized void mend() {
    carried = 0;
    cutAfter = Long.MAX_VALUE;
    freezeAfter = Long.MAX_VALUE;
    heldAfter = Long.MAX_VALUE;
    held = false;
    notifyAll();
  }

  /** What went to the node since the line was last cut or mended. */
  public synchronized long carriedBytes() {
    return carried;
  }

  /** Whether both ends have let go of every connection. */
  public boolean quiet() {
    return streams.get() == 0;
  }

  private synchronized int allowed(int wanted) {
    if (carried + wanted > freezeAfter) {
      try {
        while (freezeAfter < Long.MAX_VALUE) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return 0;
    }
    int allowed = (int) Math.min(wanted, cutAfter - carried);
    carried += allowed;
    return allowed;
  }

  private synchronized boolean passes(long carriedHere) {
    try {
      while (carriedHere > heldAfter) {
        held = true;
        wait();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void connect(Socket from) throws IOException {
    try {
      Socket to = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
      open.add(from);
      open.add(to);
      carry(from, to, true);
      carry(to, from, false);
    } catch (IOException | IllegalStateException e) {
      from.close(); // The node is not there.
    }
  }

  private void carry(Socket from, Socket to, boolean question) {
    streams.incrementAndGet();
    Thread.ofPlatform()
        .daemon(true)
        .name("line-" + question)
        .start(() -> {
          carryOn(from, to, question);
          open.remove(from);
          streams.decrementAndGet();
        });
  }

  private void carryOn(Socket from, Socket to, boolean question) {
    byte[] buffer = new byte[BUFFER];
    try (from) {
      InputStream in = from.getInputStream();
      long here = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        here += n;
        int passes = question && passes(here) ? allowed(n) : n;
        to.getOutputStream().write(buffer, 0, passes);
        if (passes < n) {
          break;
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One end is gone; the other one notices by the closed socket.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
