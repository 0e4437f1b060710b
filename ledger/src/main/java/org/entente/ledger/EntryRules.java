package org.entente.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The spelling of an entry's fields: narrow on purpose, so that free text and names do not fit. */
final class EntryRules {
  private static final int EVENT_MIN_CHARS = 2;
  private static final int EVENT_MAX_CHARS = 40;
  private static final int KEY_MAX_CHARS = 32;
  private static final long LAST_EPOCH_SECOND = 253_402_300_799L;
  private static final int NANOS_PER_MICRO = 1_000;

  /** A table, because verifying a whole log looks at every character of every value. */
  private static final boolean[] IN_VALUE = inValue();

  private EntryRules() {}

  static boolean isIndex(long index) {
    return index >= 0 && index < MerkleTree.MAX_SIZE;
  }

  /** Version 7 of RFC 9562: sorts by time, so a database appends. */
  static boolean isId(UUID id) {
    return id.version() == 7 && id.variant() == 2;
  }

  static boolean isTime(Instant time) {
    return time.getEpochSecond() >= 0
        && time.getEpochSecond() <= LAST_EPOCH_SECOND
        && time.getNano() % NANOS_PER_MICRO == 0;
  }

  static boolean isEvent(String event) {
    return event.length() >= EVENT_MIN_CHARS && event.length() <= EVENT_MAX_CHARS && isKebab(event);
  }

  /** {@code node}, or an opaque reference with a digit in it: a name has none. */
  static boolean isActor(String actor) {
    return actor.equals(LedgerEntry.NODE)
        || (!actor.isEmpty()
            && actor.length() <= LedgerEntry.MAX_ACTOR_CHARS
            && actor.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-')
            && actor.chars().anyMatch(EntryRules::isDigit));
  }

  static boolean areReferences(Map<String, String> references) {
    return references.size() <= LedgerEntry.MAX_REFERENCES && areReferencesWellFormed(references);
  }

  private static boolean areReferencesWellFormed(Map<String, String> references) {
    for (Map.Entry<String, String> reference : references.entrySet()) {
      if (!isKey(reference.getKey()) || !isValue(reference.getValue())) {
        return false;
      }
    }
    return true;
  }

  static boolean isKey(String key) {
    return !key.isEmpty() && key.length() <= KEY_MAX_CHARS && isKebab(key);
  }

  private static boolean[] inValue() {
    boolean[] allowed = new boolean[128];
    String others = " ._:/()+=-";
    for (char c = 0; c < allowed.length; c++) {
      allowed[c] = isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || others.indexOf(c) >= 0;
    }
    return allowed;
  }

  static boolean isValue(String value) {
    int length = value.length();
    if (length == 0
        || length > LedgerEntry.MAX_REFERENCE_CHARS
        || value.charAt(0) == ' '
        || value.charAt(length - 1) == ' ') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= IN_VALUE.length || !IN_VALUE[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKebab(String text) {
    if (!isLower(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
