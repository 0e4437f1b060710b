package org.entente.node.casework;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.OffenceArea;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.store.Store;

/**
 * Where a request, a reply or information has to say what becomes of the copy for the contact
 * points: where the agreement asks for copies, and this node is a designated authority's, or the
 * matter came from one. Between two contact points nothing is owed and nothing is asked. Safe for
 * use by many threads.
 */
public final class Copies {
  private final Store store;
  private final Contents contents;
  private final AgreementsInForce agreements;
  private final boolean contactPoint;
  private final InstantSource clock;

  /**
   * @param contactPoint whether this node is a contact point's
   */
  Copies(
      Store store,
      Contents contents,
      AgreementsInForce agreements,
      boolean contactPoint,
      InstantSource clock) {
    this.store = store;
    this.contents = contents;
    this.agreements = agreements;
    this.contactPoint = contactPoint;
    this.clock = clock;
  }

  /** Whether what this node sends of its own accord can owe a copy at all. */
  public boolean mayBeOwed() {
    return !contactPoint;
  }

  /**
   * Whether what opens a matter with this partner has to speak of the copy.
   *
   * @param named hash of the agreement that the officer chose; empty where any may be meant
   */
  public boolean owedTo(AuthorityId partner, Optional<String> named) {
    return !contactPoint
        && agreements.between(partner).stream()
            .filter(agreement ->
                named
                    .map(hash -> agreement.hash().value().equals(hash))
                    .orElseGet(() -> agreement.inForceAt(clock.instant())))
            .anyMatch(Copies::asked);
  }

  /** Whether a reply in this matter has to speak of the copy. */
  public boolean owedIn(CaseId id) {
    return store.read(tx ->
        CaseRows.find(tx, id)
            .filter(file ->
                agreements.held(CaseRows.agreementOf(tx, file)).filter(Copies::asked).isPresent())
            .filter(file ->
                !contactPoint
                    || MessageRows.find(tx, new MessageId(file.request()))
                        .flatMap(opening -> contents.forReading(opening).copied())
                        .isPresent())
            .isPresent());
  }

  /** What is wrong with what a message says of the copy. */
  public static List<ContentFault> faults(
      boolean owed, Optional<ContactPointCopy> said, OffenceArea offence) {
    List<ContentFault> faults = new ArrayList<>();
    if (owed && said.isEmpty()) {
      faults.add(new ContentFault("copy", "choose", 0));
    }
    if (said.equals(Optional.of(ContactPointCopy.TERRORISM)) && offence != OffenceArea.TERRORISM) {
      faults.add(new ContentFault("copy", "not-terrorism", 0));
    }
    return List.copyOf(faults);
  }

  /** The same of a message that has not left. */
  List<ContentFault> faults(MessageRows.Row row, Content content) {
    boolean owed =
        switch (row.kind()) {
          case REQUEST, INFORMATION ->
              owedTo(row.header().act().to(), store.read(tx -> NamedAgreements.of(tx, row.id())));
          case REPLY -> owedIn(row.caseId());
          default -> false;
        };
    return faults(owed, content.copied(), row.header().act().offence());
  }

  /** The kinds of acts that can owe a copy. */
  static boolean concerns(ActKind kind) {
    return kind == ActKind.REQUEST || kind == ActKind.INFORMATION || kind == ActKind.REPLY;
  }

  private static boolean asked(Agreement agreement) {
    return agreement.arrangement().copyToContactPoint();
  }
}
