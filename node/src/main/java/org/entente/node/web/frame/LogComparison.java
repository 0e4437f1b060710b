package org.entente.node.web.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.countersigning.LogStop;
import org.entente.node.countersigning.Witnessing;
import org.entente.node.officers.Officers;
import org.entente.node.store.Paged;

/**
 * How this node's ledger stands with those of partners, and what stops exchange, as pages show it.
 *
 * @param reasons why the lifting of a stop was asked for
 * @param officers for the names of those who lift
 */
public record LogComparison(
    List<Witnessing> partners,
    Paged<LogStop> stops,
    Map<LogStop, String> reasons,
    Officers officers) {
  public static LogComparison of(
      Countersigners countersigners, Officers officers, Paged.Wanted wanted) {
    Paged<LogStop> stops = countersigners.stops(wanted);
    Map<LogStop, String> reasons = new HashMap<>();
    stops
        .lines()
        .forEach(stop ->
            countersigners
                .lifting()
                .reason(stop.id())
                .ifPresent(reason -> reasons.put(stop, reason)));
    return new LogComparison(countersigners.table(), stops, reasons, officers);
  }
}
