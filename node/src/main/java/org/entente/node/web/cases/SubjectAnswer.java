package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.intake.ValueReading;
import org.entente.intake.ValueSign;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.web.frame.ToldText;

/**
 * A person or thing of a message as the API tells it.
 *
 * @param said as its officer wrote it, by field
 * @param read what each value is read as here
 */
record SubjectAnswer(
    String kind,
    Map<String, List<String>> said,
    List<Read> read,
    String role,
    Optional<String> evaluation,
    List<String> handling,
    Optional<String> asOf,
    Optional<String> note) {
  /**
   * One value.
   *
   * @param canonical what is compared
   * @param signs what there is to see at it, such as {@code check-fails}
   */
  record Read(String field, String written, String canonical, List<String> signs) {}

  /**
   * @param from place of the first in the list, from 0
   */
  record Link(int from, String kind, int to) {}

  static List<SubjectAnswer> all(Subjects subjects) {
    List<SubjectAnswer> all = new ArrayList<>();
    for (ToldSubject told : subjects.told()) {
      all.add(
          new SubjectAnswer(
              told.kind().code(),
              told.said(),
              ToldText.readings(told).stream().map(SubjectAnswer::read).toList(),
              told.role().code(),
              Optional.ofNullable(told.evaluation()).map(Evaluation::code),
              told.handling().stream().map(HandlingCode::code).sorted().toList(),
              Optional.ofNullable(told.asOf()),
              Optional.ofNullable(told.note())));
    }
    return all;
  }

  static List<Link> links(Subjects subjects) {
    return subjects.links().stream()
        .map(link -> new Link(link.from(), link.kind().code(), link.to()))
        .toList();
  }

  private static Read read(ValueReading reading) {
    return new Read(
        reading.field().code(),
        reading.written(),
        reading.canonical(),
        reading.signs().stream().map(ValueSign::code).toList());
  }

  @Override
  public String toString() {
    return "SubjectAnswer[" + kind + "]";
  }
}
