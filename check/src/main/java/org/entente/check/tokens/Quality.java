package org.entente.check.tokens;

/** How much a shared token says, as an officer reads it; the first says most. */
public enum Quality {
  /** A number with who gave it out: a document and its issuer, a whole telephone number. */
  EXACT_NUMBER("exact-number"),
  /** Two parts of a name and the whole date of birth. */
  STRONG_PERSON("strong-person"),
  /** A number that others may have given out too, or that lacks a part. */
  NUMBER("number"),
  /** One part of a name and the date of birth, or two parts and a part of the date. */
  FAIR_PERSON("fair-person");

  private final String code;

  Quality(String code) {
    this.code = code;
  }

  /** A stable code. */
  public String code() {
    return code;
  }
}
