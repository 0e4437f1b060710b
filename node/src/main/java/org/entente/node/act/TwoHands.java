package org.entente.node.act;

import java.util.Optional;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;

/**
 * The acts that take two persons: one prepares, another confirms, and the one who prepared never
 * confirms, whatever roles they have.
 */
public enum TwoHands {
  MESSAGE(
      "A message leaves, where the arrangement asks for two persons", Right.DRAFT, Right.RELEASE),
  NOTICE("A notice that takes two persons leaves", Right.PREPARE_NOTICES, Right.RELEASE_NOTICES),
  MEASURE(
      "An urgent measure leaves; what a life depends on may leave first",
      Right.PREPARE_MEASURES,
      Right.RELEASE_MEASURES),
  KEEPING("A case is kept longer or erased", Right.PROPOSE_KEEPING, Right.CONFIRM_KEEPING),
  AGREEMENT_STEP("A step binds the authority", Right.PREPARE_STEPS, Right.CONFIRM_STEPS),
  PARTNER("A partner's identity is pinned", Right.INTRODUCE_PARTNERS, Right.CONFIRM_PARTNERS),
  CHECK_LIST("Partners are asked about a list", Right.ASK_WITH_LISTS, Right.RELEASE_LISTS),
  ACCESS_ANSWER("An answer to a person is given", Right.OVERSEE, Right.CONFIRM_ANSWERS),
  PARTNER_STOP(
      "A stop about a partner's log is lifted", Right.LIFT_PARTNER_STOPS, Right.CONFIRM_LIFTING),
  OWN_STOP("A stop about the own log is lifted", Right.LIFT_OWN_STOPS, Right.CONFIRM_LIFTING);

  private final String sentence;
  private final Right first;
  private final Right second;

  TwoHands(String sentence, Right first, Right second) {
    this.sentence = sentence;
    this.first = first;
    this.second = second;
  }

  /** What happens once both persons acted, for administrators. */
  public String sentence() {
    return sentence;
  }

  public Right first() {
    return first;
  }

  public Right second() {
    return second;
  }

  /** Why an officer cannot prepare it. */
  public Optional<Refusal> againstFirst(Officer by) {
    return missing(by, first);
  }

  /** Why an officer cannot confirm anything of the kind. */
  public Optional<Refusal> againstSecond(Officer by) {
    return missing(by, second);
  }

  /**
   * Why an officer cannot confirm this one.
   *
   * @param prepared who prepared it; empty where this node or a partner did
   */
  public Optional<Refusal> againstSecond(Officer by, Optional<OfficerId> prepared) {
    return againstSecond(by).or(() -> prepared.flatMap(first -> apart(first, by.id())));
  }

  /** The same, where an officer always prepared it. */
  public Optional<Refusal> againstSecond(Officer by, OfficerId prepared) {
    return againstSecond(by, Optional.of(prepared));
  }

  /** Why an officer cannot take it back before it was confirmed: one of both rights is enough. */
  public Optional<Refusal> againstWithdrawal(Officer by) {
    return Rights.any(by, first, second) ? Optional.empty() : Optional.of(Usual.ROLE_MISSING);
  }

  private static Optional<Refusal> missing(Officer by, Right right) {
    return Rights.may(by, right) ? Optional.empty() : Optional.of(Usual.ROLE_MISSING);
  }

  /** The rule itself, also for what takes no fixed pair of rights. */
  public static Optional<Refusal> apart(OfficerId first, OfficerId second) {
    return first.equals(second) ? Optional.of(Usual.SAME_PERSON) : Optional.empty();
  }
}
