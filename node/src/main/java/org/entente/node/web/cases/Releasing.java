package org.entente.node.web.cases;

import java.util.List;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.MessageView;

/**
 * The messages that an approver is about to release together, to be read before.
 *
 * @param back the part of the list to go back to
 * @param absent references of ticked matters in which nothing waits any more
 */
public record Releasing(WorkAddress back, List<Line> lines, List<String> absent) {
  public Releasing {
    lines = List.copyOf(lines);
    absent = List.copyOf(absent);
  }

  /** A message that waits, in its matter. */
  public record Line(CaseView view, MessageView message) {
    /** Whom it is about; empty where it names nobody. */
    public String person() {
      return message
          .content()
          .about()
          .map(person -> (person.givenName() + " " + person.familyName()).strip())
          .orElse("");
    }

    /** What the form sends back: which message, and what was seen of it. */
    public String seen() {
      return message.id() + " " + message.seen();
    }

    @Override
    public String toString() {
      return "Line[" + message.id() + "]";
    }
  }
}
