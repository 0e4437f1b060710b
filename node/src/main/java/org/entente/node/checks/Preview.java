package org.entente.node.checks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.agreement.AuthorityId;

/**
 * What a question would come to.
 *
 * @param families of tokens that would be asked, each with how many spellings; empty where too
 *     little was said
 * @param whom the chosen partners
 */
public record Preview(Map<String, Integer> families, List<Whom> whom) {
  public Preview {
    families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    whom = List.copyOf(whom);
  }

  /**
   * A partner.
   *
   * @param reason why it would not be asked, a stable code; empty where it would
   * @param articles on which it would be
   */
  public record Whom(AuthorityId partner, String reason, List<String> articles) {
    public Whom {
      articles = List.copyOf(articles);
    }
  }
}
