package org.entente.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.seal.Identity;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole node in this process, with pages, API and an officer of each role. */
public final class RunningNode implements AutoCloseable {
  public static final String PASSWORD = "amber bicycle under rain";

  /** Logins; each is also the role, in small letters. */
  public static final List<String> LOGINS =
      List.of("desk", "approver", "supervisor", "administrator", "analyst", "data.owner");

  private static final String PASSPHRASE = "a passphrase of a test";

  /** One for all nodes of a run: to stretch a passphrase is meant to take long. */
  private static final byte[] IDENTITY = identity();

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final int port;

  /** Opens a folder that a node has left, as its next start does. */
  public static RunningNode of(Path folder) {
    return new RunningNode(folder, Optional.empty());
  }

  private RunningNode(Path folder, Optional<InstantSource> clock) {
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    SpringApplication application = new SpringApplication(Node.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "spring.config.additional-location", folder.toUri().toString(),
            "entente.folder", folder.toString()));
    clock.ifPresent(other ->
        application.addInitializers((GenericApplicationContext starting) ->
            starting.registerBean(
                "clockOfTheTest",
                InstantSource.class,
                () -> other,
                bean -> bean.setPrimary(true))));
    context = application.run();
    port =
        Integer.parseInt(
            Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  /** Founds a node in an empty folder and starts it. */
  public static RunningNode founded(Path folder, String... settings) throws IOException {
    found(folder, settings);
    return of(folder);
  }

  /** The same with a clock that the test moves. */
  public static RunningNode founded(Path folder, InstantSource clock) throws IOException {
    found(folder);
    return new RunningNode(folder, Optional.of(clock));
  }

  /** Writes what a node needs in an empty folder before its first start. */
  public static void found(Path folder, String... settings) throws IOException {
    Files.createDirectories(folder.resolve("setup"));
    Files.write(folder.resolve("identity.p12"), IDENTITY);
    Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
    Files.writeString(
        folder.resolve("application.properties"),
        "entente.authority=az.mia\nentente.partner-port=0\nserver.port=0\n"
            + String.join("\n", settings)
            + "\n");
    List<Map<String, Object>> officers =
        LOGINS.stream()
            .map(login ->
                Map.<String, Object>of(
                    "login",
                    login,
                    "name",
                    "Somebody",
                    "roles",
                    List.of(login.toUpperCase(Locale.ROOT).replace('.', '_')),
                    "language",
                    "en",
                    "zone",
                    "UTC",
                    "password",
                    PASSWORD))
            .toList();
    Files.writeString(
        folder.resolve("setup/officers.json"),
        JsonMapper.shared().writeValueAsString(Map.of("officers", officers)));
  }

  private static byte[] identity() {
    Identity identity =
        Identity.create("az.mia", "Ministry in Baku", InstantSource.system(), Duration.ofDays(30));
    try {
      Path file = Files.createTempDirectory("identity").resolve("identity.p12");
      identity.save(file, PASSPHRASE.toCharArray());
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of the running node. */
  public <T> T part(Class<T> kind) {
    return context.getBean(kind);
  }

  public int port() {
    return port;
  }

  public HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(at(path));
  }

  /** Trades login and password for a token. */
  public HttpResponse<String> askForToken(String login, String password)
      throws IOException, InterruptedException {
    return json(
        at("/api/v1/tokens"),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of("login", login, "password", password, "label", "test", "days", 1)));
  }

  public String token(String login) throws IOException, InterruptedException {
    HttpResponse<String> answer = askForToken(login, PASSWORD);
    if (answer.statusCode() != 201) {
      throw new AssertionError("No token: " + answer.statusCode() + " " + answer.body());
    }
    return read(answer).path("token").asString("");
  }

  public HttpRequest.Builder program(String token, String path) {
    return at(path).header("Authorization", "Bearer " + token);
  }

  public HttpResponse<String> json(HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    return send(
        request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  public static JsonNode read(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** A browser: its cookies and the token of the last form it saw. */
  public final class Browser {
    private final Map<String, String> cookies = new HashMap<>();
    private String csrf = "";

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return seen(send(with(at(path))));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      Map<String, String> all = new HashMap<>(fields);
      all.putIfAbsent("_csrf", csrf);
      return form(path, all);
    }

    public HttpResponse<String> form(String path, Map<String, String> fields)
        throws IOException, InterruptedException {
      return sent(path, fields.entrySet());
    }

    /** A form in which a field may stand several times. */
    public HttpResponse<String> form(String path, List<Map.Entry<String, String>> fields)
        throws IOException, InterruptedException {
      List<Map.Entry<String, String>> all = new ArrayList<>(fields);
      all.add(Map.entry("_csrf", csrf));
      return sent(path, all);
    }

    private HttpResponse<String> sent(
        String path, Collection<? extends Map.Entry<String, String>> fields)
        throws IOException, InterruptedException {
      String body =
          fields.stream()
              .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return seen(
          send(
              with(at(path))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body))));
    }

    public HttpRequest.Builder with(HttpRequest.Builder request) {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; ")));
      }
      return request;
    }

    public Map<String, String> cookies() {
      return cookies;
    }

    private HttpResponse<String> seen(HttpResponse<String> answer) {
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
          cookies.remove(name);
        } else {
          cookies.put(name, value);
        }
      }
      Matcher token = TOKEN.matcher(answer.body());
      if (token.find()) {
        csrf = token.group(1);
      }
      return answer;
    }
  }

  public Browser stranger() {
    return new Browser();
  }

  public Browser signedIn(String login) throws IOException, InterruptedException {
    return signedIn(login, PASSWORD);
  }

  public Browser signedIn(String login, String password) throws IOException, InterruptedException {
    Browser browser = new Browser();
    browser.get("/sign-in");
    HttpResponse<String> answer =
        browser.post("/sign-in", Map.of("login", login, "password", password));
    if (answer.statusCode() != 302
        || !answer.headers().firstValue("Location").orElse("").endsWith("/")) {
      throw new AssertionError("Not signed in: " + answer.statusCode() + answer.headers());
    }
    browser.get("/account");
    return browser;
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }
}
