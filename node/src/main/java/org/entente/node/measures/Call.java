package org.entente.node.measures;

/**
 * What was said by telephone. In clear only while an officer reads or writes it.
 *
 * @param with who spoke, as they named themselves
 * @param number at which they were, as far as it is known: never one to call back
 * @param said what was asked or told
 */
public record Call(String with, String number, String said) {
  @Override
  public String toString() {
    return "Call[…]";
  }
}
