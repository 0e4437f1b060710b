package org.entente.node.web.duty;

import java.util.List;
import java.util.Map;
import org.entente.duty.Way;
import org.entente.duty.Weakness;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Form;

/**
 * What the page shows on which a post is planned.
 *
 * @param eligible who may be a member
 * @param dangers why what the form says was not saved
 */
public record PlanPage(
    Form form,
    List<Officer> eligible,
    List<Way> offered,
    List<Weakness> dangers,
    Map<OfficerId, String> names) {
  /** Whether nothing of what is offered leads out of the node. */
  public boolean pagesAlone() {
    return offered.stream().allMatch(Way.BROWSER::equals);
  }

  public int layers() {
    return PlanForm.LAYERS;
  }

  public int steps() {
    return PlanForm.STEPS;
  }
}
