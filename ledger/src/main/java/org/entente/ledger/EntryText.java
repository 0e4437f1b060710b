package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads the text of an entry. */
final class EntryText {
  private static final String HEADER = "entente-entry/1";
  private static final int UUID_CHARS = 36;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final String text;
  private int at;

  private EntryText(String text) {
    this.text = text;
  }

  static String write(LedgerEntry entry) {
    StringBuilder out = new StringBuilder(512).append(HEADER).append('\n');
    out.append("index ").append(entry.index()).append('\n');
    out.append("id ").append(entry.id()).append('\n');
    out.append("time ").append(micros(entry.time())).append('\n');
    out.append("access ").append(entry.access().code()).append('\n');
    out.append("event ").append(entry.event()).append('\n');
    out.append("actor ").append(entry.actor()).append('\n');
    for (Map.Entry<String, String> reference : entry.references().entrySet()) {
      out.append("ref ")
          .append(reference.getKey())
          .append(' ')
          .append(reference.getValue())
          .append('\n');
    }
    entry.content().ifPresent(hash -> out.append("content ").append(hash.hex()).append('\n'));
    return out.toString();
  }

  static Parsed<LedgerEntry> read(byte[] encoded) {
    if (encoded.length > LedgerEntry.MAX_ENCODED_BYTES) {
      return refused("too-long");
    }
    EntryText reader = new EntryText(new String(encoded, StandardCharsets.ISO_8859_1));
    String header = reader.line("");
    if (header == null || !header.equals(HEADER)) {
      return header != null && header.startsWith("entente-entry/")
          ? Parsed.refused(
              "unknown-version", "The entry is of a later version. Update this software.")
          : refused("header");
    }
    return reader.fields();
  }

  private Parsed<LedgerEntry> fields() {
    long index = number(line("index "));
    UUID id = uuid(line("id "));
    long micros = number(line("time "));
    Access access = Optional.ofNullable(line("access ")).flatMap(Access::fromCode).orElse(null);
    String event = line("event ");
    String actor = line("actor ");
    if (!EntryRules.isIndex(index)) {
      return refused("index");
    }
    if (id == null || !EntryRules.isId(id)) {
      return refused("id");
    }
    if (micros < 0 || !EntryRules.isTime(instant(micros))) {
      return refused("time");
    }
    if (access == null) {
      return refused("access");
    }
    if (event == null || !EntryRules.isEvent(event)) {
      return refused("event");
    }
    if (actor == null || !EntryRules.isActor(actor)) {
      return refused("actor");
    }
    SortedMap<String, String> references = references();
    if (references == null) {
      return refused("ref");
    }
    String hex = line("content ");
    Optional<Hash> content = hex == null ? Optional.empty() : Hash.fromHex(hex);
    if ((hex != null && content.isEmpty()) || at != text.length()) {
      return refused("end");
    }
    return new Parsed.Read<>(
        new LedgerEntry(index, id, instant(micros), access, event, actor, references, content));
  }

  /** Null unless every reference is well formed and their keys ascend. */
  private @Nullable SortedMap<String, String> references() {
    SortedMap<String, String> references = new TreeMap<>();
    for (String line = line("ref "); line != null; line = line("ref ")) {
      int space = line.indexOf(' ');
      String key = space < 0 ? "" : line.substring(0, space);
      boolean ascends = references.isEmpty() || references.lastKey().compareTo(key) < 0;
      String value = line.substring(space + 1);
      if (!EntryRules.isKey(key) || !EntryRules.isValue(value) || !ascends) {
        return null;
      }
      references.put(key, value);
    }
    return references.size() > LedgerEntry.MAX_REFERENCES ? null : references;
  }

  /**
   * The rest of the next line if it starts so and ends with a newline; else null, and nothing is
   * consumed.
   */
  private @Nullable String line(String start) {
    int end = text.indexOf('\n', at);
    if (end < 0 || !text.startsWith(start, at) || at + start.length() > end) {
      return null;
    }
    String rest = text.substring(at + start.length(), end);
    at = end + 1;
    return rest;
  }

  private static long number(@Nullable String text) {
    return text == null ? -1 : StrictText.decimal(text);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    if (text == null || text.length() != UUID_CHARS) {
      return null;
    }
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? id : null;
    } catch (IllegalArgumentException notAUuid) {
      return null;
    }
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * NANOS_PER_MICRO);
  }

  private static Parsed<LedgerEntry> refused(String where) {
    return Parsed.refused(
        "bad-entry-" + where,
        "This is no entry of a log in its one spelling. Ask the log's owner for it again.");
  }
}
