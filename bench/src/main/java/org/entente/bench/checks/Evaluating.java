package org.entente.bench.checks;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.check.oprf.P256;
import org.entente.check.oprf.PlainRistretto;
import org.entente.check.oprf.PrimeGroup;
import org.entente.check.oprf.Proof;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.SodiumRistretto;
import org.entente.check.oprf.Voprf;

/** What each element costs owner and asker, with its share of the proof of a batch. */
final class Evaluating {
  private static final int BATCH = 1_000;
  private static final int WARM = 4;
  private static final int RUNS = 11;

  private Evaluating() {}

  /** Microseconds an element. */
  record Costs(
      String title,
      double blinding,
      double evaluating,
      double proving,
      double verifying,
      double finishing,
      double direct) {
    /** What the owner does for one element of a question. */
    double owner() {
      return evaluating + proving;
    }

    /** What the asker does for one element of a question. */
    double asker() {
      return blinding + verifying + finishing;
    }
  }

  static Costs of(String title, PrimeGroup group) throws Exception {
    Voprf voprf = new Voprf(group);
    SecretKey key = voprf.key(new byte[32], new byte[] {1});
    List<byte[]> inputs = new ArrayList<>();
    List<byte[]> blinds = new ArrayList<>();
    List<byte[]> blinded = new ArrayList<>();
    List<byte[]> evaluated = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      inputs.add(("person " + i).getBytes(StandardCharsets.UTF_8));
      blinds.add(voprf.blind());
      blinded.add(voprf.blinded(inputs.get(i), blinds.get(i)));
      evaluated.add(voprf.evaluated(key, blinded.get(i)));
    }
    Proof proof = voprf.proof(key, blinded, evaluated);
    return new Costs(
        title,
        each(i -> voprf.blinded(inputs.get(i), blinds.get(i))),
        each(i -> voprf.evaluated(key, blinded.get(i))),
        Timing.micros(WARM, RUNS, () -> voprf.proof(key, blinded, evaluated)) / BATCH,
        Timing.micros(WARM, RUNS, () -> proven(voprf, key, blinded, evaluated, proof)) / BATCH,
        each(i -> voprf.finished(inputs.get(i), blinds.get(i), evaluated.get(i))),
        each(i -> voprf.direct(key, inputs.get(i))));
  }

  private static void proven(
      Voprf voprf, SecretKey key, List<byte[]> blinded, List<byte[]> evaluated, Proof proof) {
    if (!voprf.proves(key.publicKey(), blinded, evaluated, proof)) {
      throw new IllegalStateException("an honest proof does not hold");
    }
  }

  private interface One {
    void run(int i) throws Exception;
  }

  private static double each(One one) throws Exception {
    return Timing.micros(
            WARM,
            RUNS,
            () -> {
              for (int i = 0; i < BATCH; i++) {
                one.run(i);
              }
            })
        / BATCH;
  }

  /**
   * The owner's cost where libsodium has to do the proof too: each factor times its element, and
   * the sum, one after the other.
   */
  static double sodiumAlone(Costs ours) throws Exception {
    SodiumRistretto group = SodiumRistretto.load().orElseThrow();
    Voprf voprf = new Voprf(group);
    List<byte[]> elements = new ArrayList<>();
    List<byte[]> factors = new ArrayList<>();
    byte[] tag = "factor".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < BATCH; i++) {
      elements.add(voprf.blinded(("p" + i).getBytes(StandardCharsets.UTF_8), voprf.blind()));
      factors.add(group.hashToNumber(elements.get(i), tag));
    }
    MethodHandle add = adding();
    double proving =
        Timing.micros(
                WARM,
                RUNS,
                () -> {
                  byte[] sum = group.times(factors.getFirst(), elements.getFirst());
                  for (int i = 1; i < BATCH; i++) {
                    byte[] product = group.times(factors.get(i), elements.get(i));
                    added(add, sum, product);
                    group.hashToNumber(product, tag);
                  }
                })
            / BATCH;
    return ours.evaluating() + proving;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle adding() {
    for (String name : List.of("libsodium.so.23", "libsodium.so.26", "libsodium.so")) {
      try {
        return Linker.nativeLinker()
            .downcallHandle(
                SymbolLookup.libraryLookup(name, Arena.global())
                    .findOrThrow("crypto_core_ristretto255_add"),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS),
                Linker.Option.critical(true));
      } catch (IllegalArgumentException notHere) {
        // The next name may be right.
      }
    }
    throw new IllegalStateException("libsodium is needed beside which to measure");
  }

  private static void added(MethodHandle add, byte[] sum, byte[] other) {
    try {
      MemorySegment into = MemorySegment.ofArray(sum);
      int went = (int) add.invokeExact(into, into, MemorySegment.ofArray(other));
      if (went != 0) {
        throw new IllegalStateException("libsodium refuses its own elements");
      }
    } catch (Throwable broken) {
      throw new IllegalStateException(broken);
    }
  }

  static List<Costs> told() throws Exception {
    Costs ours = of(SHIPPED, Voprf.shipped().group());
    Costs plain = of("ristretto255, plain Java", new PlainRistretto());
    Costs castle = of("P-256, Bouncy Castle", new P256());
    Timing.say("## One element, batch of %,d, microseconds of a core, median of %d", BATCH, RUNS);
    Timing.say(
        "%-44s%8s%9s%7s%8s%8s%8s%8s",
        "", "blind", "evaluate", "prove", "verify", "finish", "direct", "owner");
    for (Costs each : List.of(ours, plain, castle)) {
      Timing.say(
          "%-44s%8.1f%9.1f%7.1f%8.1f%8.1f%8.1f%8.1f",
          each.title(),
          each.blinding(),
          each.evaluating(),
          each.proving(),
          each.verifying(),
          each.finishing(),
          each.direct(),
          each.owner());
    }
    double alone = sodiumAlone(ours);
    Timing.say(
        "%-44s%8s%9s%7s%8s%8s%8s%8.1f", "libsodium without sums", "", "", "", "", "", "", alone);
    Timing.say(
        "owner, evaluation with its share of the proof: %.1f times faster than Bouncy Castle,"
            + " %.1f times than libsodium alone%n",
        castle.owner() / ours.owner(), alone / ours.owner());
    return List.of(ours, castle);
  }

  private static final String SHIPPED = "as shipped: ristretto255, libsodium, own sums";
}
