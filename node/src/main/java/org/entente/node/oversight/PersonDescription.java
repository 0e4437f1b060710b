package org.entente.node.oversight;

import java.util.List;
import org.entente.node.records.Question;
import org.entente.subject.WrittenName;

/** Whom a supervisor looks for, as typed; an empty field says nothing. */
public record PersonDescription(
    String name, String born, String document, String phone, String account) {
  public PersonDescription {
    name = name.strip();
    born = born.strip();
    document = document.strip();
    phone = phone.strip();
    account = account.strip();
  }

  boolean tooLong() {
    return List.of(name, born, document, phone, account).stream()
        .anyMatch(text -> text.length() > WrittenName.MAX_LENGTH);
  }

  Question question() {
    Question empty = Question.empty();
    return new Question(
        empty.person(),
        name,
        born,
        document,
        "",
        "",
        phone,
        account,
        empty.kind(),
        empty.category(),
        empty.offence(),
        "",
        false);
  }

  @Override
  public String toString() {
    return "PersonDescription[…]";
  }
}
