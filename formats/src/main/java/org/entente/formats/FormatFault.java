package org.entente.formats;

import java.util.Locale;

/** Why nothing of a file is taken. */
public enum FormatFault {
  EMPTY,
  /** None of the formats that are read. */
  NOT_KNOWN,
  /** It breaks off, or is not what it begins as. */
  DAMAGED,
  TOO_LARGE,
  /** It declares a document type or entities, which no such file needs and attacks use. */
  DECLARES_ENTITIES,
  /** STIX before 2.1, which is written in another way. */
  OLDER_VERSION;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
