package org.entente.node.checks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;

/**
 * What came of asking one partner.
 *
 * @param wire identifies the question before this partner
 * @param reason why it was not asked, a stable code; empty otherwise
 * @param quality the code of the best quality that was met; empty where none was
 * @param families codes of what was met, such as {@code document}; empty where nothing was
 * @param articles on which the check rests
 */
public record PartnerAnswer(
    AuthorityId partner,
    UUID wire,
    AnswerState state,
    String reason,
    String quality,
    List<String> families,
    List<String> articles,
    Optional<Instant> answeredAt) {
  public PartnerAnswer {
    families = List.copyOf(families);
    articles = List.copyOf(articles);
  }
}
