package org.entente.bench.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.check.index.Prefix;
import org.entente.check.index.SealedIndex;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Elements;
import org.entente.check.question.Question;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.entente.subject.Person;
import org.entente.subject.invented.InventedPersons;

/**
 * One person asked of many partners at once: blinded once, then for each a signed question, the
 * owner's check of it, evaluation, proof and signed answer, the asker's checks and look-up. Owners
 * are simulated in this process: everything but sockets and databases is real.
 */
final class ManyPartners {
  private static final int PARTNERS = 200;
  private static final int AT_ONCE = 24;
  private static final int WARM = 5;
  private static final int RUNS = 9;
  private static final int OUTPUTS = 24_000;

  private ManyPartners() {}

  private record Owner(SecretKey key, SealedIndex index) {}

  static void told() throws Exception {
    Voprf voprf = Voprf.shipped();
    Identity signer =
        Identity.create("rs.mup", "Simulated", InstantSource.system(), Duration.ofDays(30));
    List<Owner> owners = new ArrayList<>();
    for (int i = 0; i < PARTNERS; i++) {
      long[] outputs = Prefix.distinct(new SplittableRandom(i).longs(OUTPUTS).toArray());
      owners.add(
          new Owner(
              voprf.key(new byte[32], new byte[] {(byte) i, (byte) (i >> 8)}),
              new SealedIndex(SealedIndex.shards(outputs), List.of())));
    }
    Person person = Indexing.person(InventedPersons.of(11).next());
    double[] took = new double[RUNS];
    double[] cores = new double[RUNS];
    try (ExecutorService lines = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int run = -WARM; run < RUNS; run++) {
        long start = System.nanoTime();
        double before = Timing.process();
        asked(lines, owners, person, signer, voprf);
        if (run >= 0) {
          took[run] = Timing.seconds(start);
          cores[run] = Timing.process() - before;
        }
      }
    }
    Timing.say("## One person, %d partners, owners simulated on the same two cores", PARTNERS);
    Timing.say(
        "median of %d: %.2f s on the wall, %.2f s of a core for both sides%n",
        RUNS, Timing.median(took), Timing.median(cores));
  }

  private static void asked(
      ExecutorService lines, List<Owner> owners, Person person, Identity signer, Voprf voprf)
      throws Exception {
    List<byte[]> tokens = SubjectTokens.asked(person).stream().map(Token::bytes).toList();
    try (Question question = Question.about(List.of(tokens), SubjectTokens.PER_SUBJECT, voprf)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (Owner owner : owners) {
        tasks.add(() -> one(owner, question, signer, voprf));
      }
      for (Future<Integer> each : lines.invokeAll(tasks)) {
        each.get();
      }
    }
  }

  private static int one(Owner owner, Question question, Identity signer, Voprf voprf)
      throws NotAnElement {
    signed(signer, "check", Elements.joined(question.blinded()));
    Answer answer = Answer.to(question.blinded(), owner.key(), voprf);
    signed(signer, "check-answer", Elements.joined(answer.evaluated()));
    int met = 0;
    for (byte[] output :
        question.outputs(owner.key().publicKey(), answer).orElseThrow().getFirst()) {
      met += owner.index().contains(Prefix.of(output)) ? 1 : 0;
    }
    return met;
  }

  /** What one side signs the other verifies. */
  private static void signed(Identity signer, String purpose, byte[] said) {
    byte[] statement = Statement.sign(said, purpose, signer, Instant.now());
    if (!(Statement.verify(statement, signer.card(), purpose)
        instanceof Statement.Verification.Verified)) {
      throw new IllegalStateException("an honest statement was refused");
    }
  }
}
