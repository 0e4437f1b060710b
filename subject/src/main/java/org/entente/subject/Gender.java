package org.entente.subject;

/** As ICAO 9303 writes it: F, M, X (unspecified); unknown where nothing was recorded. */
public enum Gender {
  FEMALE,
  MALE,
  UNSPECIFIED,
  UNKNOWN
}
