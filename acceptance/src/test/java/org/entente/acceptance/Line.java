package org.entente.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The line from one node to the other, in user space: it records every byte and can be closed, or
 * hold back one direction while the other flows.
 */
final class Line implements AutoCloseable {
  /** What the line does with what comes. */
  enum Mode {
    OPEN,
    /** New connections are refused and old ones cut. */
    CLOSED,
    /** Questions pass, answers wait. */
    ANSWERS_HELD,
    /** Neither passes; connections stand. */
    HELD
  }

  private static final int BUFFER = 16_384;

  /** What is recorded at most; a large file would fill the memory of the test. */
  private static final int RECORD_MAX_BYTES = 32 << 20;

  private final ServerSocket server;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private volatile boolean running = true;
  private Mode mode = Mode.OPEN;

  Line(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon(true).name("line").start(this::accept);
  }

  String address() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  synchronized void set(Mode next) {
    mode = next;
    notifyAll();
    if (next == Mode.CLOSED) {
      sockets.forEach(Line::quietly);
      sockets.clear();
    }
  }

  /** What went over the line so far, both directions. */
  byte[] recorded() {
    synchronized (record) {
      return record.toByteArray();
    }
  }

  private void accept() {
    while (running) {
      try {
        Socket from = server.accept();
        synchronized (this) {
          if (mode == Mode.CLOSED) {
            quietly(from);
            continue;
          }
        }
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(from);
        sockets.add(to);
        carry(from, to, false);
        carry(to, from, true);
      } catch (IOException e) {
        // The other node is down or the test is over: the caller sees a cut line, as it should.
      }
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    Thread.ofPlatform()
        .daemon(true)
        .name(answers ? "answers" : "questions")
        .start(() -> {
          byte[] buffer = new byte[BUFFER];
          try (from;
              to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              awaitPassage(answers);
              synchronized (record) {
                if (record.size() < RECORD_MAX_BYTES) {
                  record.write(buffer, 0, n);
                }
              }
              out.write(buffer, 0, n);
              out.flush();
            }
          } catch (IOException | InterruptedException e) {
            // A cut line ends both directions.
          }
        });
  }

  private synchronized void awaitPassage(boolean answers) throws InterruptedException {
    while (mode == Mode.HELD || (answers && mode == Mode.ANSWERS_HELD)) {
      wait();
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    server.close();
    set(Mode.CLOSED);
  }
}
