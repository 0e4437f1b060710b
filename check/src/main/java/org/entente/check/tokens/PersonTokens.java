package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.names.NamePart;
import org.entente.subject.names.NameSounds;

/**
 * Tokens of a person: sounds of one or two parts of a name beside the date of birth, its year, or
 * its day and month.
 *
 * <p>Day and month stand in ascending order, so that a date meets itself with the two exchanged.
 */
final class PersonTokens {
  /** More names than this are other writings of the same ones. */
  private static final int NAMES = 8;

  /** Beliefs about one date of birth; more would leave no room. */
  private static final int DATES = 4;

  /** More words of a name share sounds with everybody; the longest say most. */
  private static final int WORDS = 5;

  /** Neighbours taken together, of long names. */
  private static final int JOINED = 8;

  /** No word of a name has so many sounds; what has is no name. */
  private static final int LONGEST_SOUND = 32;

  /** Two parts that are shorter together are shared by too many to tell with less than a date. */
  private static final int SHORTEST_PAIR = 6;

  private PersonTokens() {}

  /** The most telling first; none without a date of birth. */
  static List<Token> of(Person person, Side side) {
    List<List<NamePart>> names = new ArrayList<>();
    if (!person.born().isEmpty()) {
      NameSounds sounds = NameSounds.first();
      person.names().stream()
          .map(WrittenName::written)
          .filter(name -> name.length() <= WrittenName.MAX_LENGTH)
          .distinct()
          .limit(NAMES)
          .forEach(name -> names.add(telling(sounds.parts(name, side.sounds()))));
    }
    Weighed weighed = new Weighed();
    for (int d = 0; d < Math.min(DATES, person.born().size()); d++) {
      BirthTexts born = BirthTexts.of(person.born().get(d));
      for (int n = 0; n < names.size(); n++) {
        add(names.get(n), born, side, n * Weighed.NAME + d * Weighed.DATE, weighed);
      }
    }
    return weighed.inOrder(SubjectTokens.PER_SUBJECT);
  }

  /** The parts that say most, in an order that does not depend on that of the words. */
  private static List<NamePart> telling(List<NamePart> parts) {
    Comparator<NamePart> longest =
        Comparator.comparingInt((NamePart part) -> -part.sounds().getFirst().length())
            .thenComparing(part -> String.join(" ", part.sounds()));
    return Stream.concat(
            parts.stream().filter(part -> part.words() == 1).sorted(longest).limit(WORDS),
            parts.stream().filter(part -> part.words() > 1).sorted(longest).limit(JOINED))
        .filter(part -> part.sounds().stream().allMatch(s -> s.length() <= LONGEST_SOUND))
        .toList();
  }

  private static void add(
      List<NamePart> parts, BirthTexts born, Side side, int weight, Weighed into) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      NamePart one = parts.get(i);
      born.date().ifPresent(date -> alone(one, date, weight, into));
      for (NamePart other : parts.subList(i + 1, parts.size())) {
        if ((one.words() == 1 || other.words() == 1) && !one.overlaps(other)) {
          pairs.add(Pair.of(one, other));
        }
      }
    }
    pairs.sort(Pair.MOST_TELLING_FIRST);
    // Later ones would hardly be chosen: each gives a token or more, and weighs more than the last.
    for (int p = 0; p < Math.min(SubjectTokens.PER_SUBJECT, pairs.size()); p++) {
      pair(pairs.get(p), born, side, weight + p * Weighed.PAIR, into);
    }
  }

  private static void alone(NamePart part, String date, int weight, Weighed into) {
    int joined = part.words() > 1 ? Weighed.JOINED : 0;
    for (int s = 0; s < part.sounds().size(); s++) {
      into.add(
          weight + joined + s * Weighed.SOUND,
          Family.PART_AND_BIRTH_DATE,
          part.sounds().get(s) + "|" + date);
    }
  }

  private static void pair(Pair pair, BirthTexts born, Side side, int weight, Weighed into) {
    int withDate = side.pairsWithDate();
    for (Pair.Said said : pair.said()) {
      if (said.sounds() < SHORTEST_PAIR) {
        continue;
      }
      int base = weight + said.place() * Weighed.SOUND + (pair.joined() ? Weighed.JOINED : 0);
      if (withDate-- > 0) {
        born.date()
            .ifPresent(date ->
                into.add(base + Weighed.STRONG, Family.PARTS_AND_BIRTH_DATE, said.text() + date));
      }
      for (int y = 0; y < born.years().size(); y++) {
        into.add(
            base + Weighed.YEAR + (y == 0 ? 0 : Weighed.OTHER_YEAR),
            Family.PARTS_AND_BIRTH_YEAR,
            said.text() + born.years().get(y));
      }
      born.day()
          .ifPresent(
              day -> into.add(base + Weighed.DAY, Family.PARTS_AND_BIRTHDAY, said.text() + day));
    }
  }
}
