package org.entente.node.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;

/**
 * The parts of a request that the agreement decides on.
 *
 * @param data categories of data the request itself carries
 * @param specialCategories whether it carries data of Directive (EU) 2016/680 Art. 10
 * @param strictlyNecessary whether the officer states that these are strictly necessary
 * @param political whether the matter is predominantly political, military, religious or racial
 * @param maxPenaltyMonths the highest penalty for the offence in the sender's law, as stated; empty
 *     where nothing was stated
 * @param agreement hash of the agreement that the officer chose; empty where the choice is left to
 *     the node, which takes the only one that permits the request
 */
public record Terms(
    OffenceArea offence,
    Urgency urgency,
    Optional<UrgencyReason> urgencyReason,
    Set<DataCategory> data,
    boolean specialCategories,
    boolean strictlyNecessary,
    boolean political,
    OptionalInt maxPenaltyMonths,
    Optional<String> agreement) {
  /** The longest penalty that can be stated: a hundred years. */
  public static final int MOST_MONTHS = 1_200;

  public Terms {
    data = Set.copyOf(data);
  }

  /** Terms without a penalty and a chosen agreement. */
  public Terms(
      OffenceArea offence,
      Urgency urgency,
      Optional<UrgencyReason> urgencyReason,
      Set<DataCategory> data,
      boolean specialCategories,
      boolean strictlyNecessary,
      boolean political) {
    this(
        offence,
        urgency,
        urgencyReason,
        data,
        specialCategories,
        strictlyNecessary,
        political,
        OptionalInt.empty(),
        Optional.empty());
  }

  /** What is wrong with them; empty when an act can be made of them. */
  public List<ContentFault> faults() {
    boolean sound =
        maxPenaltyMonths.isEmpty()
            || (maxPenaltyMonths.getAsInt() >= 0 && maxPenaltyMonths.getAsInt() <= MOST_MONTHS);
    return sound ? List.of() : List.of(new ContentFault("maxPenaltyMonths", "months", MOST_MONTHS));
  }

  /**
   * The request that these terms describe. How many identifying fields are given is counted in its
   * content; purpose and offence stand in every request.
   */
  public Act request(AuthorityId from, AuthorityId to, Content.Request content) {
    return new Act(
        ActKind.REQUEST,
        from,
        to,
        offence,
        urgency,
        urgencyReason,
        carried(content),
        new Safeguards(specialCategories, strictlyNecessary, political),
        new Particulars(
            maxPenaltyMonths,
            content.about().map(PersonSought::identifiers).orElse(0),
            !content.purpose().isBlank(),
            false,
            false));
  }

  /** The information that these terms describe. */
  public Act information(AuthorityId from, AuthorityId to, Content.Information content) {
    Optional<PersonSought> person = content.about();
    return new Act(
        ActKind.INFORMATION,
        from,
        to,
        offence,
        urgency,
        urgencyReason,
        carried(content),
        new Safeguards(specialCategories, strictlyNecessary, political),
        new Particulars(
            maxPenaltyMonths,
            person.map(PersonSought::identifiers).orElse(0),
            !content.relevance().isBlank(),
            false,
            false));
  }

  /** What these terms say of whom it is about, and what its subjects carry. */
  private PersonalData carried(Content content) {
    PersonalData about =
        content
            .about()
            .map(person -> PersonalData.of(Set.of(person.category()), data))
            .orElse(PersonalData.none());
    return with(about, content.tells());
  }

  /** These data and those of subjects. */
  public static PersonalData with(PersonalData data, Subjects subjects) {
    PersonalData all = data;
    for (Map.Entry<DataSubjectCategory, Set<DataCategory>> each :
        subjects.data().bySubject().entrySet()) {
      all = all.and(each.getKey(), each.getValue());
    }
    return all;
  }

  /** The act of what opens a matter on these terms. */
  Act of(AuthorityId from, AuthorityId to, Content content) {
    return switch (content) {
      case Content.Request r -> request(from, to, r);
      case Content.Information i -> information(from, to, i);
      default -> throw new IllegalArgumentException("Only what opens a matter has terms");
    };
  }

  /** The terms that a request was drafted on. */
  public static Terms of(Act act, Optional<String> agreement) {
    return new Terms(
        act.offence(),
        act.urgency(),
        act.urgencyReason(),
        act.data().bySubject().values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet()),
        act.safeguards().specialCategories(),
        act.safeguards().strictNecessityStated(),
        act.safeguards().predominantlyPoliticalMilitaryReligiousRacial(),
        act.particulars().maxPenaltyMonths(),
        agreement);
  }
}
