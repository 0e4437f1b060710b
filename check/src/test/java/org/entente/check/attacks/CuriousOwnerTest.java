package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.entente.check.oprf.NotAnElement;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Answer;
import org.entente.check.question.Question;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.Test;

/**
 * An owner keeps every question it answered, its key and its index, and knows that each question is
 * about one of two persons of its dictionary: one that it holds and that has many tokens, one that
 * it does not hold and that has few. By equal elements, by its own evaluations, by counts and
 * lengths and by what the bits of half of the questions taught it, it tells them apart as well as a
 * coin. Where an asker forgets to blind, the same owner is right nearly always.
 */
class CuriousOwnerTest {
  private static final int QUESTIONS = 400;
  private static final byte[] ONE = new byte[32];

  static {
    ONE[0] = 1;
  }

  private final Voprf voprf = Voprf.shipped();
  private final SecretKey key = Population.key("az.mia, this epoch");
  private final List<Token> many =
      Population.different(300, 3).stream().max(Comparator.comparingInt(List::size)).orElseThrow();
  private final List<Token> few = Population.different(300, 4).getFirst().subList(0, 2);

  /** What the owner keeps of one question. */
  private record Kept(int about, List<byte[]> blinded, Answer answer) {}

  /** Says of a question about whom it was: 0 or 1, or -1 where it cannot say. */
  private interface Distinguisher {
    int says(Kept question, List<Kept> before);
  }

  @Test
  void nothingInHisRecordsTellsTheOwnerWhoWasAskedAbout() throws NotAnElement {
    List<Kept> records = records(true);
    for (Map.Entry<String, Distinguisher> each : distinguishers().entrySet()) {
      // Five standard deviations of a coin thrown as often.
      assertThat(Math.abs(right(records, each.getValue()) - QUESTIONS / 2))
          .as(each.getKey())
          .isLessThan((int) (5 * Math.sqrt(QUESTIONS) / 2));
    }
  }

  @Test
  void whereNobodyBlindsTheSameOwnerKnowsNearlyAll() throws NotAnElement {
    List<Kept> records = records(false);
    Map<String, Distinguisher> all = distinguishers();
    for (String able : List.of("equal elements", "own evaluations", "bits")) {
      assertThat(right(records, all.get(able))).as(able).isGreaterThan(QUESTIONS * 9 / 10);
    }
  }

  @Test
  void questionsAndAnswersAreOfOneLengthWhoeverIsMeant() throws NotAnElement {
    Set<Integer> lengths = new HashSet<>();
    for (Kept kept : records(true)) {
      lengths.add(kept.blinded().stream().mapToInt(element -> element.length).sum());
      lengths.add(kept.answer().evaluated().stream().mapToInt(element -> element.length).sum());
      assertThat(kept.answer().proof().challenge()).hasSize(32);
    }
    assertThat(lengths).containsExactly(SubjectTokens.PER_SUBJECT * 32);
  }

  private List<Kept> records(boolean blinding) throws NotAnElement {
    Random coin = new Random(17);
    List<Kept> records = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      int about = coin.nextInt(2);
      List<Token> tokens = about == 0 ? many : few;
      List<byte[]> inputs = tokens.stream().map(Token::bytes).toList();
      List<byte[]> blinded = new ArrayList<>();
      try (Question question = Question.about(List.of(inputs), SubjectTokens.PER_SUBJECT, voprf)) {
        blinded.addAll(question.blinded());
      }
      for (int t = 0; !blinding && t < tokens.size(); t++) {
        blinded.set(t, voprf.blinded(tokens.get(t).bytes(), ONE));
      }
      records.add(new Kept(about, blinded, Answer.to(blinded, key, voprf)));
    }
    return records;
  }

  private static int right(List<Kept> records, Distinguisher distinguisher) {
    Random coin = new Random(23);
    int right = 0;
    for (int i = 0; i < records.size(); i++) {
      int says = distinguisher.says(records.get(i), records.subList(0, i));
      int guess = says < 0 ? coin.nextInt(2) : says;
      right += guess == records.get(i).about() ? 1 : 0;
    }
    return right;
  }

  private Map<String, Distinguisher> distinguishers() throws NotAnElement {
    Map<String, Distinguisher> all = new HashMap<>();
    all.put("equal elements", CuriousOwnerTest::byEquality);
    Set<String> mine = elements(many);
    Set<String> others = elements(few);
    all.put("own evaluations", (kept, before) -> byEvaluation(kept, mine, others));
    all.put("counts", (kept, before) -> kept.blinded().size() > SubjectTokens.PER_SUBJECT ? 0 : -1);
    all.put("zero bytes", (kept, before) -> zeros(kept) > 3 ? 0 : -1);
    all.put("ascending order", (kept, before) -> ascents(kept.blinded()) > 11 ? 0 : 1);
    all.put("bits", CuriousOwnerTest::byBits);
    all.put(
        "bits of the answer's proof", (kept, before) -> kept.answer().proof().response()[0] & 1);
    return all;
  }

  /** About whom the questions with most elements in common were; told for what lies behind. */
  private static int byEquality(Kept kept, List<Kept> before) {
    Set<String> seen = hex(kept.blinded());
    for (Kept earlier : before) {
      if (hex(earlier.blinded()).stream().anyMatch(seen::contains)) {
        return earlier.about();
      }
    }
    return -1;
  }

  private static int byEvaluation(Kept kept, Set<String> mine, Set<String> others) {
    List<String> seen = new ArrayList<>(hex(kept.blinded()));
    seen.addAll(hex(kept.answer().evaluated()));
    if (seen.stream().anyMatch(mine::contains)) {
      return 0;
    }
    return seen.stream().anyMatch(others::contains) ? 1 : -1;
  }

  /** Everything the owner can make of a person's tokens with its key. */
  private Set<String> elements(List<Token> tokens) throws NotAnElement {
    List<byte[]> all = new ArrayList<>();
    for (Token token : tokens) {
      byte[] element = voprf.blinded(token.bytes(), ONE);
      all.add(element);
      all.add(voprf.evaluated(key, element));
      all.add(Arrays.copyOf(voprf.direct(key, token.bytes()), 32));
    }
    return hex(all);
  }

  /** The person whose earlier questions have the mean bits that come nearest. */
  private static int byBits(Kept kept, List<Kept> before) {
    double[][] sums = new double[2][];
    int[] counts = new int[2];
    for (Kept earlier : before) {
      double[] bits = bits(earlier);
      double[] sum =
          sums[earlier.about()] == null ? new double[bits.length] : sums[earlier.about()];
      for (int i = 0; i < bits.length; i++) {
        sum[i] += bits[i];
      }
      sums[earlier.about()] = sum;
      counts[earlier.about()]++;
    }
    if (counts[0] == 0 || counts[1] == 0) {
      return -1;
    }
    double[] own = bits(kept);
    double nearer = 0;
    for (int i = 0; i < own.length; i++) {
      double first = own[i] - sums[0][i] / counts[0];
      double second = own[i] - sums[1][i] / counts[1];
      nearer += second * second - first * first;
    }
    return nearer > 0 ? 0 : 1;
  }

  private static double[] bits(Kept kept) {
    List<byte[]> elements = kept.blinded();
    double[] bits = new double[256 * elements.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = elements.get(i / 256)[i % 256 / 8] >>> (i % 8) & 1;
    }
    return bits;
  }

  private static long zeros(Kept kept) {
    long zeros = 0;
    for (byte[] element : kept.answer().evaluated()) {
      for (byte each : element) {
        zeros += each == 0 ? 1 : 0;
      }
    }
    return zeros;
  }

  private static int ascents(List<byte[]> elements) {
    int ascents = 0;
    for (int i = 1; i < elements.size(); i++) {
      ascents += Arrays.compareUnsigned(elements.get(i - 1), elements.get(i)) < 0 ? 1 : 0;
    }
    return ascents;
  }

  private static Set<String> hex(List<byte[]> elements) {
    Set<String> all = new HashSet<>();
    elements.forEach(element -> all.add(HexFormat.of().formatHex(element)));
    return all;
  }
}
