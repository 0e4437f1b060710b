package org.entente.node.delivery;

import java.util.List;
import java.util.TreeSet;

/**
 * What a node understands of one family of mail.
 *
 * @param family the word of the family, as in its headers
 * @param headers versions of its headers
 * @param content the highest version of its contents whose every field is understood
 * @param kinds within the family
 */
public record Ability(String family, List<Integer> headers, int content, List<String> kinds) {
  private static final int HEADERS_MOST = 32;
  private static final int KINDS_MOST = 256;
  private static final int VERSION_MOST = 10_000;

  public Ability {
    headers = List.copyOf(headers);
    kinds = List.copyOf(kinds);
    boolean bounded = headers.size() <= HEADERS_MOST && kinds.size() <= KINDS_MOST;
    boolean ordered =
        headers.equals(List.copyOf(new TreeSet<>(headers)))
            && kinds.equals(List.copyOf(new TreeSet<>(kinds)));
    boolean worded =
        Envelope.FAMILY.matcher(family).matches()
            && kinds.stream().allMatch(kind -> Envelope.KIND.matcher(kind).matches());
    boolean counted =
        headers.stream().allMatch(Ability::version) && version(content) && !headers.isEmpty();
    if (!bounded || !ordered || !worded || !counted) {
      throw new IllegalArgumentException("An ability lists versions and kinds, each once, sorted");
    }
  }

  private static boolean version(int number) {
    return number >= 1 && number <= VERSION_MOST;
  }

  /** An ability to read the first version of a family. */
  public static Ability first(String family, List<String> kinds) {
    return first(family, 1, kinds);
  }

  /** The same whose contents have gone on to a later version. */
  public static Ability first(String family, int content, List<String> kinds) {
    return new Ability(family, List.of(1), content, List.copyOf(new TreeSet<>(kinds)));
  }

  /** Whether a message of this kind, with a header of this version, is understood. */
  public boolean knows(String kind, int version) {
    return headers.contains(version) && kinds.contains(kind);
  }
}
