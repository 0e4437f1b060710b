package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of an entry's text and makes nothing of them until asked: verifying a whole log
 * asks only whether each entry is one, and in its place. Reads one entry after another; for one
 * thread at a time.
 */
final class EntryScan {
  /** Where a later version of the format says so itself. */
  static final String UNKNOWN_VERSION = "unknown-version";

  private static final byte[] HEADER = EntryRules.latin("entente-entry/1");
  private static final byte[] ANY_VERSION = EntryRules.latin("entente-entry/");
  private static final byte[] INDEX = EntryRules.latin("index ");
  private static final byte[] ID = EntryRules.latin("id ");
  private static final byte[] TIME = EntryRules.latin("time ");
  private static final byte[] ACCESS = EntryRules.latin("access ");
  private static final byte[] EVENT = EntryRules.latin("event ");
  private static final byte[] ACTOR = EntryRules.latin("actor ");
  private static final byte[] REF = EntryRules.latin("ref ");
  private static final byte[] CONTENT = EntryRules.latin("content ");
  private static final Access[] ACCESSES = Access.values();
  private static final byte[][] CODES =
      Arrays.stream(ACCESSES).map(a -> EntryRules.latin(a.code())).toArray(byte[][]::new);

  private static final int UUID_CHARS = 36;
  private static final int UUID_VERSION_AT = 14;
  private static final int UUID_VARIANT_AT = 19;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  /** Of a reference: where its key begins, where its key ends, where its value ends. */
  private static final int PLACES = 3;

  private byte[] text = {};
  private int at;

  /** The line last found, without its beginning and its newline. */
  private int from;

  private int to;

  private long index;
  private long micros;
  private int access;
  private int id;
  private int event;
  private int eventEnd;
  private int actor;
  private int actorEnd;
  private final int[] references = new int[PLACES * LedgerEntry.MAX_REFERENCES];
  private int referenceCount;
  private int content;

  /**
   * Reads one text.
   *
   * @return null when it is an entry; else the first field that is not as it must be
   */
  @Nullable String fault(byte[] encoded) {
    text = encoded;
    at = 0;
    if (encoded.length > LedgerEntry.MAX_ENCODED_BYTES) {
      return "too-long";
    }
    if (!line(HEADER) || from != to) {
      return startsWith(ANY_VERSION, 0) ? UNKNOWN_VERSION : "header";
    }
    return fields();
  }

  private @Nullable String fields() {
    index = line(INDEX) ? decimal() : -1;
    if (!EntryRules.isIndex(index)) {
      return "index";
    }
    if (!line(ID) || !isId()) {
      return "id";
    }
    id = from;
    micros = line(TIME) ? decimal() : -1;
    if (micros < 0 || !EntryRules.isSecond(micros / MICROS_PER_SECOND)) {
      return "time";
    }
    access = line(ACCESS) ? code() : -1;
    if (access < 0) {
      return "access";
    }
    if (!line(EVENT) || !EntryRules.isEvent(text, from, to)) {
      return "event";
    }
    event = from;
    eventEnd = to;
    if (!line(ACTOR) || !EntryRules.isActor(text, from, to)) {
      return "actor";
    }
    actor = from;
    actorEnd = to;
    return rest();
  }

  private @Nullable String rest() {
    referenceCount = 0;
    while (line(REF)) {
      if (referenceCount == LedgerEntry.MAX_REFERENCES || !reference()) {
        return "ref";
      }
    }
    content = line(CONTENT) ? from : -1;
    boolean whole = content < 0 || (to - from == 2 * Hash.BYTES && isLowerHex(from, to));
    return whole && at == text.length ? null : "end";
  }

  /** Whether this is a reference behind the one before it; it is then kept. */
  private boolean reference() {
    int space = from;
    while (space < to && text[space] != ' ') {
      space++;
    }
    if (!EntryRules.isKey(text, from, space)
        || space == to
        || !EntryRules.isValue(text, space + 1, to)) {
      return false;
    }
    int place = PLACES * referenceCount;
    if (referenceCount > 0
        && Arrays.compare(
                text, references[place - PLACES], references[place - PLACES + 1], text, from, space)
            >= 0) {
      return false;
    }
    references[place] = from;
    references[place + 1] = space;
    references[place + 2] = to;
    referenceCount++;
    return true;
  }

  /** Position in the log of the entry last read without a fault. */
  long index() {
    return index;
  }

  /** The entry last read without a fault. */
  LedgerEntry entry() {
    SortedMap<String, String> named = new TreeMap<>();
    for (int i = 0; i < PLACES * referenceCount; i += PLACES) {
      named.put(
          string(references[i], references[i + 1]),
          string(references[i + 1] + 1, references[i + 2]));
    }
    return new LedgerEntry(
        index,
        UUID.fromString(string(id, id + UUID_CHARS)),
        Instant.ofEpochSecond(
            micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * NANOS_PER_MICRO),
        ACCESSES[access],
        string(event, eventEnd),
        string(actor, actorEnd),
        named,
        content < 0 ? Optional.empty() : Hash.fromHex(string(content, content + 2 * Hash.BYTES)));
  }

  private String string(int begin, int end) {
    return new String(text, begin, end - begin, StandardCharsets.US_ASCII);
  }

  /** The next line, if it starts so and ends with a newline; else nothing is consumed. */
  private boolean line(byte[] start) {
    if (!startsWith(start, at)) {
      return false;
    }
    int end = at + start.length;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    if (end == text.length) {
      return false;
    }
    from = at + start.length;
    to = end;
    at = end + 1;
    return true;
  }

  private boolean startsWith(byte[] start, int where) {
    return text.length - where >= start.length
        && Arrays.equals(text, where, where + start.length, start, 0, start.length);
  }

  private long decimal() {
    return StrictText.decimal(text, from, to);
  }

  private int code() {
    for (int i = 0; i < CODES.length; i++) {
      if (Arrays.equals(text, from, to, CODES[i], 0, CODES[i].length)) {
        return i;
      }
    }
    return -1;
  }

  /** A UUID of version 7 in its one spelling (RFC 9562). */
  private boolean isId() {
    if (to - from != UUID_CHARS
        || text[from + UUID_VERSION_AT] != '7'
        || "89ab".indexOf(text[from + UUID_VARIANT_AT]) < 0) {
      return false;
    }
    int begin = from;
    for (int hyphen : new int[] {8, 13, 18, 23}) {
      if (text[from + hyphen] != '-' || !isLowerHex(begin, from + hyphen)) {
        return false;
      }
      begin = from + hyphen + 1;
    }
    return isLowerHex(begin, to);
  }

  private boolean isLowerHex(int begin, int end) {
    return StrictText.isLowerHex(text, begin, end);
  }
}
