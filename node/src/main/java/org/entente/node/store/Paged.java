package org.entente.node.store;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and how long the list is: no list hides a line without saying so.
 *
 * @param lines of this page
 * @param wanted which page it is; the last one where a later one was asked for
 * @param total lines of the whole list
 */
public record Paged<T>(List<T> lines, Wanted wanted, long total) {
  /** Lines of one page that officers read. */
  public static final int SIZE = 50;

  /** Lines that a program gets at once, at most. */
  public static final int MOST = 500;

  /** The first page, as officers read it. */
  public static final Wanted FIRST = new Wanted(1, SIZE);

  public Paged {
    lines = List.copyOf(lines);
  }

  /**
   * Which page of a list is wanted. Numbers out of range mean the nearest that is in it.
   *
   * @param number from 1
   * @param size lines of a page
   */
  public record Wanted(int number, int size) {
    public Wanted {
      number = Math.max(1, number);
      size = Math.clamp(size, 1, MOST);
    }

    /** Lines that stand before it. */
    public long offset() {
      return (number - 1L) * size;
    }
  }

  /** Reads a page of a list of a known length. */
  public static <T> Paged<T> of(long total, Wanted wanted, Function<Wanted, List<T>> reading) {
    int last = (int) Math.min(Integer.MAX_VALUE, Math.max(1, (total - 1) / wanted.size() + 1));
    Wanted there = new Wanted(Math.min(wanted.number(), last), wanted.size());
    return new Paged<>(reading.apply(there), there, total);
  }

  /** A list that nobody may see, or that holds nothing. */
  public static <T> Paged<T> nothing() {
    return new Paged<>(List.of(), FIRST, 0);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The same page with what its lines are made into. */
  public <U> Paged<U> map(Function<? super T, ? extends U> making) {
    return with(lines.stream().<U>map(making).toList());
  }

  /** The same page with other lines; one may have gone between reading and showing. */
  public <U> Paged<U> with(List<U> others) {
    return new Paged<>(others, wanted, total);
  }

  /** Position of the first line, from 1. */
  public long from() {
    return wanted.offset() + 1;
  }

  /** Position of the last line. */
  public long to() {
    return Math.min(total, wanted.offset() + wanted.size());
  }

  public boolean hasPrevious() {
    return wanted.number() > 1;
  }

  public boolean hasNext() {
    return to() < total;
  }
}
