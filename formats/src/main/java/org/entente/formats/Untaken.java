package org.entente.formats;

import java.util.Locale;

/**
 * Something that a file says and that was not taken.
 *
 * @param what the name of its kind or field in that format, without what it holds
 * @param times how often it is there
 * @param first where it is first: an identifier or line of the file; empty if there is none
 */
public record Untaken(Why why, String what, long times, String first) {
  /** Why it was left. */
  public enum Why {
    /** A kind of thing that has no place here. */
    KIND_UNKNOWN,
    FIELD_UNKNOWN,
    /** It says nothing by which something could be known. */
    NOTHING_SAID,
    /** Conditions that are more than equality. */
    PATTERN_TOO_RICH,
    /** One of its ends was not taken. */
    LINK_OPEN,
    /** Its source withdrew it. */
    WITHDRAWN,
    VALUE_TOO_LONG,
    /** More than a dossier holds. */
    TOO_MANY,
    TOO_LARGE,
    /** It is not what such a part has to be. */
    DAMAGED;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public String toString() {
    return "Untaken[" + why.code() + " " + times + "]";
  }
}
