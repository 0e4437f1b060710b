package org.entente.bench.checks;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.check.index.Prefix;
import org.entente.check.index.SealedIndex;
import org.entente.check.index.Segment;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.subject.Gender;
import org.entente.subject.Person;
import org.entente.subject.WrittenName;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/** How large the sealed index is, and how fast it is made of persons. */
final class Indexing {
  private static final int PREFIXES = 1 << 22;
  private static final int PERSONS = 15_000;
  private static final int STRANGERS = 20_000_000;
  private static final double RATE = Math.scalb(1, -32);

  private Indexing() {}

  static void told() throws Exception {
    long[] prefixes = Prefix.distinct(new SplittableRandom(1).longs(PREFIXES).toArray());
    List<Segment> shards = new ArrayList<>();
    double filling = Timing.once(() -> shards.addAll(SealedIndex.shards(prefixes))) / 1e6;
    long bytes = shards.stream().mapToLong(shard -> shard.bytes().remaining()).sum();
    SealedIndex index = new SealedIndex(shards, List.of());
    int wrong = 0;
    SplittableRandom strangers = new SplittableRandom(2);
    long start = System.nanoTime();
    for (int i = 0; i < STRANGERS; i++) {
      wrong += index.contains(strangers.nextLong()) ? 1 : 0;
    }
    double nanos = Timing.seconds(start) * 1e9 / STRANGERS;
    BloomFilter<Long> bloom = BloomFilter.create(Funnels.longFunnel(), prefixes.length, RATE);
    double putting = Timing.once(() -> put(bloom, prefixes)) / 1e6;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    bloom.writeTo(written);
    Timing.say("## Sealed index of %,d outputs, one false hit in 2^32", prefixes.length);
    Timing.say(
        "%.2f bytes an output; Guava's Bloom filter %.2f; sorted prefixes of 64 bits 8.00",
        (double) bytes / prefixes.length, (double) written.size() / prefixes.length);
    Timing.say(
        "made in %.1f s of a core, Guava's %.1f; one look-up %.0f ns; %d of %,d strangers met",
        filling, putting, nanos, wrong, STRANGERS);
    rate();
  }

  private static void put(BloomFilter<Long> bloom, long[] prefixes) {
    for (long prefix : prefixes) {
      bloom.put(prefix);
    }
  }

  /** From persons to shards, on two threads. */
  private static void rate() throws Exception {
    InventedPersons persons = InventedPersons.of(7);
    List<Person> subjects = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      subjects.add(person(persons.next()));
    }
    Voprf voprf = Voprf.shipped();
    SecretKey key = voprf.key(new byte[32], new byte[] {3});
    subjects.subList(0, 1_000).forEach(subject -> outputs(subject, key, voprf));
    long[][][] made = new long[2][][];
    double[] micros = new double[2];
    long start = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, 2)
            .mapToObj(half ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        micros[half] =
                            Timing.once(() ->
                                made[half] =
                                    IntStream.range(0, PERSONS)
                                        .filter(i -> i % 2 == half)
                                        .mapToObj(i -> outputs(subjects.get(i), key, voprf))
                                        .toArray(long[][]::new));
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    long[] all =
        IntStream.range(0, 2)
            .boxed()
            .flatMapToLong(half -> Arrays.stream(made[half]).flatMapToLong(Arrays::stream))
            .toArray();
    double filling = Timing.once(() -> SealedIndex.shards(Prefix.distinct(all)));
    double wall = Timing.seconds(start);
    double cores = (micros[0] + micros[1] + filling) / 1e6;
    Timing.say(
        "%,d invented persons, %,d tokens: %,.0f tokens a second of two cores, %,.0f on the wall%n",
        PERSONS, all.length, 2 * all.length / cores, all.length / wall);
  }

  private static long[] outputs(Person subject, SecretKey key, Voprf voprf) {
    List<Token> tokens = SubjectTokens.kept(subject);
    long[] outputs = new long[tokens.size()];
    for (int i = 0; i < outputs.length; i++) {
      try {
        outputs[i] = Prefix.of(voprf.direct(key, tokens.get(i).bytes()));
      } catch (NotAnElement e) {
        throw new IllegalStateException(e);
      }
    }
    return outputs;
  }

  static Person person(InventedPerson invented) {
    return new Person(
        List.of(WrittenName.of(invented.name())),
        List.of(invented.born()),
        Gender.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
