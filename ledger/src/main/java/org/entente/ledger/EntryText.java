package org.entente.ledger;

import java.time.Instant;
import java.util.Map;

/** Writes and reads the text of an entry. */
final class EntryText {
  private static final String HEADER = "entente-entry/1";
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private EntryText() {}

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
    EntryScan scan = new EntryScan();
    String fault = scan.fault(encoded);
    if (fault == null) {
      return new Parsed.Read<>(scan.entry());
    }
    return fault.equals(EntryScan.UNKNOWN_VERSION)
        ? Parsed.refused(fault, "The entry is of a later version. Update this software.")
        : Parsed.refused(
            "bad-entry-" + fault,
            "This is no entry of a log in its one spelling. Ask the log's owner for it again.");
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
  }
}
