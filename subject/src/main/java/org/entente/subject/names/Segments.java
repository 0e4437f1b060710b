package org.entente.subject.names;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which letters of a writing stand for which Latin letters, with what probability: pieces of one to
 * three letters aligned with up to six Latin ones.
 *
 * <p>A word stands between {@link #START} and {@link #END}, so that a piece can say how a word
 * begins or ends.
 */
final class Segments {
  static final char START = '^';
  static final char END = '$';

  /** Bits that one Latin letter takes in a packed target. */
  static final int LETTER_BITS = 6;

  static final float IMPOSSIBLE = -1e9f;

  final Writing writing;
  final int longestSource;
  final int longestTarget;
  private final Map<String, Integer> sources = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<List<Arc>> arcs = new ArrayList<>();
  private int size;
  private float[] chances = new float[0];
  private long[] firsts = new long[0];
  private float[] silent = new float[0];

  /** For each piece where the groups of its targets by first letter begin, in {@link #groups}. */
  private int[] groupsOf = new int[0];

  /** Where each group begins in {@link #targets}; one more than there are groups. */
  private int[] groups = new int[0];

  private long[] targets = new long[0];
  private float[] figures = new float[0];

  /** What a piece may stand for. */
  record Arc(long target, String latin, float logProbability) {
    Arc(long target, float logProbability) {
      this(target, unpack(target), logProbability);
    }
  }

  Segments(Writing writing, int longestSource, int longestTarget) {
    this.writing = writing;
    this.longestSource = longestSource;
    this.longestTarget = longestTarget;
  }

  static int longestSource(Writing writing) {
    return switch (writing) {
      case LATIN, GREEK, HANGUL, TAMIL, SOUNDS -> 3;
      case HAN -> 1;
      default -> 2;
    };
  }

  static int longestTarget(Writing writing) {
    return switch (writing) {
      case LATIN, SOUNDS, TAMIL, GREEK, ARMENIAN, HANGUL -> 3;
      case HAN, MANDARIN -> 6;
      default -> 4;
    };
  }

  static int letter(char c) {
    return c <= '9' ? 27 + c - '0' : c - 'a' + 1;
  }

  static char unletter(int code) {
    return (char) (code >= 27 ? '0' + code - 27 : 'a' + code - 1);
  }

  /** Packs Latin letters; the empty target is 0. */
  static long pack(String latin, int from, int to) {
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << LETTER_BITS | letter(latin.charAt(i));
    }
    return packed;
  }

  static String unpack(long packed) {
    StringBuilder out = new StringBuilder();
    for (long p = packed; p != 0; p >>>= LETTER_BITS) {
      out.append(unletter((int) (p & 63)));
    }
    return out.reverse().toString();
  }

  static long key(int source, long target) {
    return ((long) (source + 1) << 36) | target;
  }

  void add(String source, long target, float logProbability) {
    int id = number(source);
    arcs.get(id).add(new Arc(target, logProbability));
    size++;
  }

  private int number(String source) {
    Integer known = sources.get(source);
    if (known != null) {
      return known;
    }
    sources.put(source, names.size());
    names.add(source);
    arcs.add(new ArrayList<>());
    return names.size() - 1;
  }

  /** Sums each piece's own probability; to be called once when all arcs are there. */
  void settle() {
    chances = new float[names.size()];
    firsts = new long[names.size()];
    silent = new float[names.size()];
    for (int id = 0; id < chances.length; id++) {
      double sum = 0;
      silent[id] = IMPOSSIBLE;
      for (Arc arc : arcs.get(id)) {
        sum += Math.exp(arc.logProbability());
        firsts[id] |= 1L << first(arc.target());
        silent[id] = arc.target() == 0 ? arc.logProbability() : silent[id];
      }
      chances[id] = (float) Math.log(sum);
      arcs.get(id).sort(Comparator.comparingDouble(Arc::logProbability).reversed());
    }
    layOut();
  }

  /** Lays the arcs of each piece out in arrays, those with one first letter beside each other. */
  private void layOut() {
    groupsOf = new int[names.size()];
    targets = new long[size];
    figures = new float[size];
    int[] begins = new int[size + 1];
    int group = 0;
    int at = 0;
    for (int id = 0; id < groupsOf.length; id++) {
      groupsOf[id] = group;
      List<Arc> byFirst = new ArrayList<>(arcs.get(id));
      byFirst.removeIf(arc -> arc.target() == 0);
      byFirst.sort(Comparator.comparingInt(arc -> first(arc.target())));
      int before = 0;
      for (Arc arc : byFirst) {
        if (first(arc.target()) != before) {
          begins[group++] = at;
          before = first(arc.target());
        }
        targets[at] = arc.target();
        figures[at++] = arc.logProbability();
      }
    }
    begins[group] = at;
    groups = Arrays.copyOf(begins, group + 1);
  }

  /** The group of a piece's targets that begin with a letter it has in {@link #firsts}. */
  int group(int source, int letter) {
    long before = firsts[source] & (1L << letter) - 2;
    return groupsOf[source] + Long.bitCount(before);
  }

  int begin(int group) {
    return groups[group];
  }

  long target(int at) {
    return targets[at];
  }

  float figure(int at) {
    return figures[at];
  }

  /** How many letters a packed target has. */
  static int length(long target) {
    return (Long.SIZE - Long.numberOfLeadingZeros(target) + LETTER_BITS - 1) / LETTER_BITS;
  }

  /** The figure of a piece that stands for nothing. */
  float silent(int source) {
    return silent[source];
  }

  /** The number of a piece, or -1 if it was never learned. */
  int find(String source) {
    return sources.getOrDefault(source, -1);
  }

  float chance(int source) {
    return chances[source];
  }

  /** A bit for each letter with which a target of this piece begins; bit 0 for the empty target. */
  long firsts(int source) {
    return firsts[source];
  }

  private static int first(long target) {
    long rest = target;
    while (rest >>> LETTER_BITS != 0) {
      rest >>>= LETTER_BITS;
    }
    return (int) rest;
  }

  List<Arc> arcs(int source) {
    return arcs.get(source);
  }

  int size() {
    return size;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(names.size());
    for (int id = 0; id < names.size(); id++) {
      out.writeUTF(names.get(id));
      out.writeShort(arcs.get(id).size());
      for (Arc arc : arcs.get(id)) {
        out.writeUTF(unpack(arc.target()));
        out.writeShort(Math.round(-arc.logProbability() * 1000));
      }
    }
  }

  static Segments read(Writing writing, DataInput in) throws IOException {
    int count = in.readInt();
    Segments out = new Segments(writing, longestSource(writing), longestTarget(writing));
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int size = in.readUnsignedShort();
      for (int a = 0; a < size; a++) {
        String target = in.readUTF();
        out.add(name, pack(target, 0, target.length()), -in.readUnsignedShort() / 1000f);
      }
    }
    out.settle();
    return out;
  }
}
