package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProofFileTest {
  private static final SampleLog LOG = new SampleLog(21);

  @Test
  void everyEntryCanBeProvenOffline() {
    for (int i = 0; i < 21; i++) {
      ProofFile file = ProofFile.parse(LOG.proof(i).bytes()).orThrow();
      assertThat(file).isEqualTo(LOG.proof(i));
      assertThat(file.verify(LOG.keys, 1).isProven()).isTrue();
    }
  }

  @Test
  void aChangedBitOfAnyByteIsFound() {
    byte[] good = LOG.proof(13).bytes();
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= (byte) (1 << i % 8);
      boolean proven =
          ProofFile.parse(changed) instanceof Parsed.Read<ProofFile>(ProofFile file)
              && file.verify(LOG.keys, 1).isProven();
      assertThat(proven).as("byte " + i).isFalse();
    }
  }

  @Test
  void theProofOfAnotherEntryDoesNotHold() {
    ProofFile good = LOG.proof(13);
    ProofFile forged = new ProofFile(LOG.proof(12).entry().at(13), good.proof(), good.checkpoint());
    assertThat(forged.verify(LOG.keys, 0))
        .isInstanceOfSatisfying(
            Verdict.NotProven.class, not -> assertThat(not.code()).isEqualTo("not-in-tree"));
  }

  @Test
  void tooFewWitnessesAreNotEnough() {
    SampleLog other = new SampleLog(1);
    LogKeys keys = new LogKeys(LOG.keys.log(), List.of(LOG.witness, other.witness));
    assertThat(LOG.proof(3).verify(keys, 1).isProven()).isTrue();
    assertThat(LOG.proof(3).verify(keys, 2))
        .isInstanceOfSatisfying(
            Verdict.NotProven.class, not -> assertThat(not.code()).isEqualTo("too-few-witnesses"));
  }

  @Test
  void anotherLogsKeyIsNotEnough() {
    assertThat(LOG.proof(3).verify(new SampleLog(1).keys, 0).isProven()).isFalse();
  }

  @Test
  void aLaterVersionIsNamedAsSuch() {
    assertThat(ProofFile.parse(LOG.proof(1).encode().replace("@v1", "@v2")))
        .isInstanceOfSatisfying(
            Parsed.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("unknown-version"));
  }
}
