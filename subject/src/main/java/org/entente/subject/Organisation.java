package org.entente.subject;

import java.util.List;

/** A company, association or other body, by its names and registration numbers as written. */
public record Organisation(
    List<WrittenName> names, List<String> countries, List<String> registrations)
    implements Subject {
  public Organisation {
    names = List.copyOf(names);
    countries = List.copyOf(countries);
    registrations = List.copyOf(registrations);
  }

  @Override
  public String toString() {
    return "Organisation[]";
  }
}
