package org.entente.bench.checks;

import java.util.List;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.jspecify.annotations.Nullable;

/** The tokens of the library. */
final class Ours implements Way {
  @Override
  public String title() {
    return "Entente, at most " + SubjectTokens.PER_SUBJECT + " tokens a side";
  }

  @Override
  public List<Made> kept(String name, @Nullable PartialDate born) {
    return made(SubjectTokens.kept(person(name, born)));
  }

  @Override
  public List<Made> asked(String name, @Nullable PartialDate born) {
    return made(SubjectTokens.asked(person(name, born)));
  }

  static Person person(String name, @Nullable PartialDate born) {
    return born == null ? Person.named(name) : Person.named(name, born);
  }

  private static List<Made> made(List<Token> tokens) {
    return tokens.stream().map(t -> new Made(t.family().ordinal(), t.text())).toList();
  }
}
