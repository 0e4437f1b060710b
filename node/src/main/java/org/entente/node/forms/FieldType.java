package org.entente.node.forms;

import java.util.List;

/** What a field of a form takes. */
public sealed interface FieldType {
  /**
   * Codes of a list. {@link CodeList#OTHER} wants words beside it, under the name of the field with
   * {@value #OTHER_SUFFIX}.
   *
   * @param several whether more than one can be chosen
   */
  record Codes(CodeList list, boolean several) implements FieldType {}

  /**
   * A number with a unit, which stands under the name of the field with {@value #UNIT_SUFFIX}.
   *
   * @param apart fields beside it: amounts that differ in one of these are not added either
   */
  record Quantity(CodeList units, List<String> apart) implements FieldType {
    public Quantity {
      apart = List.copyOf(apart);
    }
  }

  /** A whole number from 0. */
  record Count() implements FieldType {}

  /** A part of a hundred. */
  record Percent() implements FieldType {}

  /** A date, or year and month, or a year. */
  record Day() implements FieldType {}

  /** A day that lies ahead when the message is written: something ends with it. */
  record Expiry() implements FieldType {}

  /**
   * Words.
   *
   * @param most characters
   */
  record Words(int most) implements FieldType {
    /** Longer ones get more room on a page. */
    public boolean lines() {
      return most > LINE;
    }
  }

  /** Yes, no, or not known. */
  record YesNo() implements FieldType {
    public static final String YES = "yes";

    public static final List<String> ANSWERS = List.of(YES, "no", CodeList.NOT_KNOWN);
  }

  /**
   * Fields that are asked for once for each of several things.
   *
   * @param most how many times
   */
  record Group(List<FormField> fields, int most) implements FieldType {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  String OTHER_SUFFIX = "-other";

  String UNIT_SUFFIX = "-unit";

  /** The longest that fits one line of a page. */
  int LINE = 200;

  static FieldType one(CodeList list) {
    return new Codes(list, false);
  }

  static FieldType several(CodeList list) {
    return new Codes(list, true);
  }

  static FieldType quantity(CodeList units, String... apart) {
    return new Quantity(units, List.of(apart));
  }

  static FieldType line() {
    return new Words(LINE);
  }

  static FieldType group(int most, FormField... fields) {
    return new Group(List.of(fields), most);
  }
}
