package org.entente.duty;

/** How a person is reached. */
public enum Way {
  /** A page of the node that is open: sound, and a note of the desktop. */
  BROWSER,
  E_MAIL,
  /** A signed call to a system of the authority. */
  WEBHOOK,
  /** A short message through a modem of the authority. */
  SMS
}
