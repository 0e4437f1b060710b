package org.entente.node.checks;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.subject.Person;
import org.entente.subject.Subject;
import org.entente.subject.WrittenName;

/**
 * By what two questions are seen to be about the same name or the same date of birth; both empty
 * where the question is about no person.
 */
record Sameness(String name, String born) {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  static Sameness of(Subject subject) {
    if (!(subject instanceof Person person)) {
      return new Sameness("", "");
    }
    WrittenName first = person.names().getFirst();
    String name =
        Arrays.stream(latin(first.written()).split("[^a-z]+", -1))
            .filter(word -> !word.isEmpty())
            .sorted()
            .collect(Collectors.joining(" "));
    String born =
        person.born().stream()
            .map(date ->
                String.format(Locale.ROOT, "%d-%d-%d", date.year(), date.month(), date.day()))
            .sorted()
            .collect(Collectors.joining(" "));
    return new Sameness(name, born);
  }

  // A transliterator may keep state while it works.
  private static String latin(String written) {
    synchronized (LATIN) {
      return LATIN.transliterate(written);
    }
  }
}
