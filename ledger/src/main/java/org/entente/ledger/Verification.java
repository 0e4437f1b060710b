package org.entente.ledger;

import java.util.List;

/** What came of checking a whole log. */
public sealed interface Verification {
  /** For a person: what was found, and how far it can be relied on. */
  String sentence();

  /**
   * Every entry is there, unchanged and in order, as the signed checkpoint says.
   *
   * @param checkpoint with the signatures of the file, all of which hold under the file's keys
   * @param entries how many
   * @param root over them, as computed
   * @param trust where the log's key came from
   * @param witnesses names of the expected witnesses that countersigned
   */
  record Sound(
      SignedCheckpoint checkpoint, long entries, Hash root, KeyTrust trust, List<String> witnesses)
      implements Verification {
    /** Copies the names. */
    public Sound {
      witnesses = List.copyOf(witnesses);
    }

    @Override
    public String sentence() {
      String whole = "All " + entries + " entries are present, unchanged and in order. ";
      String key =
          switch (trust) {
            case EXPECTED -> "The log was signed with the key you expected. ";
            case FILES_OWN ->
                "The key was only the file's own: anyone could have made such a file with a key of theirs."
                    + " Compare the key with the agreement before relying on this. ";
          };
      return whole
          + key
          + (witnesses.isEmpty()
              ? "No expected witness countersigned it."
              : "Countersigned by " + String.join(", ", witnesses) + ".");
    }
  }

  /**
   * Something does not hold; nothing in the file is to be relied on.
   *
   * @param line from 1, where it was noticed; for a root that does not match, the line of the
   *     signed root
   * @param code stable, kebab-case
   * @param sentence what was found and what to do next
   */
  record Unsound(long line, String code, String sentence) implements Verification {}

  /** Where the key came from that the log's signature was checked with. */
  enum KeyTrust {
    /** The caller brought it. */
    EXPECTED,
    /** The file itself did; it proves that the file is whole, not who made it. */
    FILES_OWN
  }
}
