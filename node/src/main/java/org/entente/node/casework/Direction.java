package org.entente.node.casework;

/** Which way a message travels, seen from this node. */
public enum Direction {
  OUT,
  IN
}
