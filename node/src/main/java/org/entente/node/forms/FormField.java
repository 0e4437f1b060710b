package org.entente.node.forms;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.PersonalData;

/**
 * A field of a form.
 *
 * @param code its name in the form or in its group; part of the bytes of a message
 * @param needed whether the form says too little without it
 * @param carries the personal data that it is as soon as something stands in it
 * @param identifies as what; empty where it identifies nothing
 * @param marked as what a mark in it is read, beside what was seen; empty where it holds none
 */
public record FormField(
    String code,
    FieldType type,
    boolean needed,
    PersonalData carries,
    Optional<Identifying> identifies,
    Optional<Marked> marked) {
  /** As what the words of a field identify a thing, so that two matters with the same are found. */
  public enum Identifying {
    PLATE,
    DOCUMENT,
    WALLET,
    LOGO,
    /** The serial number of a weapon. */
    SERIAL,
    /** A lot of ammunition. */
    LOT,
    /** Whatever it is: an address of the Internet, a hash, a domain, an account. */
    ANY
  }

  /** What a mark in a field is a mark of. */
  public enum Marked {
    LOT,
    HEADSTAMP,
    COUNTRY
  }

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  public FormField {
    if (!CODE.matcher(code).matches() || code.equals("form") || code.equals("remove")) {
      throw new IllegalArgumentException("A field has a short plain name");
    }
  }

  public static FormField of(String code, FieldType type) {
    return new FormField(
        code, type, false, PersonalData.none(), Optional.empty(), Optional.empty());
  }

  /** The same where the form says too little without it. */
  public FormField need() {
    return new FormField(code, type, true, carries, identifies, marked);
  }

  /** The same where what stands in it is data about persons of a category. */
  public FormField about(DataSubjectCategory whom, DataCategory... data) {
    return new FormField(code, type, needed, carries.and(whom, Set.of(data)), identifies, marked);
  }

  /** The same where its words identify a thing. */
  public FormField identify(Identifying what) {
    return new FormField(code, type, needed, carries, Optional.of(what), marked);
  }

  /** The same where a mark stands in it, of which is told what was understood. */
  public FormField mark(Marked of) {
    return new FormField(code, type, needed, carries, identifies, Optional.of(of));
  }

  /** Whether it is a group whose rows are the stages of a way. */
  public boolean isWay() {
    return code.equals("route") || code.equals("legs") || code.equals("hops");
  }
}
