package org.entente.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the authorities work out under an instrument: how, never more than what.
 *
 * @param title its title
 * @param demonstration whether it is a demonstration that nobody agreed to
 * @param acts the kinds of acts the authorities exchange; a part of what the instrument carries
 * @param excludedAreas areas declared to be of no common interest at present
 * @param deadlines how fast answers are due
 * @param handling the default handling codes
 * @param reviewMonths months to the first review; 1 to {@link #MAX_REVIEW_MONTHS}
 * @param noticeDays days between the notice of termination and the end; 0 to {@link
 *     #MAX_NOTICE_DAYS}
 * @param use what may be done with what was received
 * @param costs who bears them; empty if nothing was arranged
 * @param classification how the authorities call the same level of secrecy
 * @param quotas at most one for each kind of act
 * @param languages the languages the authorities write in
 * @param approvalFor the kinds of acts that a second person has to release
 * @param copyToContactPoint whether the own contact point gets a copy of each act
 * @param contactPoints where the authorities are reached
 * @param annex the identity of every party it is between
 * @param between the authorities it is between; empty for all parties of the instrument
 * @param pending what becomes of open matters at a suspension and at the end
 */
public record Arrangement(
    LocalText title,
    boolean demonstration,
    Set<ActKind> acts,
    Set<OffenceArea> excludedAreas,
    DeadlineRule deadlines,
    Set<HandlingCode> handling,
    int reviewMonths,
    int noticeDays,
    UseRules use,
    Optional<LocalText> costs,
    List<Map<AuthorityId, String>> classification,
    List<Quota> quotas,
    List<Language> languages,
    Set<ActKind> approvalFor,
    boolean copyToContactPoint,
    List<ContactPoint> contactPoints,
    Map<AuthorityId, Fingerprint> annex,
    Set<AuthorityId> between,
    Pending pending) {

  /** The latest first review, Directive (EU) 2023/977 Art. 16. */
  public static final int MAX_REVIEW_MONTHS = 6;

  /** The longest notice: two years. */
  public static final int MAX_NOTICE_DAYS = 731;

  /** Checks the bounds and copies. */
  public Arrangement {
    if (reviewMonths < 1 || reviewMonths > MAX_REVIEW_MONTHS) {
      throw new IllegalArgumentException("a first review comes within " + MAX_REVIEW_MONTHS);
    }
    if (noticeDays < 0 || noticeDays > MAX_NOTICE_DAYS) {
      throw new IllegalArgumentException("a notice is within " + MAX_NOTICE_DAYS + " days");
    }
    if (handling.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("an arrangement names handling codes and languages");
    }
    if (!acts.containsAll(approvalFor)) {
      throw new IllegalArgumentException("only an act that is exchanged can need a release");
    }
    acts = Set.copyOf(acts);
    excludedAreas = Set.copyOf(excludedAreas);
    handling = Set.copyOf(handling);
    classification = classification.stream().map(Map::copyOf).toList();
    quotas = List.copyOf(quotas);
    languages = List.copyOf(languages);
    approvalFor = Set.copyOf(approvalFor);
    contactPoints = List.copyOf(contactPoints);
    annex = Map.copyOf(annex);
    between = Set.copyOf(between);
  }

  /** Whether it is between this authority and others, as far as it says. */
  public boolean covers(AuthorityId authority) {
    return between.isEmpty() || between.contains(authority);
  }

  /** The quota for a kind of act, if there is one. */
  public Optional<Quota> quotaOf(ActKind kind) {
    for (Quota quota : quotas) {
      if (quota.act() == kind) {
        return Optional.of(quota);
      }
    }
    return Optional.empty();
  }
}
