package org.entente.node.web.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.duty.Watch;
import org.entente.duty.Weakness;
import org.entente.node.duty.AlarmFigures;
import org.entente.node.duty.AlarmView;
import org.entente.node.duty.Post;
import org.entente.node.officers.OfficerId;

/**
 * What the page of the post shows.
 *
 * @param post empty where none is planned
 * @param watch who holds it now
 * @param next the watch after this one
 * @param weaknesses what is dangerous about the plan
 * @param abouts what an alarm is about, in words, by its reference
 * @param names of officers
 */
public record DutyPage(
    Optional<Post> post,
    Optional<Watch> watch,
    Optional<Watch> next,
    List<Watch> ahead,
    List<Weakness> weaknesses,
    List<AlarmView> open,
    List<AlarmView> ended,
    AlarmFigures figures,
    Map<String, String> abouts,
    Map<OfficerId, String> names,
    boolean member) {
  /** An officer's name; the identifier where no account has it. */
  public String name(OfficerId officer) {
    return names.getOrDefault(officer, officer.toString());
  }

  /** Whether more rang in an hour than a person can follow. */
  public boolean flood() {
    return figures.mostInAnHour() > AlarmFigures.BEARABLE_AN_HOUR;
  }

  /** Who holds a watch. */
  public Optional<String> holder(Watch watch) {
    return watch.holder().map(person -> name(OfficerId.of(person.value())));
  }
}
