package org.entente.intake;

import java.util.Locale;
import java.util.Optional;

/** What a column of a file can mean. */
public enum ColumnMeaning {
  KEY,
  NAME,
  FAMILY,
  GIVEN,
  PATRONYMIC,
  ALIAS,
  BORN,
  GENDER,
  NATIONALITY,
  BIRTH_PLACE,
  DOCUMENT,
  PASSPORT,
  IDENTITY_CARD,
  NATIONAL_NUMBER,
  PHONE,
  ACCOUNT,
  ONLINE,
  PLATE,
  VIN,
  COUNTRY,
  MAKE,
  MODEL,
  CALIBRE,
  SERIAL,
  REGISTRATION,
  IP_ADDRESS,
  SOURCE_PORT,
  SEEN_AT,
  FILE_HASH,
  WEB_ADDRESS,
  WALLET,
  CHAIN,
  DEVICE_NUMBER,
  PLACE_NAME,
  COORDINATES,
  CATEGORY,
  OFFENCE,
  EVALUATION,
  HANDLING;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ColumnMeaning> ofCode(String code) {
    for (ColumnMeaning meaning : values()) {
      if (meaning.code().equals(code)) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  /** What a heading means, if it is one that is known. */
  static Optional<ColumnMeaning> ofHeading(String heading) {
    return Headings.meaning(heading);
  }

  /** Whether it is a part of a person's name. */
  boolean ofName() {
    return this == NAME || this == FAMILY || this == GIVEN || this == PATRONYMIC;
  }

  /** Whether a cell may hold several values. */
  boolean many() {
    return switch (this) {
      case NAME,
          ALIAS,
          BORN,
          NATIONALITY,
          BIRTH_PLACE,
          DOCUMENT,
          PASSPORT,
          IDENTITY_CARD,
          NATIONAL_NUMBER,
          PHONE,
          ACCOUNT,
          ONLINE,
          REGISTRATION,
          HANDLING ->
          true;
      case KEY,
          FAMILY,
          GIVEN,
          PATRONYMIC,
          GENDER,
          PLATE,
          VIN,
          COUNTRY,
          MAKE,
          MODEL,
          CALIBRE,
          SERIAL,
          IP_ADDRESS,
          SOURCE_PORT,
          SEEN_AT,
          FILE_HASH,
          WEB_ADDRESS,
          WALLET,
          CHAIN,
          DEVICE_NUMBER,
          PLACE_NAME,
          COORDINATES,
          CATEGORY,
          OFFENCE,
          EVALUATION ->
          false;
    };
  }
}
