package org.entente.bench.checks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.bench.checks.Evaluating.Costs;
import org.entente.check.index.Prefix;
import org.entente.check.index.SealedIndex;
import org.entente.check.index.Segment;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Question;

/**
 * Which of ten thousand tokens asked are among a million held, measured whole; beside it the
 * classic intersection by commutative exponents on Bouncy Castle's P-256, reckoned from what one
 * element costs in the same run: owner and asker each raise both lists.
 */
final class Intersecting {
  static final int HELD = 1_000_000;
  private static final int ASKED = 10_000;
  private static final int SHARED = 2_500;
  private static final int P256_BYTES = 33;

  private Intersecting() {}

  static void told(Costs castle) throws Exception {
    Voprf voprf = Voprf.shipped();
    SecretKey key = voprf.key(new byte[32], new byte[] {2});
    double[] sealing = new double[1];
    long wall = System.nanoTime();
    List<Segment> shards = new ArrayList<>();
    sealing[0] = sealed(voprf, key, shards);
    double sealingWall = Timing.seconds(wall);
    SealedIndex index = new SealedIndex(shards, List.of());
    long indexBytes = shards.stream().mapToLong(s -> s.bytes().remaining()).sum();

    List<List<byte[]>> subjects = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      subjects.add(List.of(token(i < SHARED ? i : HELD + i)));
    }
    double[] asking = new double[5];
    int[] found = new int[1];
    for (int run = 0; run < asking.length; run++) {
      asking[run] = Timing.once(() -> found[0] = asked(voprf, key, subjects, index)) / 1e6;
    }
    double online = Timing.median(asking);
    double peer =
        (HELD * (castle.blinding() + castle.evaluating())
                + ASKED * (castle.blinding() + castle.evaluating()))
            / 1e6;
    Timing.say("## %,d tokens asked, %,d held, seconds of a core", ASKED, HELD);
    Timing.say(
        "sealing the index %.1f (%.1f on the wall, two threads); the question, both sides, proof"
            + " and look-up %.2f; met %,d of %,d",
        sealing[0], sealingWall, online, found[0], SHARED);
    Timing.say("ECDH intersection on P-256, Bouncy Castle: %.1f, reckoned", peer);
    Timing.say(
        "in all %.1f times faster; %.0f times once the index is there",
        peer / (sealing[0] + online), peer / online);
    Timing.say(
        "on the wire: question and answer %,d bytes, index %,d once; peer %,d each time%n",
        2L * ASKED * voprf.group().elementBytes() + 64,
        indexBytes,
        (2L * ASKED + HELD) * P256_BYTES);
    if (found[0] != SHARED) {
      throw new IllegalStateException("the intersection is wrong");
    }
  }

  private static double sealed(Voprf voprf, SecretKey key, List<Segment> shards) throws Exception {
    long[] nanos = new long[2];
    long[] prefixes = new long[HELD];
    // Two threads of our own, so that the time of each can be read.
    List<Thread> threads =
        IntStream.range(0, 2)
            .mapToObj(half ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        nanos[half] =
                            (long) (Timing.once(() -> half(voprf, key, prefixes, half)) * 1e3);
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    double filling =
        Timing.once(() -> shards.addAll(SealedIndex.shards(Prefix.distinct(prefixes))));
    return (nanos[0] + nanos[1]) / 1e9 + filling / 1e6;
  }

  private static void half(Voprf voprf, SecretKey key, long[] prefixes, int half)
      throws NotAnElement {
    for (int i = half; i < prefixes.length; i += 2) {
      prefixes[i] = Prefix.of(voprf.direct(key, token(i)));
    }
  }

  private static int asked(
      Voprf voprf, SecretKey key, List<List<byte[]>> subjects, SealedIndex index)
      throws NotAnElement {
    int found = 0;
    try (Question question =
        Question.about(
            subjects.stream().map(list -> List.of(list.getFirst().clone())).toList(), 1, voprf)) {
      Answer answer = Answer.to(question.blinded(), key, voprf);
      for (List<byte[]> outputs : question.outputs(key.publicKey(), answer).orElseThrow()) {
        found += index.contains(Prefix.of(outputs.getFirst())) ? 1 : 0;
      }
    }
    return found;
  }

  private static byte[] token(int number) {
    return ("a token about " + number).getBytes(StandardCharsets.UTF_8);
  }
}
