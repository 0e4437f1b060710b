package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.node.casework.Holding;
import org.entente.node.casework.SavedFilters;
import org.entente.node.casework.Unsent;
import org.entente.node.casework.WorkLine;
import org.entente.node.casework.WorkView;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Paged;

/**
 * What the page of the work list shows.
 *
 * @param names of those who hold a matter of the page
 * @param partners to narrow to
 * @param colleagues who can hold a matter
 * @param told what came of a step with several matters
 */
public record WorkScreen(
    WorkAddress at,
    Paged<WorkLine> page,
    Map<WorkView, Long> counts,
    Map<OfficerId, String> names,
    List<AuthorityId> partners,
    List<Officer> colleagues,
    Optional<Holding.Deputy> deputy,
    List<SavedFilters.Saved> saved,
    Told told) {
  public WorkScreen {
    counts = Map.copyOf(counts);
    names = Map.copyOf(names);
    partners = List.copyOf(partners);
    saved = List.copyOf(saved);
    colleagues = List.copyOf(colleagues);
  }

  public List<ActKind> kinds() {
    return WorkAddress.KINDS;
  }

  /** Whether a partner is the only one of its country, so that the country names it. */
  public boolean onlyOne(AuthorityId partner) {
    String country = partner.value().substring(0, 2);
    return partners.stream().filter(p -> p.value().startsWith(country)).count() <= 1;
  }

  public String holder(WorkLine line) {
    return line.holder().map(id -> names.getOrDefault(id, "–")).orElse("");
  }

  /**
   * What came of a step with several matters.
   *
   * @param done how many it was taken for
   * @param faults those it was not taken for, and why
   * @param problem a sentence about the step as a whole; empty where there is none
   */
  public record Told(long done, List<Fault> faults, String problem) {
    public static final Told NOTHING = new Told(0, List.of(), "");

    public Told {
      faults = List.copyOf(faults);
    }

    /** A matter by its reference, and why not. */
    public record Fault(String reference, String why) {}
  }

  /** What waits for the officer beside the cases. */
  public record Waiting(
      long measures,
      long steps,
      long reviews,
      long notices,
      Set<Refused> refusals,
      List<Unsent.Line> unsent) {
    public Waiting {
      unsent = List.copyOf(unsent);
    }
  }

  /**
   * A kind of refusal of this node.
   *
   * @param sender the partner
   * @param code why
   */
  public record Refused(String sender, String code) {}
}
