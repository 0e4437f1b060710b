package org.entente.arms.compare;

import org.entente.arms.Coded;

/** What speaks for or against two descriptions being of one weapon. */
public enum Reason implements Coded {
  SERIAL_SAME,
  SERIAL_SAME_BUT_FOR_DOUBTS,
  SERIAL_SAME_BUT_FOR_LOOK_ALIKES,
  SERIAL_SAME_BUT_FOR_ALPHABET,
  SERIAL_ALMOST,
  SERIAL_PART_OF_OTHER,
  SERIAL_OTHER,
  MAKE_SAME,
  MAKE_ALIKE,
  MAKE_OTHER,
  MODEL_SAME,
  MODEL_VARIANT,
  MODEL_OTHER,
  CALIBRE_SAME,
  CALIBRE_OTHER,
  YEAR_SAME,
  YEAR_OTHER,
  COUNTRY_SAME,
  COUNTRY_OTHER,
  KIND_OTHER
}
