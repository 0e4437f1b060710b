package org.entente.formats.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.formats.Entry;

/**
 * One edition of a list, so that the next can be held against it: whom the list dropped is
 * withdrawn.
 *
 * @param entries the digest of what the list says, by reference
 */
public record Edition(Map<String, String> entries) {
  /** More of a list than this at once is not dropped but lost: the file may be cut off. */
  private static final int PERCENT_DROPPED_MOST = 20;

  public Edition {
    entries = Map.copyOf(entries);
  }

  /** An edition while its file is read. */
  public static final class Making {
    private final Map<String, String> entries = new LinkedHashMap<>();

    /** Notes an entry. */
    public void add(Listed listed) {
      entries.merge(listed.reference(), digest(listed), (a, b) -> hash(a + b));
    }

    /** The edition, once the file was read to its end. */
    public Edition made() {
      return new Edition(entries);
    }
  }

  /**
   * What changed since an earlier edition.
   *
   * @param withdrawn references that the list no longer holds: what was taken of them is withdrawn
   */
  public record Changes(
      Set<String> added, Set<String> changed, Set<String> withdrawn, boolean cut) {
    public Changes {
      added = Set.copyOf(added);
      changed = Set.copyOf(changed);
      withdrawn = Set.copyOf(withdrawn);
    }

    /**
     * Whether so much is missing that the file may be cut off; then a person decides before
     * anything is withdrawn.
     */
    @Override
    public boolean cut() {
      return cut;
    }
  }

  /** Compares with the edition before. */
  public Changes since(Edition before) {
    Set<String> added = new TreeSet<>(entries.keySet());
    added.removeAll(before.entries.keySet());
    Set<String> withdrawn = new TreeSet<>(before.entries.keySet());
    withdrawn.removeAll(entries.keySet());
    Set<String> changed = new TreeSet<>();
    entries.forEach((reference, digest) -> {
      String earlier = before.entries.get(reference);
      if (earlier != null && !earlier.equals(digest)) {
        changed.add(reference);
      }
    });
    boolean cut =
        withdrawn.size() > 1
            && 100L * withdrawn.size() > (long) PERCENT_DROPPED_MOST * before.entries.size();
    return new Changes(added, changed, withdrawn, cut);
  }

  private static String digest(Listed listed) {
    StringBuilder said = new StringBuilder();
    said(listed.entry(), said);
    listed.beside().forEach(entry -> said(entry, said));
    return hash(said.toString());
  }

  private static void said(Entry entry, StringBuilder said) {
    said.append(entry.kind()).append('\n');
    new TreeMap<>(entry.said())
        .forEach((field, values) -> said.append(field).append(List.copyOf(values)).append('\n'));
    said.append(new TreeSet<>(entry.weak())).append(entry.standing().note().orElse(""));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
