package org.entente.node.checks;

import java.io.IOException;
import java.util.List;
import org.entente.intake.SubjectLines;

/**
 * The coming lines of a list that is being asked: unsealing and reading a whole list for each
 * question would take as long as asking. For one list and one thread.
 */
final class ListWindow {
  /** Lines read at once. */
  static final int LINES = 32 * Asked.MOST_SUBJECTS;

  private final Reading reading;
  private long from;
  private List<SubjectLines.Line> lines = List.of();

  /** Reads the list from a line on. */
  interface Reading {
    List<SubjectLines.Line> lines(long from, int most) throws IOException;
  }

  ListWindow(Reading reading) {
    this.reading = reading;
  }

  /** So many lines from that one on; fewer at the end of the list. */
  List<SubjectLines.Line> at(long start, int most) throws IOException {
    if (start < from || start + most > from + lines.size()) {
      lines = reading.lines(start, LINES);
      from = start;
    }
    int first = (int) (start - from);
    return lines.subList(first, Math.min(first + most, lines.size()));
  }
}
