package org.entente.node.casework;

/** Whose question a case is. */
public enum Side {
  /** This authority asked. */
  OURS,
  /** The partner asked. */
  THEIRS
}
