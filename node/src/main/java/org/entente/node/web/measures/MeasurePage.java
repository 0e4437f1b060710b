package org.entente.node.web.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Ground;
import org.entente.agreement.GroundCode;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.measures.CallView;
import org.entente.node.measures.CasesOfMeasures;
import org.entente.node.measures.Course;
import org.entente.node.measures.Foreseen;
import org.entente.node.measures.MeasureView;
import org.entente.node.measures.Sending;
import org.entente.node.officers.OfficerId;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.TakenOut;

/**
 * What the page of a measure shows.
 *
 * @param foreseen what the agreements say of each addressee while it waits
 * @param calls that it confirmed
 * @param file the case that it belongs to
 * @param taken evidence files that were taken of it
 * @param posts of partners that reach nobody
 * @param names of officers
 * @param form what was typed into a step that was not taken
 * @param faults of its fields
 * @param said why it was not taken
 */
public record MeasurePage(
    MeasureView measure,
    List<Foreseen> foreseen,
    List<CallView> calls,
    Optional<CasesOfMeasures.Named> file,
    TakenOut taken,
    List<PartnerPosts.Silent> posts,
    Map<OfficerId, String> names,
    Form form,
    Map<String, String> faults,
    String said) {
  public MeasurePage {
    foreseen = List.copyOf(foreseen);
    calls = List.copyOf(calls);
    posts = List.copyOf(posts);
  }

  /** An officer's name; the identifier where no account has it. */
  public String name(OfficerId officer) {
    return names.getOrDefault(officer, officer.toString());
  }

  /** Why a partner did not get it: a ground of the agreement, or a code of the house. */
  public String hindrance(Reader reader, MeasureView.Leg leg) {
    String code = leg.refusal().orElse("");
    return GroundCode.ofCode(code)
        .map(ground -> new Ground(ground, Optional.empty(), "").sentence(reader.locale()))
        .orElseGet(() -> reader.coded("measure-refusal", code));
  }

  /** What this partner says of its post, where that reaches nobody. */
  public Optional<PartnerPosts.Silent> silent(AuthorityId partner) {
    return posts.stream().filter(post -> post.partner().equals(partner)).findFirst();
  }

  /** The partners that have it, or gave it. */
  public List<AuthorityId> partners() {
    return measure.legs().stream()
        .filter(leg -> leg.sending().left() || leg.sending() == Sending.RECEIVED)
        .map(MeasureView.Leg::partner)
        .toList();
  }

  /** Whether anything of it was exchanged. */
  public boolean exchanged() {
    return !partners().isEmpty();
  }

  /** Whether it would leave to anybody. */
  public boolean leaves() {
    return foreseen.stream().anyMatch(Foreseen::leaves);
  }

  /** Whether it still can be corrected for anybody who got it. */
  public boolean correctable() {
    return measure.ours()
        && measure.legs().stream()
            .anyMatch(leg ->
                leg.sending().left() && leg.course() == Course.OPEN && !measure.kind().answered());
  }
}
