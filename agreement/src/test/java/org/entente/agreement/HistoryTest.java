package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final String HEAD = "format: entente-history\nversion: 1\nentries:\n";

  @Test
  void whatWasNeverSignedIsInNoState() {
    assertThat(History.none().stateAt(Demo.IN_FORCE)).isEmpty();
  }

  @Test
  void theShippedAgreementEntersIntoForceAtItsInstantAndNotBefore() {
    Instant force = Instant.parse("2011-01-01T00:00:00Z");

    assertThat(Demo.agreement().inForceAt(force)).isTrue();
    assertThat(Demo.agreement().inForceAt(force.minusNanos(1))).isFalse();
  }

  @Test
  void aSuspensionChangesNoHash() {
    Agreement suspended = Demo.after(Demo.status(Status.State.SUSPENDED, "2026-01-01T00:00:00Z"));

    assertThat(suspended.hash()).isEqualTo(Demo.agreement().hash());
    assertThat(suspended.inForceAt(Demo.IN_FORCE)).isFalse();
  }

  @Test
  void anEndThatLiesAheadLeavesTheAgreementInForceUntilThen() {
    Agreement ending = Demo.after(Demo.status(Status.State.TERMINATED, "2026-06-01T00:00:00Z"));

    assertThat(ending.inForceAt(Instant.parse("2026-05-31T23:59:59Z"))).isTrue();
    assertThat(ending.inForceAt(Instant.parse("2026-06-01T00:00:00Z"))).isFalse();
  }

  @Test
  void aHistoryThatCannotHaveHappenedIsRefused() {
    Status signed = Demo.status(Status.State.SIGNED, "2010-05-13T00:00:00Z");
    Status resumed = Demo.status(Status.State.RESUMED, "2011-05-13T00:00:00Z");

    assertThatThrownBy(() -> new History(List.of(signed, resumed)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new History(List.of(resumed)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileOfAHistorySaysInWhichLineItIsWrong() {
    assertThat(faults(HEAD + "  - state: inForce\n    at: 2011-01-01T00:00:00Z\n"))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(FaultCode.STATUS_ORDER);
          assertThat(fault.line()).isEqualTo(4);
        });
    assertThat(
            faults(
                HEAD
                    + "  - state: signed\n    at: 2011-01-01T00:00:00Z\n"
                    + "  - state: terminated\n    at: 2011-01-02T00:00:00Z\n"))
        .extracting(Fault::code)
        .containsExactly(FaultCode.STATUS_ORDER);
    assertThat(faults(HEAD + "  - state: signed\n    at: yesterday\n"))
        .extracting(Fault::code)
        .containsExactly(FaultCode.MALFORMED);
    assertThat(
            faults(
                HEAD
                    + "  - state: signed\n    at: 2011-01-02T00:00:00Z\n"
                    + "  - state: inForce\n    at: 2011-01-01T00:00:00Z\n"))
        .extracting(Fault::code)
        .containsExactly(FaultCode.STATUS_ORDER);
  }

  @Test
  void aHistoryOfAnotherInstrumentIsNotTaken() {
    String signed = "entries:\n  - state: signed\n    at: 2010-05-13T00:00:00Z\n";
    String head = "format: entente-history\nversion: 1\ninstrument: ";

    assertThat(against(head + "rs-az-2010-05-13\n" + signed)).isEmpty();
    assertThat(against(head + "rs-az-2011-05-13\n" + signed))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(FaultCode.OTHER_INSTRUMENT);
          assertThat(fault.line()).isEqualTo(3);
        });
  }

  @Test
  void aHistoryDoesNotBeginBeforeItsInstrumentWasSigned() {
    assertThat(against(HEAD + "  - state: signed\n    at: 1999-01-01T00:00:00Z\n"))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(FaultCode.STATUS_ORDER);
          assertThat(fault.line()).isEqualTo(5);
        });
    assertThat(against(HEAD + "  - state: signed\n    at: 2010-05-12T09:59:59Z\n")).hasSize(1);
    // In Baku, 13 May had begun.
    assertThat(against(HEAD + "  - state: signed\n    at: 2010-05-12T20:00:00Z\n")).isEmpty();
    assertThat(against(HEAD + "  - state: signed\n    at: 2012-01-01T00:00:00Z\n")).isEmpty();
  }

  private static List<Fault> against(String file) {
    return HistoryReader.readFor(
                Demo.agreement().instrument(), file.getBytes(StandardCharsets.UTF_8))
            instanceof HistoryReader.Outcome.Broken broken
        ? broken.faults()
        : List.of();
  }

  private static List<Fault> faults(String file) {
    return switch (HistoryReader.read(file.getBytes(StandardCharsets.UTF_8))) {
      case HistoryReader.Outcome.Read read -> List.of();
      case HistoryReader.Outcome.Broken broken -> broken.faults();
    };
  }
}
