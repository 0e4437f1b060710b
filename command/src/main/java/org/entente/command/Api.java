package org.entente.command;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One officer's way to a node: the public API, with a token of that officer. */
public final class Api {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration FILE = Duration.ofMinutes(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  private Api(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, byte[] body) {
    public JsonNode json() {
      try {
        return JsonMapper.shared().readTree(body);
      } catch (JacksonException e) {
        return MissingNode.getInstance();
      }
    }

    public String text(String field) {
      return json().path(field).asString("");
    }

    long number(String field) {
      return json().path(field).asLong(0);
    }

    /**
     * This answer, if the node did what was asked.
     *
     * @throws Stop with the node's own words otherwise
     */
    Answer orStop() {
      if (status >= 300) {
        String said =
            text("detail").isEmpty() ? "The node answered " + status + "." : text("detail");
        throw new Stop(said + choice());
      }
      return this;
    }

    /** The agreements to choose from, where one has to be named. */
    private String choice() {
      return json()
          .path("agreements")
          .valueStream()
          .map(a ->
              "\n  "
                  + a.path("hash").asString("")
                  + "  "
                  + a.path("title").asString("")
                  + " – "
                  + a.path("arrangement").asString(""))
          .collect(Collectors.joining());
    }

    public String string() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * Signs in with the password of the variable {@code ENTENTE_PASSWORD}, or asks for it.
   *
   * @throws Stop when there is neither variable nor terminal
   */
  static Api signIn(int port, String login) throws IOException {
    return signIn(port, login, password());
  }

  private static String password() {
    return Optional.ofNullable(System.getenv("ENTENTE_PASSWORD"))
        .or(() -> Optional.ofNullable(System.getProperty("entente.password")))
        .or(() ->
            Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("Password: "))
                .map(String::new))
        .orElseThrow(() -> new Stop("Set ENTENTE_PASSWORD, or run the command in a terminal."));
  }

  /** Trades the officer's password for a token. */
  public static Api signIn(int port, String login, String password) throws IOException {
    URI base = URI.create("http://127.0.0.1:" + port + "/api/v1/");
    Answer answer =
        new Api(base, "")
            .post(
                "tokens",
                Map.of("login", login, "password", password, "label", "command", "days", 1));
    if (answer.status() != 201) {
      throw new Stop(
          "The officer "
              + login
              + " could not sign in on port "
              + port
              + ": "
              + answer.text("detail"));
    }
    return new Api(base, answer.text("token"));
  }

  public Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  public Answer post(String path, Map<String, ?> json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(json))));
  }

  public Answer post(String path) throws IOException {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer put(String path, Map<String, ?> json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(json))));
  }

  public Answer delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  public Answer attach(String message, String name, byte[] file) throws IOException {
    return attach(message, name, BodyPublishers.ofByteArray(file));
  }

  public Answer attach(String message, String name, HttpRequest.BodyPublisher file)
      throws IOException {
    return file("messages/" + message + "/attachments", name, file);
  }

  /** Sends a file with its name. */
  public Answer file(String path, String name, HttpRequest.BodyPublisher file) throws IOException {
    return send(
        request(path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .header("Content-Type", "application/octet-stream")
            .timeout(FILE)
            .POST(file));
  }

  /** The answer's body as it streams in, for files that do not fit into memory. */
  public InputStream stream(String path) throws IOException {
    try {
      return http.send(request(path).timeout(FILE).GET().build(), BodyHandlers.ofInputStream())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(ANSWER)
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
