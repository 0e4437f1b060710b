package org.entente.agreement;

import java.util.List;

/** What follows from an agreement for one act at one instant. */
public sealed interface Decision {

  /**
   * The act may be done.
   *
   * @param articles what it rests on: the crime first, then every form of cooperation that carries
   *     it
   * @param obligations what goes with it
   */
  record Permitted(List<ArticleReference> articles, Obligations obligations) implements Decision {

    /** Refuses a permission that rests on nothing. */
    public Permitted {
      articles = List.copyOf(articles);
      if (articles.isEmpty()) {
        throw new IllegalArgumentException("a permission rests on an article");
      }
    }
  }

  /**
   * The act may be done once the other side has consented to the area.
   *
   * @param whose the authority to be asked
   * @param under the article that leaves the area open
   * @param ground the reason, for an officer
   */
  record NeedsConsent(AuthorityId whose, ArticleReference under, Ground ground)
      implements Decision {}

  /**
   * The act may not be done.
   *
   * @param grounds every ground there is, the agreement's own state first
   */
  record Refused(List<Ground> grounds) implements Decision {

    /** Refuses a refusal without a ground. */
    public Refused {
      grounds = List.copyOf(grounds);
      if (grounds.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a ground");
      }
    }
  }
}
