package org.entente.subject.documents;

/**
 * The holder's name as the zone prints it, in the letters A to Z.
 *
 * @param primary family name, or the whole name where it is not divided; words apart by one space
 * @param secondary given names; empty if there are none
 * @param mayBeCut whether the name fills its field to the last character, so that a part of it may
 *     be missing
 */
public record PrintedName(String primary, String secondary, boolean mayBeCut) {
  static PrintedName of(String field) {
    String name = field.replaceAll("<+$", "");
    int apart = name.indexOf("<<");
    boolean divided = apart > 0;
    return new PrintedName(
        words(divided ? name.substring(0, apart) : name),
        divided ? words(name.substring(apart)) : "",
        name.length() == field.length());
  }

  private static String words(String printed) {
    return printed.replaceAll("<+", " ").strip();
  }

  /** Both parts, the given names first. */
  public String whole() {
    return secondary.isEmpty() ? primary : secondary + " " + primary;
  }

  @Override
  public String toString() {
    return "PrintedName[]";
  }
}
