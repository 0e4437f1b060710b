package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private final SampleLog log = new SampleLog(3);
  private final Witness witness = new Witness(log.keys.log(), log.witnessKey);

  private Countersigning offer(WitnessRequest request, SignedCheckpoint last) {
    return witness.countersign(request, Optional.of(last), Fixtures.TIME);
  }

  @Test
  void aLogThatOnlyGrewIsCountersignedFromItsFirstEntryOn() {
    SignedCheckpoint first = log.signed();
    WitnessRequest contact = WitnessRequest.of(log.nodes, 0, first);
    assertThat(witness.countersign(contact, Optional.empty(), Fixtures.TIME))
        .isInstanceOf(Countersigning.Given.class);

    SignedCheckpoint last = first;
    for (int i = 3; i < 40; i++) {
      log.add(Fixtures.entry(i));
      SignedCheckpoint next = log.signed();
      WitnessRequest sent = WitnessRequest.of(log.nodes, last.checkpoint().size(), next);
      WitnessRequest received = WitnessRequest.parse(sent.encode()).orThrow();
      assertThat(received).isEqualTo(sent);

      assertThat(offer(received, last))
          .isInstanceOfSatisfying(
              Countersigning.Given.class,
              given ->
                  assertThat(next.with(given.cosignature()).cosignedBy(log.witness))
                      .contains(given.cosignature()));
      last = next;
    }
  }

  @Test
  void theSameCheckpointAgainIsCountersignedAgain() {
    WitnessRequest again = WitnessRequest.of(log.nodes, 3, log.signed());
    assertThat(offer(again, log.signed())).isInstanceOf(Countersigning.Given.class);
  }

  @Test
  void twoLogsOfOneSizeAreAForkWithBothCheckpointsAsProof() {
    SignedCheckpoint first = log.signed();
    Checkpoint other = new Checkpoint(Fixtures.ORIGIN, 3, MerkleTree.leafHash(new byte[] {1}));
    SignedCheckpoint forked = SignedCheckpoint.sign(other, log.key);

    assertThat(offer(new WitnessRequest(3, List.of(), forked), first))
        .isEqualTo(new Countersigning.Fork(first, forked));
    assertThat(offer(new WitnessRequest(0, List.of(), forked), first))
        .isInstanceOf(Countersigning.Fork.class);
  }

  @Test
  void aRewrittenLogIsRefused() {
    SignedCheckpoint first = log.signed();
    SampleLog rewritten = new SampleLog(0);
    for (int i = 0; i < 6; i++) {
      rewritten.add(i == 1 ? Fixtures.entry(77).at(1) : Fixtures.entry(i));
    }
    SignedCheckpoint next = SignedCheckpoint.sign(rewritten.head(), log.key);

    assertThat(code(offer(WitnessRequest.of(rewritten.nodes, 3, next), first)))
        .isEqualTo("not-consistent");
  }

  @Test
  void aRequestThatStartsElsewhereLearnsWhereToStart() {
    SignedCheckpoint first = log.signed();
    log.add(Fixtures.entry(3));

    Countersigning answer = offer(WitnessRequest.of(log.nodes, 2, log.signed()), first);

    assertThat(code(answer)).isEqualTo("other-old-size");
    assertThat(((Countersigning.Refused) answer).sentence()).contains("3 entries");
  }

  @Test
  void aLogThatShrankIsRefused() {
    SampleLog shorter = new SampleLog(2);
    SignedCheckpoint shrunk = SignedCheckpoint.sign(shorter.head(), log.key);
    assertThat(code(offer(new WitnessRequest(3, List.of(), shrunk), log.signed())))
        .isEqualTo("log-shrank");
  }

  @Test
  void aCheckpointByAnotherKeyIsRefusedBeforeAnythingElse() {
    SignedCheckpoint foreign = SignedCheckpoint.sign(log.head(), Fixtures.signer(Fixtures.ORIGIN));
    assertThat(code(offer(new WitnessRequest(3, List.of(), foreign), log.signed())))
        .isEqualTo("not-signed");
  }

  private static String code(Countersigning answer) {
    return switch (answer) {
      case Countersigning.Given given -> "given";
      case Countersigning.Refused(String code, String sentence) -> code;
      case Countersigning.Fork fork -> fork.code();
    };
  }
}
