package org.entente.check.attacks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.check.index.Prefix;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.subject.Gender;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/** Invented persons as an attacker or an owner has them: each as its tokens. */
final class Population {
  private static final String[] GIVEN = {
    "Rauf", "Elçin", "Tural", "Kamran", "Orxan", "Samir", "Vüqar", "Zaur", "Anar", "Nicat"
  };
  private static final String[] FAMILY = {
    "Məmmədov", "Əliyev", "Həsənov", "Hüseynov", "Quliyev", "Rzayev", "Səfərov", "Cəfərov"
  };
  private static final int FIRST_YEAR = 1970;
  private static final int YEARS = 8;

  private Population() {}

  /** So many different persons. */
  static List<List<Token>> different(int count, long seed) {
    InventedPersons persons = InventedPersons.of(seed);
    Set<List<Token>> all = new LinkedHashSet<>();
    while (all.size() < count) {
      InventedPerson next = persons.next();
      List<Token> tokens = SubjectTokens.kept(person(next.name(), next.born()));
      if (!tokens.isEmpty()) {
        all.add(tokens);
      }
    }
    return List.copyOf(all);
  }

  /** Persons with few names, the first of which are many times as common as the last. */
  static List<List<Token>> ofCommonNames(int count, long seed) {
    Random random = new Random(seed);
    List<List<Token>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name =
          GIVEN[skewed(random, GIVEN.length, 0.45)]
              + " "
              + FAMILY[skewed(random, FAMILY.length, 0.32)];
      int year = FIRST_YEAR + skewed(random, YEARS, 0.21);
      PartialDate born = new PartialDate(year, 1 + random.nextInt(12), 1 + random.nextInt(28), 0);
      all.add(SubjectTokens.kept(person(name, born)));
    }
    return all;
  }

  // Each value takes so large a share of what the ones before leave.
  private static int skewed(Random random, int values, double share) {
    int value = 0;
    while (value < values - 1 && random.nextDouble() >= share) {
      value++;
    }
    return value;
  }

  private static Person person(String name, PartialDate born) {
    return new Person(
        List.of(WrittenName.of(name)),
        List.of(born),
        Gender.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The owner's key for one partner and epoch. */
  static SecretKey key(String partnerAndEpoch) {
    return Voprf.shipped().key(new byte[32], partnerAndEpoch.getBytes(StandardCharsets.UTF_8));
  }

  /** What an owner puts into an index for one token. */
  static long sealed(SecretKey key, Token token) {
    try {
      return Prefix.of(Voprf.shipped().direct(key, token.bytes()));
    } catch (NotAnElement e) {
      throw new AssertionError(e);
    }
  }

  /** What an owner puts into an index for every token of some records, each once. */
  static Map<Token, Long> sealed(SecretKey key, List<List<Token>> records) {
    Map<Token, Long> sealed = new LinkedHashMap<>();
    for (List<Token> record : records) {
      record.forEach(token -> sealed.computeIfAbsent(token, t -> sealed(key, t)));
    }
    return sealed;
  }

  /** The index of an owner: a set, every record filled up to the same number with noise. */
  static long[] index(List<List<Token>> records, Map<Token, Long> sealed, long noise) {
    Random random = new Random(noise);
    List<Long> prefixes = new ArrayList<>(sealed.values());
    for (List<Token> record : records) {
      for (int i = record.size(); i < SubjectTokens.PER_SUBJECT; i++) {
        prefixes.add(random.nextLong());
      }
    }
    return Prefix.distinct(prefixes.stream().mapToLong(Long::longValue).toArray());
  }

  static long[] index(List<List<Token>> records, SecretKey key, long noise) {
    return index(records, sealed(key, records), noise);
  }
}
