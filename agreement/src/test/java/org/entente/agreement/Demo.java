package org.entente.agreement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The shipped agreement, as it is and with changes. */
final class Demo {

  static final AuthorityId BAKU = new AuthorityId("az.mia");
  static final AuthorityId BELGRADE = new AuthorityId("rs.mup");
  static final Map<AuthorityId, Fingerprint> IDENTITIES =
      Map.of(
          BAKU, new Fingerprint("0a".repeat(32)),
          BELGRADE, new Fingerprint("0b".repeat(32)));
  static final Instant IN_FORCE = Instant.parse("2026-03-02T10:00:00Z");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ShippedAgreements.Shipped SHIPPED = ShippedAgreements.serbiaAzerbaijan2010();
  private static final Agreement AGREEMENT = read(SHIPPED.read(IDENTITIES));

  private final ObjectNode instrument = object(SHIPPED.instrument());
  private final ObjectNode arrangement = object(SHIPPED.arrangement(IDENTITIES));

  static Agreement agreement() {
    return AGREEMENT;
  }

  static Demo changed() {
    return new Demo();
  }

  Demo instrument(Consumer<ObjectNode> change) {
    change.accept(instrument);
    return this;
  }

  Demo arrangement(Consumer<ObjectNode> change) {
    change.accept(arrangement);
    return this;
  }

  /** Both sides agreed on the changed words: the arrangement names the new hash. */
  Reading reading() {
    object(arrangement, "instrument").put("hash", CanonicalJson.hash(instrument).value());
    return new AgreementReader().read(bytes(instrument), bytes(arrangement));
  }

  Agreement read() {
    return read(reading());
  }

  static Agreement read(Reading reading) {
    return switch (reading) {
      case Reading.Read read ->
          read.agreement().history().statuses().isEmpty()
              ? read.agreement().with(SHIPPED.history())
              : read.agreement();
      case Reading.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  static Act request(OffenceArea offence) {
    return Act.of(ActKind.REQUEST, BAKU, BELGRADE, offence);
  }

  static ArrayNode array(ObjectNode node, String pointer) {
    return (ArrayNode) node.at(pointer);
  }

  static ObjectNode object(ObjectNode node, String name) {
    return (ObjectNode) node.path(name);
  }

  static ObjectNode object(byte[] json) {
    return (ObjectNode) JSON.readTree(json);
  }

  static byte[] bytes(ObjectNode node) {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(node)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The demo agreement after more has become of it. */
  static Agreement after(Status... statuses) {
    List<Status> all = new ArrayList<>(SHIPPED.history().statuses());
    all.addAll(List.of(statuses));
    return AGREEMENT.with(new History(all));
  }

  static Status status(Status.State state, String at) {
    return new Status(state, Instant.parse(at), Optional.empty());
  }
}
