package org.entente.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * The spelling of an entry's fields: narrow on purpose, so that free text and names do not fit.
 * Each rule is about bytes, because verifying a whole log asks it of every entry; a character
 * outside Latin-1 becomes a byte that no rule allows.
 */
final class EntryRules {
  private static final int EVENT_MIN_CHARS = 2;
  private static final int EVENT_MAX_CHARS = 40;
  private static final int KEY_MAX_CHARS = 32;
  private static final long LAST_EPOCH_SECOND = 253_402_300_799L;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final byte[] NODE = latin(LedgerEntry.NODE);

  private static final byte LOWER = 1;
  private static final byte DIGIT = 2;
  private static final byte HYPHEN = 4;
  private static final byte OTHER = 8;
  private static final int KEBAB = LOWER | DIGIT | HYPHEN;

  /** What each byte is to the rules; zero where none allows it. */
  private static final byte[] CLASS = classes();

  private EntryRules() {}

  private static byte[] classes() {
    byte[] classes = new byte[256];
    " ._:/()+=".chars().forEach(c -> classes[c] = OTHER);
    for (char c = 'A'; c <= 'Z'; c++) {
      classes[c] = OTHER;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      classes[c] = LOWER;
    }
    for (char c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    classes['-'] = HYPHEN;
    return classes;
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean isIndex(long index) {
    return index >= 0 && index < MerkleTree.MAX_SIZE;
  }

  /** Version 7 of RFC 9562: sorts by time, so a database appends. */
  static boolean isId(UUID id) {
    return id.version() == 7 && id.variant() == 2;
  }

  static boolean isTime(Instant time) {
    return isSecond(time.getEpochSecond()) && time.getNano() % NANOS_PER_MICRO == 0;
  }

  /** Seconds of the epoch, up to the year 9999. */
  static boolean isSecond(long second) {
    return second >= 0 && second <= LAST_EPOCH_SECOND;
  }

  static boolean isEvent(String event) {
    byte[] text = latin(event);
    return isEvent(text, 0, text.length);
  }

  static boolean isEvent(byte[] text, int from, int to) {
    return to - from >= EVENT_MIN_CHARS && to - from <= EVENT_MAX_CHARS && isKebab(text, from, to);
  }

  static boolean isActor(String actor) {
    byte[] text = latin(actor);
    return isActor(text, 0, text.length);
  }

  /** {@code node}, or an opaque reference with a digit in it: a name has none. */
  static boolean isActor(byte[] text, int from, int to) {
    if (to - from == NODE.length && Arrays.equals(text, from, to, NODE, 0, NODE.length)) {
      return true;
    }
    int seen = classes(text, from, to, KEBAB);
    return to - from <= LedgerEntry.MAX_ACTOR_CHARS && (seen & DIGIT) != 0;
  }

  static boolean areReferences(Map<String, String> references) {
    return references.size() <= LedgerEntry.MAX_REFERENCES
        && references.entrySet().stream().allMatch(r -> isKey(r.getKey()) && isValue(r.getValue()));
  }

  private static boolean isKey(String key) {
    byte[] text = latin(key);
    return isKey(text, 0, text.length);
  }

  static boolean isKey(byte[] text, int from, int to) {
    return from < to && to - from <= KEY_MAX_CHARS && isKebab(text, from, to);
  }

  private static boolean isValue(String value) {
    byte[] text = latin(value);
    return isValue(text, 0, text.length);
  }

  static boolean isValue(byte[] text, int from, int to) {
    return from < to
        && to - from <= LedgerEntry.MAX_REFERENCE_CHARS
        && text[from] != ' '
        && text[to - 1] != ' '
        && classes(text, from, to, KEBAB | OTHER) != 0;
  }

  private static boolean isKebab(byte[] text, int from, int to) {
    return (CLASS[text[from] & 0xff] & LOWER) != 0 && classes(text, from, to, KEBAB) != 0;
  }

  /** The classes that occur; zero where one is not among the allowed, and for no text at all. */
  private static int classes(byte[] text, int from, int to, int allowed) {
    int seen = 0;
    int bad = 0;
    for (int i = from; i < to; i++) {
      int found = CLASS[text[i] & 0xff];
      seen |= found;
      bad |= found - 1;
    }
    return bad < 0 || (seen & ~allowed) != 0 ? 0 : seen;
  }
}
