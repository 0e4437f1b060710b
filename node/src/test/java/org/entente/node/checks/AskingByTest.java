package org.entente.node.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.agreement.DataCategory;

class AskingByTest {
  @Property
  void aQuestionAboutSeveralSaysEveryKindOfDataAndNoMoreThanAllOfThemHave(
      @ForAll Set<DataCategory> one,
      @ForAll Set<DataCategory> other,
      @ForAll @IntRange(max = 3) int ones,
      @ForAll @IntRange(max = 3) int others) {
    Asking.By both = new Asking.By(one, ones).with(new Asking.By(other, others));

    Set<DataCategory> all = EnumSet.noneOf(DataCategory.class);
    all.addAll(one);
    all.addAll(other);
    assertThat(both.kinds()).isEqualTo(all);
    assertThat(both.identifiers()).isEqualTo(Math.min(ones, others));
  }
}
