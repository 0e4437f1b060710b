package org.entente.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The part of a person or thing in a matter; the codes are those of docs/protocol/subjects.md. */
public enum Role {
  SUSPECT,
  POTENTIAL_OFFENDER,
  WITNESS,
  VICTIM,
  CONTACT,
  INFORMANT,
  USED,
  PROCEEDS,
  SEIZED,
  FOUND,
  SEEN,
  SOUGHT,
  STOLEN,
  TARGET,
  OTHER;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role with this code, if there is one. */
  public static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }

  /** Whether somebody may act against it: block an address, look for a file. */
  public boolean harmful() {
    return this == SUSPECT
        || this == POTENTIAL_OFFENDER
        || this == USED
        || this == PROCEEDS
        || this == SEIZED
        || this == FOUND;
  }
}
