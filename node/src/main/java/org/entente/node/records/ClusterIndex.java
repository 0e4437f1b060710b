package org.entente.node.records;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.entente.node.delivery.LimitedExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index on an OpenSearch cluster, by its HTTP interface. The cluster needs no plug-in and reads
 * nothing: the node computes the terms, keyed, and the cluster counts which of them meet. How far
 * the store was followed stands in the index's own description.
 *
 * <p>Weights: each term that meets adds its weight times its rarity, as BM25 has it without
 * frequency and length, which one value of a keyword does not have.
 *
 * <p>Safe for use by many threads. Throws {@link IndexSilent} when the cluster does not answer.
 */
final class ClusterIndex implements RecordIndex {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** OpenSearch takes 1,024 clauses if nobody set it otherwise. */
  private static final int MOST_TERMS = 1_000;

  /** Characters of one request that puts records in. */
  private static final int BULK_CHARS = 4 << 20;

  private static final LimitedExchange.Limits LIMITS =
      new LimitedExchange.Limits(Integer.MAX_VALUE, ANSWER);

  private static final int NOT_FOUND = 404;
  private static final int TOO_BUSY = 429;
  private static final int TRIES = 5;
  private static final long BETWEEN_TRIES_MILLIS = 500;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MAPPING =
      """
      {"mappings": {"dynamic": "strict", "_source": {"excludes": ["t", "f"]},
        "_meta": {"revision": 0, "key": ""},
        "properties": {
          "t": {"type": "keyword", "doc_values": false},
          "f": {"type": "keyword", "doc_values": false},
          "s": {"type": "binary"}}}}
      """;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final SearchCluster cluster;
  private final String name;

  /**
   * @param name of the index on the cluster; it belongs to this node alone
   */
  ClusterIndex(SearchCluster cluster, String name) {
    this.cluster = cluster;
    this.name = name.toLowerCase(Locale.ROOT);
  }

  private record Answer(int status, JsonNode body) {}

  private Answer send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(cluster.address().resolve("/" + path))
            .timeout(ANSWER)
            .header("Content-Type", type)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    cluster.authorization().ifPresent(who -> request.header("Authorization", who));
    try {
      HttpResponse<byte[]> response = LimitedExchange.send(http, request.build(), LIMITS);
      for (int i = 1; response.statusCode() == TOO_BUSY && i < TRIES; i++) {
        Thread.sleep(i * BETWEEN_TRIES_MILLIS);
        response = LimitedExchange.send(http, request.build(), LIMITS);
      }
      JsonNode read =
          response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
      return new Answer(response.statusCode(), read);
    } catch (IOException e) {
      throw new IndexSilent("The search cluster is not reached", e);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IndexSilent("What answers at the cluster's address is no OpenSearch", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexSilent("Nobody waits for the search cluster any more", e);
    }
  }

  private JsonNode done(String method, String path, String body) {
    return done(send(method, path, "application/json", body));
  }

  private static JsonNode done(Answer answer) {
    if (answer.status() >= 300) {
      throw new IndexSilent("The search cluster answered " + answer.status());
    }
    return answer.body();
  }

  private boolean isThere() {
    return send("GET", name + "/_mapping", "application/json", "").status() != NOT_FOUND;
  }

  /** Another replica may make it at the same time. */
  private void make() {
    if (send("PUT", name, "application/json", MAPPING).status() >= 300 && !isThere()) {
      throw new IndexSilent("The search cluster does not make an index");
    }
  }

  @Override
  public void put(List<Entry> entries) {
    StringBuilder bulk = new StringBuilder();
    for (Entry entry : entries) {
      bulk.append(line("index", entry.id()));
      ObjectNode document = JSON.createObjectNode();
      ArrayNode terms = document.putArray("t");
      entry.terms().forEach(terms::add);
      ArrayNode filters = document.putArray("f");
      entry.filters().forEach(filters::add);
      document.put("s", Base64.getEncoder().encodeToString(entry.summary()));
      bulk.append(document).append('\n');
      if (bulk.length() > BULK_CHARS) {
        send(bulk);
      }
    }
    send(bulk);
  }

  @Override
  public void remove(List<String> ids) {
    StringBuilder bulk = new StringBuilder();
    ids.forEach(id -> bulk.append(line("delete", id)));
    send(bulk);
  }

  private String line(String action, String id) {
    ObjectNode line = JSON.createObjectNode();
    line.putObject(action).put("_index", name).put("_id", id);
    return line + "\n";
  }

  private void send(StringBuilder bulk) {
    if (bulk.isEmpty()) {
      return;
    }
    JsonNode answer = done(send("POST", "_bulk", "application/x-ndjson", bulk.toString()));
    bulk.setLength(0);
    for (JsonNode item : answer.path("items")) {
      JsonNode result = item.has("index") ? item.path("index") : item.path("delete");
      int status = result.path("status").asInt(0);
      if (status >= 300 && status != NOT_FOUND) {
        throw new IndexSilent("The search cluster did not take a record: " + status);
      }
    }
  }

  @Override
  public List<Candidate> candidates(Lookup lookup) {
    if (lookup.terms().isEmpty()) {
      return List.of();
    }
    ObjectNode question = JSON.createObjectNode();
    question.put("size", lookup.limit()).put("track_total_hits", false);
    question.putArray("_source").add("s");
    ObjectNode bool = question.putObject("query").putObject("bool");
    bool.put("minimum_should_match", 1);
    ArrayNode should = bool.putArray("should");
    lookup.terms().stream()
        .sorted(Comparator.comparingDouble(Weighted::weight).reversed())
        .limit(MOST_TERMS)
        .forEach(wanted -> {
          ObjectNode term = should.addObject().putObject("term").putObject("t");
          term.put("value", wanted.term()).put("boost", wanted.weight());
        });
    ArrayNode filter = bool.putArray("filter");
    if (!lookup.anyOf().isEmpty()) {
      ArrayNode any = filter.addObject().putObject("terms").putArray("t");
      lookup.anyOf().forEach(any::add);
    }
    lookup.allOf().forEach(f -> filter.addObject().putObject("term").put("f", f));
    Answer answer = send("POST", name + "/_search", "application/json", question.toString());
    if (answer.status() == NOT_FOUND) {
      return List.of();
    }
    List<Candidate> found = new ArrayList<>();
    for (JsonNode hit : done(answer).path("hits").path("hits")) {
      found.add(
          new Candidate(
              hit.path("_id").asString(""),
              hit.path("_score").floatValue(),
              Base64.getDecoder().decode(hit.path("_source").path("s").asString(""))));
    }
    return found;
  }

  @Override
  public void refresh() {
    done("POST", name + "/_refresh", "");
  }

  /** Each record was on the cluster's disks before it said so; only the revision is left. */
  @Override
  public void commit(Followed followed) {
    ObjectNode mapping = JSON.createObjectNode();
    mapping.putObject("_meta").put("revision", followed.revision()).put("key", followed.key());
    done("PUT", name + "/_mapping", mapping.toString());
  }

  @Override
  public Followed followed() {
    Answer answer = send("GET", name + "/_mapping", "application/json", "");
    if (answer.status() == NOT_FOUND) {
      make();
      return Followed.NOTHING;
    }
    JsonNode kept = done(answer).path(name).path("mappings").path("_meta");
    return new Followed(kept.path("revision").asLong(0), kept.path("key").asString(""));
  }

  @Override
  public long size() {
    return done("GET", name + "/_count", "").path("count").asLong(0);
  }

  @Override
  public void clear() {
    Answer answer = send("DELETE", name, "application/json", "");
    if (answer.status() != NOT_FOUND) {
      done(answer);
    }
    make();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
