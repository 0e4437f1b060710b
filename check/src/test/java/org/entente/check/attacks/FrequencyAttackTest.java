package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.check.index.Prefix;
import org.entente.check.oprf.SecretKey;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.Test;

/**
 * The attack on hashed match-keys by frequency (Vidanage and others, International Journal of
 * Population Data Science, article 1345): an attacker who knows how common each token is among
 * comparable persons gives the most frequent code the most frequent token, and so on. Where every
 * record carries the keyed hashes of the same tokens the attack names most of the common ones.
 * Where it has sealed indexes, of two partners and two epochs, every output stands there once and
 * it names no more than who draws tokens at random.
 */
class FrequencyAttackTest {
  private static final List<List<Token>> HELD = Population.ofCommonNames(20_000, 31);
  private static final List<List<Token>> FEW = HELD.subList(0, 1_000);

  /** Other persons of the same country, of whom the attacker has names and dates. */
  private static final List<List<Token>> KNOWN = Population.ofCommonNames(60_000, 32);

  @Test
  void keyedHashesInEveryRecordFallToIt() throws Exception {
    assertThat(named(60, Codes.keyedHashes(HELD), KNOWN)).isGreaterThan(30);
  }

  @Test
  void keyedHashesOfAFewRecordsFallToItToo() throws Exception {
    assertThat(named(15, Codes.keyedHashes(FEW), KNOWN)).isGreaterThan(5);
  }

  @Test
  void sealedIndexesOfTheSameFewRecordsForTwoPartnersInTwoEpochsDoNot() {
    Codes sealed = Codes.none();
    for (String purpose : List.of("az.mia 1", "az.mia 2", "me.mup 1", "me.mup 2")) {
      sealed.index(FEW, Population.key(purpose), purpose.hashCode());
    }

    assertThat(sealed.seen().values()).containsOnly(1);
    assertThat(named(60, sealed, KNOWN)).isLessThanOrEqualTo(1);
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
          long code = Prefix.of(mac.doFinal(token.bytes()));
          codes.truth.put(code, token);
          codes.seen.merge(code, 1, Integer::sum);
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

  /** How many of the most frequent codes the attack gives a token they really stand for. */
  private static int named(int most, Codes codes, List<List<Token>> known) {
    Map<Token, Set<Integer>> holders = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      for (Token token : known.get(i)) {
        holders.computeIfAbsent(token, t -> new HashSet<>()).add(i);
      }
    }
    Map<Token, Integer> common = new HashMap<>();
    holders.forEach((token, persons) -> common.put(token, persons.size()));
    List<Long> frequent = descending(codes.seen(), Comparator.naturalOrder());
    List<Token> tokens =
        descending(common, Comparator.comparing(Token::family).thenComparing(Token::text));
    int named = 0;
    for (int rank = 0; rank < most; rank++) {
      Token real = codes.truth().get(frequent.get(rank));
      // Two tokens that the same persons have say the same of them.
      if (real != null && holders.get(tokens.get(rank)).equals(holders.get(real))) {
        named++;
      }
    }
    return named;
  }

  private static <T> List<T> descending(Map<T, Integer> counts, Comparator<T> ties) {
    List<T> all = new ArrayList<>(counts.keySet());
    all.sort(Comparator.<T>comparingInt(each -> -counts.get(each)).thenComparing(ties));
    return all;
  }
}
