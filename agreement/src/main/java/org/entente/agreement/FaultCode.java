package org.entente.agreement;

/** What can be wrong with a file. The codes are stable. */
public enum FaultCode {
  /** Larger, deeper or longer than a named limit. */
  TOO_LARGE("too-large", "Shorten the file; the limits are in the protocol document."),
  /** Not UTF-8. */
  NOT_UTF8("not-utf-8", "Save the file as UTF-8 without a byte order mark."),
  /** Not JSON. */
  NOT_JSON(
      "not-json",
      "Correct this place; a text with a colon, a comma or an apostrophe stands in quotation marks."),
  /** A key stands twice in one object. */
  DUPLICATE_KEY("duplicate-key", "Remove one of the two."),
  /** A format or version that this program does not know. */
  UNKNOWN_VERSION(
      "unknown-version",
      "Use the format and version of the protocol document, or a newer program."),
  /** A field that the format does not know. */
  UNKNOWN_FIELD(
      "unknown-field",
      "Remove the field or correct its name. A text with a comma within braces stands in quotation"
          + " marks."),
  /** A field that has to be there. */
  MISSING_FIELD("missing-field", "Add the field."),
  /** A text where a number is due, and the like. */
  WRONG_TYPE("wrong-type", "Write a value of the type that the format asks for."),
  /** A value outside a closed list. */
  UNKNOWN_VALUE("unknown-value", "Use one of the values that are named."),
  /** A value that has not the shape the format asks for. */
  MALFORMED("malformed", "Write the value in the shape that the format asks for."),
  /** A number, text or list outside its bounds. */
  OUT_OF_BOUNDS("out-of-bounds", "Stay within the bounds of the protocol document."),
  /** An area that is none of the thirty. */
  UNKNOWN_AREA("unknown-area", "Use one of the area codes that are named."),
  /** A kind of act that is none of ours. */
  UNKNOWN_ACT("unknown-act", "Use one of the act codes that are named."),
  /** Something that has to be unique stands twice. */
  DUPLICATE("duplicate", "Keep one of the two."),
  /** A name that nothing in the instrument bears. */
  DANGLING_REFERENCE("dangling-reference", "Name something that the instrument contains."),
  /** The arrangement belongs to other words than these. */
  OTHER_INSTRUMENT(
      "other-instrument", "Use the instrument the arrangement was made for, or agree on it anew."),
  /** The arrangement permits what its instrument does not. */
  WIDENS_INSTRUMENT("widens-instrument", "Leave it out: an arrangement only narrows."),
  /** The arrangement takes away a crime that the instrument lists. */
  EXCLUDES_LISTED_AREA(
      "excludes-listed-area",
      "Leave it out: only another instrument can take back a listed crime."),
  /** The life of the instrument cannot have gone this way. */
  STATUS_ORDER("status-order", "Correct the order of the entries."),
  /** A party has no identity in the annex, or no contact point. */
  PARTY_MISSING("party-missing", "Add an entry for every party.");

  private final String code;
  private final String mend;

  FaultCode(String code, String mend) {
    this.code = code;
    this.mend = mend;
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What to do about it. */
  String mend() {
    return mend;
  }
}
