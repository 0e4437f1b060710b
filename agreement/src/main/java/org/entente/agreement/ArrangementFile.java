package org.entente.agreement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills the annex of an arrangement, which cannot be written before the identities exist.
 *
 * <p>Fills and nothing else: whether the result is an arrangement is for {@link AgreementReader} to
 * say. Thread-safe.
 */
public final class ArrangementFile {

  private static final JsonMapper WRITER = JsonMapper.builder().build();

  private ArrangementFile() {}

  /** What came of it. */
  public sealed interface Filled {

    /**
     * The file with its annex.
     *
     * @param json its text
     */
    record Complete(String json) implements Filled {

      /** The bytes for {@link AgreementReader}: UTF-8, indented, ending with a line feed. */
      public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
      }
    }

    /**
     * The file is not a JSON object.
     *
     * @param faults at least one
     */
    record Broken(List<Fault> faults) implements Filled {

      /** Copies. */
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The arrangement with this annex instead of any it had, ordered by authority. */
  public static Filled withAnnex(byte[] arrangementJson, Map<AuthorityId, Fingerprint> identities) {
    return switch (SourceReader.read(AgreementReader.ARRANGEMENT, arrangementJson)) {
      case SourceReader.Outcome.Unreadable unreadable ->
          new Filled.Broken(List.of(unreadable.fault()));
      case SourceReader.Outcome.Parsed parsed -> filled(parsed.source(), identities);
    };
  }

  private static Filled filled(Source source, Map<AuthorityId, Fingerprint> identities) {
    if (!(source.root() instanceof ObjectNode arrangement)) {
      return new Filled.Broken(
          List.of(source.fault("", FaultCode.WRONG_TYPE, "The file is not a JSON object.")));
    }
    ArrayNode annex = arrangement.arrayNode();
    new TreeMap<>(identities)
        .forEach((authority, fingerprint) ->
            annex
                .addObject()
                .put("authority", authority.value())
                .put("fingerprint", fingerprint.value()));
    arrangement.set("annex", annex);
    String json = WRITER.writerWithDefaultPrettyPrinter().writeValueAsString(arrangement);
    return new Filled.Complete(json.replace("\r\n", "\n") + "\n");
  }
}
