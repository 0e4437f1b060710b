package org.entente.agreement;

import java.util.Optional;

/**
 * One thing an authority wants to do under an agreement, as far as the decision needs to know it.
 * No content and no person is in here.
 *
 * <p>An act that may not be done can be spelt on purpose: it also comes from a partner, and the
 * answer to it is a refusal with grounds, not a defect.
 *
 * @param kind what is to be done
 * @param from the authority that does it
 * @param to the authority it is addressed to
 * @param offence the crime it is about
 * @param urgency whether urgency is stated
 * @param urgencyReason why; not looked at unless urgency is stated
 * @param data the kinds of personal data it carries
 * @param safeguards what is stated about the limits
 * @param particulars what is stated where an agreement asks for it
 */
public record Act(
    ActKind kind,
    AuthorityId from,
    AuthorityId to,
    OffenceArea offence,
    Urgency urgency,
    Optional<UrgencyReason> urgencyReason,
    PersonalData data,
    Safeguards safeguards,
    Particulars particulars) {

  /** An act about which nothing further is stated. */
  public Act(
      ActKind kind,
      AuthorityId from,
      AuthorityId to,
      OffenceArea offence,
      Urgency urgency,
      Optional<UrgencyReason> urgencyReason,
      PersonalData data,
      Safeguards safeguards) {
    this(kind, from, to, offence, urgency, urgencyReason, data, safeguards, Particulars.none());
  }

  /** An act without urgency, personal data or anything that needs a safeguard. */
  public static Act of(ActKind kind, AuthorityId from, AuthorityId to, OffenceArea offence) {
    return new Act(
        kind,
        from,
        to,
        offence,
        Urgency.NORMAL,
        Optional.empty(),
        PersonalData.none(),
        Safeguards.ordinary());
  }

  /** An act of another kind that says the same. */
  public Act as(ActKind other) {
    return new Act(other, from, to, offence, urgency, urgencyReason, data, safeguards, particulars);
  }

  /** The same act, urgent for a reason. */
  public Act urgent(UrgencyReason reason) {
    return with(Urgency.URGENT, Optional.of(reason));
  }

  /** The same act with this urgency and reason. */
  public Act with(Urgency stated, Optional<UrgencyReason> reason) {
    return new Act(kind, from, to, offence, stated, reason, data, safeguards, particulars);
  }

  /** The same act carrying these kinds of data. */
  public Act with(PersonalData carried) {
    return new Act(
        kind, from, to, offence, urgency, urgencyReason, carried, safeguards, particulars);
  }

  /** The same act with these statements. */
  public Act with(Safeguards stated) {
    return new Act(kind, from, to, offence, urgency, urgencyReason, data, stated, particulars);
  }

  /** The same act with these particulars. */
  public Act with(Particulars stated) {
    return new Act(kind, from, to, offence, urgency, urgencyReason, data, safeguards, stated);
  }
}
