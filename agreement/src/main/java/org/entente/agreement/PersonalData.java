package org.entente.agreement;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which blocks of data an act carries about which categories of persons. Kinds only, never content.
 *
 * @param bySubject the blocks per category; a category may carry none
 */
public record PersonalData(Map<DataSubjectCategory, Set<DataCategory>> bySubject) {

  private static final PersonalData NONE = new PersonalData(Map.of());

  /** Copies. */
  public PersonalData {
    Map<DataSubjectCategory, Set<DataCategory>> copy = new EnumMap<>(DataSubjectCategory.class);
    bySubject.forEach((subject, data) -> copy.put(subject, Set.copyOf(data)));
    bySubject = Map.copyOf(copy);
  }

  /** No personal data at all. */
  public static PersonalData none() {
    return NONE;
  }

  /**
   * Every block is taken to concern every category: the strict reading, for a sender that does not
   * say which block belongs to whom.
   */
  public static PersonalData of(Set<DataSubjectCategory> subjects, Set<DataCategory> data) {
    Map<DataSubjectCategory, Set<DataCategory>> all = new EnumMap<>(DataSubjectCategory.class);
    subjects.forEach(subject -> all.put(subject, data));
    return new PersonalData(all);
  }

  /** The same with more blocks about one category. */
  public PersonalData and(DataSubjectCategory subject, Set<DataCategory> data) {
    Map<DataSubjectCategory, Set<DataCategory>> all = new EnumMap<>(DataSubjectCategory.class);
    all.putAll(bySubject);
    Set<DataCategory> joined = EnumSet.noneOf(DataCategory.class);
    joined.addAll(all.getOrDefault(subject, Set.of()));
    joined.addAll(data);
    all.put(subject, joined);
    return new PersonalData(all);
  }

  /** Whether every block is allowed for its category ({@link DataPolicy}). */
  public boolean withinPolicy() {
    return bySubject.entrySet().stream()
        .allMatch(entry -> DataPolicy.allowedFor(entry.getKey()).containsAll(entry.getValue()));
  }
}
