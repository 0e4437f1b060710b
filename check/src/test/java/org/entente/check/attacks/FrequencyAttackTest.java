package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.check.index.Prefix;
import org.entente.check.oprf.SecretKey;
import org.entente.check.tokens.Family;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.Test;

/**
 * The attack on hashed match-keys by frequency (Vidanage and others, International Journal of
 * Population Data Science, article 1345): an attacker who knows how common each token is among
 * comparable persons names for each code the few tokens whose frequency fits best. Where every
 * record carries the keyed hashes of the same tokens, one column a family as match-keys do, the
 * attack names most of the common ones. Where it has sealed indexes, of two partners and two
 * epochs, every output stands there once, in no column, and it names no more than who draws tokens
 * at random.
 */
class FrequencyAttackTest {
  private static final List<List<Token>> HELD = Population.ofCommonNames(20_000, 31);
  private static final List<List<Token>> FEW = HELD.subList(0, 1_000);

  /** Other persons of the same country, of whom the attacker has names and dates. */
  private static final List<List<Token>> KNOWN = Population.ofCommonNames(60_000, 32);

  /** So many tokens are named for a code. */
  private static final int CANDIDATES = 5;

  /** The column the attacker looks at; the one in which most persons share tokens. */
  private static final Family COLUMN = Family.PARTS_AND_BIRTH_YEAR;

  @Test
  void keyedHashesInEveryRecordFallToIt() throws Exception {
    assertThat(named(30, Codes.keyedHashes(HELD), HELD.size())).isGreaterThan(20);
  }

  @Test
  void keyedHashesOfAFewRecordsFallToItToo() throws Exception {
    assertThat(named(15, Codes.keyedHashes(FEW), FEW.size())).isGreaterThan(5);
  }

  @Test
  void sealedIndexesOfTheSameFewRecordsForTwoPartnersInTwoEpochsDoNot() {
    Codes sealed = Codes.none();
    for (String purpose : List.of("az.mia 1", "az.mia 2", "me.mup 1", "me.mup 2")) {
      sealed.index(FEW, Population.key(purpose), purpose.hashCode());
    }

    assertThat(sealed.seen().values()).containsOnly(1);
    assertThat(named(60, sealed, 4 * FEW.size())).isLessThanOrEqualTo(1);
  }

  /** Codes as the attacker sees them, with how often, and what each really stands for. */
  private record Codes(Map<Long, Integer> seen, Map<Long, Token> truth) {
    static Codes none() {
      return new Codes(new HashMap<>(), new HashMap<>());
    }

    static Codes keyedHashes(List<List<Token>> records) throws Exception {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("a secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      Codes codes = none();
      for (List<Token> record : records) {
        for (Token token : record) {
          if (token.family() == COLUMN) {
            long code = Prefix.of(mac.doFinal(token.bytes()));
            codes.truth.put(code, token);
            codes.seen.merge(code, 1, Integer::sum);
          }
        }
      }
      return codes;
    }

    void index(List<List<Token>> records, SecretKey key, long noise) {
      Map<Token, Long> sealed = Population.sealed(key, records);
      sealed.forEach((token, prefix) -> truth.put(prefix, token));
      for (long prefix : Population.index(records, sealed, noise)) {
        seen.merge(prefix, 1, Integer::sum);
      }
    }
  }

  /**
   * For how many of the most frequent codes what they really stand for is among the few tokens
   * whose share of comparable persons comes nearest to the code's share of the records.
   */
  private static int named(int most, Codes codes, int records) {
    Map<Token, Set<Integer>> holders = new HashMap<>();
    for (int i = 0; i < KNOWN.size(); i++) {
      for (Token token : KNOWN.get(i)) {
        if (token.family() == COLUMN) {
          holders.computeIfAbsent(token, t -> new HashSet<>()).add(i);
        }
      }
    }
    // Tokens that the same persons have say the same of them: one of each is enough.
    List<Set<Integer>> groups = List.copyOf(new LinkedHashSet<>(holders.values()));
    List<Long> frequent = new ArrayList<>(codes.seen().keySet());
    frequent.sort(
        Comparator.<Long>comparingInt(code -> -codes.seen().get(code))
            .thenComparing(Comparator.naturalOrder()));
    int named = 0;
    for (long code : frequent.subList(0, most)) {
      double share = (double) codes.seen().get(code) / records;
      Set<Integer> real = holders.get(codes.truth().get(code));
      boolean among =
          groups.stream()
              .sorted(
                  Comparator.comparingDouble(
                      group -> Math.abs((double) group.size() / KNOWN.size() - share)))
              .limit(CANDIDATES)
              .anyMatch(group -> group.equals(real));
      named += among ? 1 : 0;
    }
    return named;
  }
}
