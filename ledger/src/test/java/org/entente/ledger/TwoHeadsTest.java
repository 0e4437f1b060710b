package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TwoHeadsTest {
  private final SampleLog log = new SampleLog(6);

  private SampleLog rewritten(long size) {
    SampleLog other = new SampleLog(0, log.key, log.witnessKey);
    for (int i = 0; i < size; i++) {
      other.add(i == 1 ? Fixtures.entry(77).at(1) : Fixtures.entry(i));
    }
    return other;
  }

  private TwoHeads.Finding read(TwoHeads heads) {
    TwoHeads file = TwoHeads.parse(heads.encode()).orThrow();
    assertThat(file).isEqualTo(heads);
    return file.judge(log.keys.log());
  }

  @Test
  void twoRootsOfOneSizeProveAFork() {
    assertThat(read(new TwoHeads(log.cosigned(), rewritten(6).signed(), List.of())))
        .isEqualTo(new TwoHeads.Finding.Forked());
  }

  @Test
  void theRewrittenLogsOwnProofShowsItsOtherPast() {
    SampleLog later = rewritten(11);
    List<Hash> path = MerkleTree.consistency(later.nodes, 6, 11).path();

    assertThat(read(new TwoHeads(log.cosigned(), later.signed(), path)))
        .isEqualTo(new TwoHeads.Finding.Forked());
  }

  @Test
  void aLaterHeadWithoutItsProofIsNotContinued() {
    assertThat(read(new TwoHeads(log.cosigned(), rewritten(11).signed(), List.of())))
        .isEqualTo(new TwoHeads.Finding.NotContinued());
  }

  @Test
  void aSmallerHeadSeenLaterIsARollback() {
    SampleLog shorter = new SampleLog(3, log.key, log.witnessKey);
    assertThat(read(new TwoHeads(log.cosigned(), shorter.signed(), List.of())))
        .isEqualTo(new TwoHeads.Finding.RolledBack());
  }

  @Test
  void anHonestLogIsNotAccused() {
    SignedCheckpoint first = log.cosigned();
    assertThat(read(new TwoHeads(first, log.signed(), List.of())))
        .isInstanceOf(TwoHeads.Finding.Nothing.class);
    for (int i = 6; i < 13; i++) {
      log.add(Fixtures.entry(i));
    }
    List<Hash> path = MerkleTree.consistency(log.nodes, 6, 13).path();
    assertThat(read(new TwoHeads(first, log.signed(), path)))
        .isInstanceOf(TwoHeads.Finding.Nothing.class);
  }

  @Test
  void headsOfAnotherKeyShowNothing() {
    TwoHeads heads = new TwoHeads(log.signed(), rewritten(6).signed(), List.of());
    assertThat(heads.judge(new SampleLog(1).keys.log()))
        .isInstanceOf(TwoHeads.Finding.Nothing.class);
  }

  @Test
  void otherTextsAreRefused() {
    String good = new TwoHeads(log.signed(), rewritten(6).signed(), List.of()).encode();
    for (String bad :
        List.of(
            "",
            "\n",
            good.replace("/1", "/2"),
            good + "\n",
            good.replace("later ", "later  "),
            good.substring(0, good.length() - 1))) {
      assertThat(TwoHeads.parse(bad)).isInstanceOf(Parsed.Refused.class);
    }
  }
}
