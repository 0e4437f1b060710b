package org.entente.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that keeps what it gets: as much of RFC 5321 as a node speaks. */
final class Letterbox implements AutoCloseable {
  /** A caller who says nothing for so long is left. */
  private static final int SILENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final ServerSocket door;
  private final List<String> letters = new CopyOnWriteArrayList<>();

  Letterbox() throws IOException {
    this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("letterbox").daemon(true).start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Letters whole, the newest last. */
  List<String> letters() {
    return List.copyOf(letters);
  }

  private void open() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        caller.setSoTimeout(SILENCE_MILLIS);
        talk(caller);
      } catch (SocketException e) {
        // Closed, or the caller went away: the next one is waited for.
      } catch (IOException e) {
        System.err.println("The letterbox lost a caller.");
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = caller.getOutputStream();
    say(out, "220 letterbox");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String word = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (word) {
        case "EHLO", "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> say(out, "250 fine");
        case "DATA" -> {
          say(out, "354 go on");
          letters.add(letter(in));
          say(out, "250 kept");
        }
        case "QUIT" -> {
          say(out, "221 good night");
          return;
        }
        default -> say(out, "502 not known here");
      }
    }
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return letter.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
