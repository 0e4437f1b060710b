package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HostileBytesTest {

  private static final ShippedAgreements.Shipped SHIPPED = ShippedAgreements.serbiaAzerbaijan2010();
  private static final byte[] INSTRUMENT = SHIPPED.instrument();
  private static final byte[] ARRANGEMENT = SHIPPED.arrangement(Demo.IDENTITIES);

  @Property(tries = 1500)
  void noBytesMakeTheReaderThrow(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes) {
    Reading changedInstrument =
        new AgreementReader().read(changed(INSTRUMENT, seed, changes), ARRANGEMENT);
    Reading changedArrangement =
        new AgreementReader().read(INSTRUMENT, changed(ARRANGEMENT, seed, changes));

    assertSound(changedInstrument);
    assertSound(changedArrangement);
  }

  @Property(tries = 500)
  void rubbishIsBrokenWithAPlace(@ForAll byte[] rubbish) {
    assertThat(new AgreementReader().read(rubbish, rubbish))
        .isInstanceOfSatisfying(
            Reading.Broken.class, broken -> assertThat(broken.faults()).hasSize(2));
    // A YAML map of rubbish can be filled; what comes out is still no arrangement.
    if (ArrangementFile.withAnnex(rubbish, Demo.IDENTITIES)
        instanceof ArrangementFile.Filled.Complete filled) {
      assertThat(new AgreementReader().read(INSTRUMENT, filled.bytes()))
          .isInstanceOf(Reading.Broken.class);
    }
  }

  /** An arrangement names its instrument's words, so no changed word of it can slip through. */
  private static void assertSound(Reading reading) {
    switch (reading) {
      case Reading.Broken broken ->
          assertThat(broken.faults()).allMatch(fault -> !fault.sentence().isBlank());
      case Reading.Read read ->
          assertThat(read.agreement().instrumentHash())
              .isEqualTo(Demo.agreement().instrumentHash());
    }
  }

  private static byte[] changed(byte[] original, long seed, int changes) {
    byte[] copy = original.clone();
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      byte[] likely = {'"', '{', '}', '[', ']', ',', ':', '0', '9', 'e', '-', '.', '\\', 'n'};
      copy[random.nextInt(copy.length)] =
          random.nextBoolean() ? likely[random.nextInt(likely.length)] : (byte) random.nextInt(256);
    }
    return copy;
  }
}
