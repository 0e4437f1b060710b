package org.entente.bench.lists;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.command.Demonstration;
import org.entente.command.Demonstration.City;

/** An officer in front of the pages, with a session like a browser's. */
final class Seat {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private final String base;
  private String token = "";

  private Seat(String base) {
    this.base = base;
  }

  /**
   * One look at a page.
   *
   * @param millis from asking to the first byte of the answer
   */
  record Look(double millis, long bytes) {}

  static Seat of(Demonstration demonstration, String role)
      throws IOException, InterruptedException {
    Demonstration.Someone officer = demonstration.officer(City.BAKU, role);
    Seat seat = new Seat("http://127.0.0.1:" + demonstration.webPort(City.BAKU));
    seat.renew("/sign-in");
    seat.post("/sign-in", Map.of("login", officer.login(), "password", officer.password()));
    seat.renew("/");
    return seat;
  }

  private void renew(String path) throws IOException, InterruptedException {
    String page =
        http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
            .body();
    Matcher found = TOKEN.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("The page " + path + " has no form");
    }
    token = found.group(1);
  }

  Look get(String path) throws IOException, InterruptedException {
    return look(HttpRequest.newBuilder(URI.create(base + path)).build());
  }

  Look post(String path, Map<String, String> fields) throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("_csrf", token);
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + coded(field.getValue()))
            .collect(Collectors.joining("&"));
    return look(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Look look(HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    double millis = (System.nanoTime() - start) / 1e6;
    long bytes = Lists.drained(answer.body());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The page answered " + answer.statusCode());
    }
    return new Look(millis, bytes);
  }
}
