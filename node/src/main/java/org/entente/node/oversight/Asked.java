package org.entente.node.oversight;

import java.util.ArrayList;
import java.util.List;
import org.entente.node.records.Question;
import org.entente.subject.WrittenName;

/** What a search asked, in one line. */
final class Asked {
  private Asked() {}

  static String of(Question question) {
    List<String> parts = new ArrayList<>();
    question
        .person()
        .ifPresent(p -> p.names().stream().map(WrittenName::written).forEach(parts::add));
    for (String text :
        List.of(
            question.name(),
            question.born(),
            question.document(),
            question.vehicle(),
            question.firearm(),
            question.phone(),
            question.account())) {
      if (!text.isBlank()) {
        parts.add(text.strip());
      }
    }
    return String.join(" · ", parts);
  }
}
