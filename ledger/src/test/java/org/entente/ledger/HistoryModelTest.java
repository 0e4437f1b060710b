package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A log and its witness beside the recursion of RFC 9162 and a list, over histories that nobody
 * wrote down: what the two hold must be the same after every step.
 */
class HistoryModelTest {
  private static final CheckpointSigner KEY = Fixtures.signer(Fixtures.ORIGIN);
  private static final CheckpointSigner WITNESS_KEY = Fixtures.signer(Fixtures.WITNESS);

  /** One step; numbers are taken modulo what is there. */
  sealed interface Step {
    record Append(int entries) implements Step {}

    record Prove(int entry, int size) implements Step {}

    record Compare(int from, int to) implements Step {}

    record Countersign(int oldSize) implements Step {}

    record Rewrite(int entry) implements Step {}

    record RollBack(int entries) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 1_000);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                6, Arbitraries.integers().between(1, 9).<Step>map(Step.Append::new)),
            net.jqwik.api.Tuple.of(
                3, Combinators.combine(number, number).<Step>as(Step.Prove::new)),
            net.jqwik.api.Tuple.of(
                3, Combinators.combine(number, number).<Step>as(Step.Compare::new)),
            net.jqwik.api.Tuple.of(5, number.<Step>map(Step.Countersign::new)),
            net.jqwik.api.Tuple.of(1, number.<Step>map(Step.Rewrite::new)),
            net.jqwik.api.Tuple.of(1, number.<Step>map(Step.RollBack::new)))
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 300)
  void theLogAndItsWitnessDoWhatTheModelDoes(@ForAll("histories") List<Step> history) {
    Model model = new Model();
    for (Step step : history) {
      switch (step) {
        case Step.Append(int entries) -> model.append(entries);
        case Step.Prove(int entry, int size) -> model.prove(entry, size);
        case Step.Compare(int from, int to) -> model.compare(from, to);
        case Step.Countersign(int oldSize) -> model.countersign(oldSize);
        case Step.Rewrite(int entry) -> model.rewrite(entry);
        case Step.RollBack(int entries) -> model.rollBack(entries);
      }
      assertThat(MerkleTree.root(model.tree, model.tree.size()))
          .isEqualTo(NaiveTree.root(model.leaves));
    }
  }

  private static final class Model {
    private final Witness witness = new Witness(Fixtures.verifier(KEY), WITNESS_KEY);
    private List<Hash> leaves = new ArrayList<>();
    private NodesInMemory tree = new NodesInMemory();
    private long made;

    /** What the witness saw: its note, and the leaves that stood under it. */
    private Optional<SignedCheckpoint> last = Optional.empty();

    private List<Hash> seen = List.of();

    void append(int entries) {
      for (int i = 0; i < entries; i++) {
        Hash leaf = MerkleTree.leafHash(Fixtures.raw(made++));
        leaves.add(leaf);
        tree.append(leaf);
      }
    }

    void prove(int entry, int size) {
      if (leaves.isEmpty()) {
        return;
      }
      int of = 1 + size % leaves.size();
      int index = entry % of;
      List<Hash> covered = leaves.subList(0, of);
      InclusionProof proof = MerkleTree.inclusion(tree, index, of);
      assertThat(proof.path()).isEqualTo(NaiveTree.path(index, covered));
      assertThat(proof.verify(leaves.get(index), NaiveTree.root(covered)).isProven()).isTrue();
    }

    void compare(int from, int to) {
      if (leaves.isEmpty()) {
        return;
      }
      int later = 1 + to % leaves.size();
      int earlier = 1 + from % later;
      ConsistencyProof proof = MerkleTree.consistency(tree, earlier, later);
      List<Hash> covered = leaves.subList(0, later);
      assertThat(proof.path()).isEqualTo(NaiveTree.proof(earlier, covered));
      assertThat(
              proof
                  .verify(NaiveTree.root(leaves.subList(0, earlier)), NaiveTree.root(covered))
                  .isProven())
          .isTrue();
    }

    /** Mostly from where the witness knows the log, sometimes from elsewhere. */
    void countersign(int oldSize) {
      long known = last.map(note -> note.checkpoint().size()).orElse(0L);
      long old = oldSize % 4 == 0 ? oldSize % (leaves.size() + 1) : Math.min(known, leaves.size());
      Checkpoint head =
          new Checkpoint(Fixtures.ORIGIN, tree.size(), MerkleTree.root(tree, tree.size()));
      SignedCheckpoint offered = SignedCheckpoint.sign(head, KEY);
      WitnessRequest request =
          WitnessRequest.parse(WitnessRequest.of(tree, old, offered).encode()).orThrow();

      Countersigning answer = witness.countersign(request, last, Fixtures.TIME);

      boolean grew = leaves.size() >= seen.size() && leaves.subList(0, seen.size()).equals(seen);
      boolean forked = leaves.size() == seen.size() && last.isPresent() && !grew;
      switch (answer) {
        case Countersigning.Given(Cosignature given) -> {
          assertThat(grew && old == known).isTrue();
          assertThat(given.verify(head, Fixtures.witnessVerifier(WITNESS_KEY)).isProven()).isTrue();
          last = Optional.of(offered.with(given));
          seen = List.copyOf(leaves);
        }
        case Countersigning.Fork(SignedCheckpoint earlier, SignedCheckpoint later) -> {
          assertThat(forked).isTrue();
          assertThat(new TwoHeads(earlier, later, List.of()).judge(witness.log()))
              .isEqualTo(new TwoHeads.Finding.Forked());
        }
        case Countersigning.Refused(String code, String sentence) -> {
          assertThat(forked || (grew && old == known)).isFalse();
          assertThat(code).isIn("other-old-size", "log-shrank", "not-consistent");
          judged(code, request, grew);
        }
      }
    }

    /** What is refused as not consistent is never a log that only grew, and is kept as proof. */
    private void judged(String code, WitnessRequest request, boolean grew) {
      if (code.equals("not-consistent")) {
        assertThat(grew).isFalse();
        TwoHeads.Finding finding =
            new TwoHeads(last.orElseThrow(), request.offered(), request.path())
                .judge(witness.log());
        assertThat(finding)
            .isEqualTo(
                Long.bitCount(seen.size()) == 1
                    ? new TwoHeads.Finding.NotContinued()
                    : new TwoHeads.Finding.Forked());
      }
    }

    void rewrite(int entry) {
      if (!leaves.isEmpty()) {
        leaves.set(entry % leaves.size(), MerkleTree.leafHash(Fixtures.raw(-1 - made++)));
        rebuild();
      }
    }

    void rollBack(int entries) {
      leaves = new ArrayList<>(leaves.subList(0, leaves.size() - entries % (leaves.size() + 1)));
      rebuild();
    }

    private void rebuild() {
      tree = new NodesInMemory();
      leaves.forEach(tree::append);
    }
  }
}
