package org.entente.node.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Subject;
import org.entente.subject.WrittenName;

/** A described person in one line, as written. */
final class SubjectText {
  private SubjectText() {}

  static String of(Subject subject) {
    List<String> parts = new ArrayList<>();
    if (subject instanceof Person person) {
      person.names().stream().map(WrittenName::written).forEach(parts::add);
      person.born().stream().map(SubjectText::date).forEach(parts::add);
    }
    return String.join(" · ", parts);
  }

  private static String date(PartialDate date) {
    return date.complete()
        ? String.format(Locale.ROOT, "%04d-%02d-%02d", date.year(), date.month(), date.day())
        : Integer.toString(date.year());
  }
}
