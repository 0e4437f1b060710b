package org.entente.agreement;

import java.util.List;
import java.util.Set;

/** A paragraph, by what it does for a decision. */
public sealed interface Paragraph {

  /** Where it stands, such as {@code Art. 1(1)}. */
  ArticleReference reference();

  /**
   * Crimes on which the parties cooperate.
   *
   * @param reference where it stands
   * @param items the crimes, in order
   */
  record Crimes(ArticleReference reference, List<Crime> items) implements Paragraph {

    /** Copies. */
    public Crimes {
      items = List.copyOf(items);
    }
  }

  /**
   * One crime as the instrument words it, and our reading of it on the common scale.
   *
   * @param reference where it stands, such as {@code Art. 1(1)(d)}
   * @param wording the instrument's words, restated
   * @param areas the areas it covers
   * @param minPenaltyMonths the highest penalty of the offence must reach this, in months; 0 for
   *     none
   */
  record Crime(
      ArticleReference reference, LocalText wording, Set<OffenceArea> areas, int minPenaltyMonths) {

    /** Copies. */
    public Crime {
      areas = Set.copyOf(areas);
    }
  }

  /**
   * The parties also cooperate in other areas of common interest. That an interest is common takes
   * two: the other side's consent has to be on record.
   *
   * @param reference where it stands
   * @param wording the instrument's words, restated
   */
  record OtherAreas(ArticleReference reference, LocalText wording) implements Paragraph {}

  /**
   * Areas on which the parties do not cooperate under this instrument, whatever else it lists.
   *
   * @param reference where it stands
   * @param wording the instrument's words, restated
   * @param areas the areas it takes out
   */
  record Excludes(ArticleReference reference, LocalText wording, Set<OffenceArea> areas)
      implements Paragraph {

    /** Copies. */
    public Excludes {
      areas = Set.copyOf(areas);
    }
  }

  /**
   * Words that are shown and never decided on: definitions, costs, liability, disputes.
   *
   * @param reference where they stand
   * @param words the instrument's words, restated
   */
  record Plain(ArticleReference reference, LocalText words) implements Paragraph {}

  /**
   * Forms in which the parties cooperate.
   *
   * @param reference where it stands
   * @param items the forms, in order
   */
  record Forms(ArticleReference reference, List<Form> items) implements Paragraph {

    /** Copies. */
    public Forms {
      items = List.copyOf(items);
    }
  }

  /**
   * One form of cooperation and the kinds of acts it carries.
   *
   * @param reference where it stands, such as {@code Art. 2(1)(b)}
   * @param wording the instrument's words, restated
   * @param acts the kinds it carries, in our reading
   * @param conditions under which it does
   */
  record Form(
      ArticleReference reference, LocalText wording, Set<ActKind> acts, Conditions conditions) {

    /** Copies. */
    public Form {
      acts = Set.copyOf(acts);
    }
  }
}
