package org.entente.formats;

import java.util.Locale;

/** The formats that are read. */
public enum Format {
  STIX,
  MISP,
  FOLLOW_THE_MONEY,
  UN_LIST,
  EU_LIST,
  OFAC_LIST,
  OFAC_ADVANCED_LIST;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
