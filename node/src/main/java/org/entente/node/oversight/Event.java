package org.entente.node.oversight;

import static org.entente.ledger.Access.ALTERATION;
import static org.entente.ledger.Access.COLLECTION;
import static org.entente.ledger.Access.CONSULTATION;
import static org.entente.ledger.Access.DISCLOSURE;

import java.util.Locale;
import org.entente.ledger.Access;

/** What happened, with the kind of access that Directive (EU) 2016/680 Art. 25(1) names for it. */
public enum Event {
  NODE_FOUNDED(ALTERATION),
  PARTNER_PINNED(ALTERATION),
  PARTNER_INTRODUCED(ALTERATION),
  AGREEMENT_LOADED(ALTERATION),
  AGREEMENT_CHANGED(ALTERATION),
  STEP_PREPARED(ALTERATION),
  STEP_WITHDRAWN(ALTERATION),
  NOTE_RELEASED(DISCLOSURE),
  NOTE_RECEIVED(COLLECTION),
  ACCOUNT_OPENED(ALTERATION),
  ACCOUNT_CLOSED(ALTERATION),
  PASSWORD_CHANGED(ALTERATION),
  SIGN_IN(CONSULTATION),
  SIGN_IN_DENIED(CONSULTATION),
  TOKEN_ISSUED(ALTERATION),
  TOKEN_REVOKED(ALTERATION),
  DRAFTED(COLLECTION),
  DRAFT_CHANGED(ALTERATION),
  ATTACHED(COLLECTION),
  DRAFT_DISCARDED(ALTERATION),
  SUBMITTED(ALTERATION),
  RETURNED(ALTERATION),
  DECISION_REFUSED(ALTERATION),
  RELEASED(DISCLOSURE),
  RECEIPT_STORED(ALTERATION),
  RECEIVED(COLLECTION),
  ARRIVAL_REFUSED(ALTERATION),
  TRIAGED(ALTERATION),
  CONSENT_RECORDED(ALTERATION),
  CASE_CLOSED(ALTERATION),
  CASE_READ(CONSULTATION),
  ATTACHMENT_READ(CONSULTATION),
  LEDGER_EXPORTED(CONSULTATION);

  private final Access access;

  Event(Access access) {
    this.access = access;
  }

  public Access access() {
    return access;
  }

  /** The stable code in ledger entries. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
