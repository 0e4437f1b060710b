package org.entente.intake;

import java.util.Locale;

/** What a reader has to see beside a value: what speaks for it and what makes it doubtful. */
public enum ValueSign {
  /** It has check digits or a checksum, and they hold. */
  CHECK_HOLDS,
  /** They do not hold: a sign was mistyped, or it is no such number. */
  CHECK_FAILS,
  /** Such numbers have one, which was left out here. */
  CHECK_ABSENT,
  /** It could not be read as what its field is for; it is kept as written and not compared. */
  NOT_READ,
  /** A question mark stands for a sign that nobody could read. */
  IN_DOUBT,
  /** It has letters of more than one alphabet, or such as are made to look like others. */
  LOOK_ALIKE,
  /** Letters that such numbers never have were read as the digits they look like. */
  MISREAD,
  /** Day and month can be exchanged. */
  TWO_READINGS,
  /** Many networks have this address; it tells no connection apart. */
  NOT_PUBLIC,
  /** Customers share the address: without the source port it tells nobody apart. */
  PORT_MISSING,
  /** An address belongs to somebody for a time. */
  TIME_MISSING,
  /** A time without its zone is any of a whole day. */
  ZONE_MISSING,
  /** Words for nothing, or the same sign over and over. */
  SAYS_NOTHING;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it makes the value doubtful. */
  public boolean doubtful() {
    return this != CHECK_HOLDS;
  }
}
