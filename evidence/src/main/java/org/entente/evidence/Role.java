package org.entente.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file of a container is. */
public enum Role {
  /** For people; proves nothing. */
  COVER,
  /** Identity card of one of the authorities. */
  CARD,
  /** Statement that binds the certificate of the container's signature to the exporter's card. */
  EVIDENCE_KEY,
  /** Statement with which key an authority countersigns. */
  WITNESS_KEY,
  /** The words of an agreement, first file. */
  AGREEMENT_INSTRUMENT,
  /** The words of an agreement, second file. */
  AGREEMENT_ARRANGEMENT,
  /** A message or notice as its sender signed it. */
  SIGNED_MESSAGE,
  /** The header in it, to be read without a program. */
  HEADER,
  /** What it says, to be read without a program. */
  CONTENT,
  /** The receiver's signed receipt. */
  RECEIPT,
  /** An attachment as it was exchanged, under a key that stands in the content. */
  ATTACHMENT_SEALED,
  /** The same opened. */
  ATTACHMENT,
  /** An entry of the exporter's ledger with its proof. */
  LEDGER_PROOF;

  /** The stable code in the index. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
