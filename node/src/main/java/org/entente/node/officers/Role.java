package org.entente.node.officers;

/** What an officer may do on this node. One officer may hold several. */
public enum Role {
  /** Drafts requests, answers partners, closes cases. */
  DESK,
  /** Releases or returns what leaves the country, grants consents; never the own draft. */
  APPROVER,
  /** Reads cases, ledger and proofs; changes nothing. */
  SUPERVISOR,
  /** Keeps accounts and partners; sees no content. */
  ADMINISTRATOR,
  /** Loads the national index, decides who may check what, merges and erases records. */
  DATA_OWNER,
  /** Searches the national index and joins records that mean the same. */
  ANALYST
}
