package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.check.oprf.SecretKey;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.Test;

/**
 * Two askers lay the indexes side by side that one owner made them of the same records, or one
 * asker keeps the index of the epoch before. No output stands in both, so neither learns which
 * records both may check or which stayed. The noise that fills records up is drawn anew too.
 */
class PooledIndexesTest {
  private final List<List<Token>> records = Population.different(800, 41);

  @Test
  void twoPartnersIndexesOfTheSameRecordsHaveNothingInCommon() {
    assertThat(common(of("az.mia 1", 1), of("me.mup 1", 2))).isZero();
  }

  @Test
  void theIndexOfTheEpochBeforeHasNothingInCommonWithThisOne() {
    assertThat(common(of("az.mia 1", 1), of("az.mia 2", 2))).isZero();
  }

  @Test
  void underOneKeyTheyWouldShareEveryTokenOfEveryRecord() {
    long tokens = records.stream().flatMap(List::stream).distinct().count();
    assertThat(common(of("az.mia 1", 1), of("az.mia 1", 2))).isEqualTo(tokens);
  }

  private long[] of(String purpose, long noise) {
    SecretKey key = Population.key(purpose);
    return Population.index(records, key, noise);
  }

  private static long common(long[] one, long[] other) {
    Set<Long> both = new HashSet<>(Arrays.stream(one).boxed().collect(Collectors.toSet()));
    both.retainAll(Arrays.stream(other).boxed().collect(Collectors.toSet()));
    return both.size();
  }
}
