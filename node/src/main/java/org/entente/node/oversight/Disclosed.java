package org.entente.node.oversight;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;

/**
 * One thing that is told to the person concerned (Directive (EU) 2016/680 Art. 14): the data, where
 * they come from, what for and on which basis, who received them, how long they are kept.
 *
 * @param data names of fields or columns with what stands in them, as written
 * @param origin the register, or the authority the data came from; empty for this authority
 * @param reference how officers call the case; empty where there is none
 * @param recipients authorities that received the data or may ask whether they are held
 * @param keptUntil when they are erased or the need is reviewed; empty while the matter goes on
 */
public record Disclosed(
    MentionKey.Kind kind,
    Instant at,
    Map<String, List<String>> data,
    String origin,
    String reference,
    Optional<DataSubjectCategory> category,
    Optional<OffenceArea> offence,
    Set<DataCategory> kinds,
    List<String> articles,
    List<AuthorityId> recipients,
    Optional<Instant> keptUntil) {
  public Disclosed {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    kinds = Set.copyOf(kinds);
    articles = List.copyOf(articles);
    recipients = List.copyOf(recipients);
  }

  @Override
  public String toString() {
    return "Disclosed[" + kind + "]";
  }
}
