package org.entente.node.casework;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.DataSubjectCategory;
import org.jspecify.annotations.Nullable;

/**
 * The person a request is about, as the officer wrote it. Names are kept letter for letter in every
 * spelling that is known.
 *
 * @param birthDate ISO date, year and month, or year alone; partial dates are common
 * @param category the role of the person in the matter, Directive (EU) 2016/680 Art. 6
 */
public record PersonSought(
    String familyName,
    String givenName,
    List<String> otherSpellings,
    @Nullable String birthDate,
    @Nullable String birthPlace,
    @Nullable String nationality,
    @Nullable String document,
    DataSubjectCategory category) {
  /** Its fields, as a correction names them. */
  static final Set<String> FIELDS =
      Arrays.stream(PersonSought.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  public PersonSought {
    otherSpellings = List.copyOf(otherSpellings);
  }

  /** How many of given name, family name and whole date of birth are given. */
  public int identifiers() {
    int given = givenName.isBlank() ? 0 : 1;
    int family = familyName.isBlank() ? 0 : 1;
    int born = birthDate != null && birthDate.matches("\\d{4}-\\d{2}-\\d{2}") ? 1 : 0;
    return given + family + born;
  }

  @Override
  public String toString() {
    return "Person[…]";
  }
}
