package org.entente.check.tokens;

/**
 * What a token is made of. Tokens of different families never meet. Codes never change their
 * meaning and are never given out again.
 */
public enum Family {
  /** Two parts of the name, year, and day and month in ascending order. */
  PARTS_AND_BIRTH_DATE(1, Quality.STRONG_PERSON),
  /** One part of the name, year, and day and month in ascending order. */
  PART_AND_BIRTH_DATE(2, Quality.FAIR_PERSON),
  /** Two parts of the name and the year. */
  PARTS_AND_BIRTH_YEAR(3, Quality.FAIR_PERSON),
  /** Two parts of the name, day and month in ascending order. */
  PARTS_AND_BIRTHDAY(4, Quality.FAIR_PERSON),

  /** An identity document's number and its issuer. */
  ISSUED_DOCUMENT(16, Quality.EXACT_NUMBER),
  /** An identity document's number alone. */
  DOCUMENT(17, Quality.NUMBER),
  /** A telephone number with its country (E.164). */
  PHONE(18, Quality.EXACT_NUMBER),
  /** A telephone number without its country, where one side does not know that. */
  NATIONAL_PHONE(19, Quality.NUMBER),
  /** A number plate and its country. */
  COUNTRY_PLATE(20, Quality.EXACT_NUMBER),
  /** A number plate alone. */
  PLATE(21, Quality.NUMBER),
  /** A vehicle identification number of 17 characters (ISO 3779). */
  VIN(22, Quality.EXACT_NUMBER),
  /** An older, shorter chassis number. */
  CHASSIS(23, Quality.NUMBER),
  /** A firearm's serial number and its maker. */
  MADE_SERIAL(24, Quality.EXACT_NUMBER),
  /** A firearm's serial number alone. */
  SERIAL(25, Quality.NUMBER),
  /** A ship's number with a check digit that holds. */
  IMO(26, Quality.EXACT_NUMBER),
  /** A bank account's IBAN (ISO 13616). */
  IBAN(27, Quality.EXACT_NUMBER),
  /** A bank account's number as its bank writes it. */
  ACCOUNT(28, Quality.NUMBER),
  /** A mailbox, or a handle with its service. */
  ONLINE(29, Quality.EXACT_NUMBER),
  /** A handle alone. */
  HANDLE(30, Quality.NUMBER),
  /** A body's registration number and its country. */
  COUNTRY_REGISTRATION(31, Quality.EXACT_NUMBER),
  /** A body's registration number alone. */
  REGISTRATION(32, Quality.NUMBER);

  private final int code;
  private final Quality quality;

  Family(int code, Quality quality) {
    this.code = code;
    this.quality = quality;
  }

  /** The byte that stands for the family in a token, 1 to 127. */
  public int code() {
    return code;
  }

  /** What a shared token of the family says. */
  public Quality quality() {
    return quality;
  }
}
