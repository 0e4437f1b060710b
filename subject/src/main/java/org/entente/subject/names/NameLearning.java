package org.entente.subject.names;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The program that learns what the library ships: {@code segments.gz} from pairs of words, and
 * {@code weights.properties} from pairs of words and of names.
 *
 * <p>Arguments: the folder with {@code tokens.dev.tsv} and {@code pairs.dev.tsv}, the folder to
 * write to. Only weights are written, never a pair.
 */
public final class NameLearning {
  private static final int ROUNDS = 6;
  private static final float DISCOUNT = 0.7f;
  private static final int LONGEST = 24;

  /** What a table says counts as often as a pair of words seen so many times. */
  private static final float TABLED = 40;

  private final Map<Writing, List<Learner.Pair>> pairs = new EnumMap<>(Writing.class);
  private final Map<String, Double> counts = new HashMap<>();
  private final List<String> latin = new ArrayList<>();
  private final List<Float> latinWeights = new ArrayList<>();
  private final Map<String, List<String>> sameForeign = new LinkedHashMap<>();

  private NameLearning() {}

  /** Learns everything; takes some minutes on one core. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    NameLearning learning = new NameLearning();
    learning.read(data.resolve("tokens.dev.tsv"));
    NameModel model = learning.model();
    try (OutputStream to = Files.newOutputStream(out.resolve("segments.gz"))) {
      model.write(to);
    }
    Properties figures = new Properties();
    learning.calibrateWords(model, figures);
    new PairLearning(new NameMatcher(model, new Weights(figures)))
        .learn(data.resolve("pairs.dev.tsv"), figures);
    StringBuilder text = new StringBuilder("# Learned by NameLearning; see docs/matching.md.\n");
    figures.stringPropertyNames().stream()
        .sorted()
        .forEach(
            name -> text.append(name).append(" = ").append(figures.getProperty(name)).append('\n'));
    Files.writeString(out.resolve("weights.properties"), text, StandardCharsets.UTF_8);
  }

  private void read(Path tokens) throws IOException {
    for (String line : Files.readAllLines(tokens)) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 4) {
        continue;
      }
      List<Letters.Word> foreign = Letters.words(cells[2]);
      List<Letters.Word> written = Letters.words(cells[1]);
      if (foreign.size() != 1
          || written.size() != 1
          || written.getFirst().writing() != Writing.LATIN) {
        continue;
      }
      String letters = written.getFirst().letters();
      String base = Letters.base(letters);
      Letters.Word other = foreign.getFirst();
      if (base.isEmpty() || base.length() > LONGEST || other.letters().length() > LONGEST) {
        continue;
      }
      int count = Integer.parseInt(cells[3]);
      float weight = (float) (1 + Math.log(count));
      latin.add(base);
      latinWeights.add(weight);
      counts.merge(base, (double) count, Double::sum);
      add(other.writing(), other.letters(), base, weight);
      sameForeign.computeIfAbsent(cells[0] + other.letters(), k -> new ArrayList<>()).add(letters);
      if (cells[0].equals("ru")
          || cells[0].equals("el")
          || cells[0].equals("hy")
          || cells[0].equals("ja")) {
        String sounds = Letters.normal(other.written(), Writing.SOUNDS);
        if (!sounds.isEmpty()) {
          add(Writing.SOUNDS, sounds, base, weight);
          for (String tamil : Tamil.of(sounds)) {
            add(Writing.TAMIL, tamil, base, weight);
          }
        }
      }
      if (!letters.equals(base)) {
        add(Writing.LATIN, letters, base, weight);
        ruleMade(letters);
      }
      if (other.writing() == Writing.HAN) {
        String syllables = Mandarin.syllables(other.written());
        if (!syllables.isEmpty()) {
          add(Writing.MANDARIN, syllables, base, weight);
        }
      }
      if (cells[0].equals("ru")) {
        CyrillicAlphabets.of(other.letters())
            .forEach(form -> add(Writing.CYRILLIC, form, base, weight / 2));
      }
    }
    tabled(Writing.CYRILLIC, RuleMade.LETTERS);
    tabled(Writing.HANGUL, RuleMade.KOREAN);
    KoreanSyllables.each((syllable, latin, weight) ->
        add(Writing.HANGUL, Letters.normal(syllable, Writing.HANGUL), latin, weight));
    variants();
  }

  private void tabled(Writing writing, List<String> rows) {
    for (String row : rows) {
      String[] cells = row.split(" ", -1);
      for (int i = 1; i < cells.length; i++) {
        add(writing, Letters.normal(cells[0], writing), cells[i], TABLED);
      }
    }
  }

  private void ruleMade(String letters) {
    for (RuleMade.Form form : RuleMade.of(letters)) {
      add(form.writing(), form.letters(), form.latin(), 1);
    }
  }

  private void add(Writing writing, String letters, String base, float weight) {
    pairsOf(writing).add(new Learner.Pair(letters, base, weight));
  }

  private List<Learner.Pair> pairsOf(Writing writing) {
    return pairs.computeIfAbsent(writing, w -> new ArrayList<>());
  }

  /** Latin spellings of one foreign word are spellings of each other, mostly. */
  private void variants() {
    Random chance = new Random(11);
    for (List<String> group : sameForeign.values()) {
      List<String> some = group.size() > 5 ? group.subList(0, 5) : group;
      for (String one : some) {
        if (chance.nextInt(4) == 0) {
          add(Writing.LATIN, one, Letters.base(one), 1);
        }
        for (String two : some) {
          if (!one.equals(two)) {
            add(Writing.LATIN, one, Letters.base(two), 1);
          }
        }
      }
    }
  }

  private NameModel model() {
    LetterModel letters = new LetterModel(latin, latinWeights);
    WordCounts common = new WordCounts();
    common.add(counts);
    Map<Writing, Segments> learned =
        pairs.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey,
                    of ->
                        new Learner(of.getKey(), of.getValue(), letters, DISCOUNT).learn(ROUNDS)));
    return new NameModel(new EnumMap<>(learned), letters, common);
  }

  /**
   * How alignment, rarity and length become odds: true pairs beside the nearest of 60 chance words.
   */
  private void calibrateWords(NameModel model, Properties figures) {
    Random chance = new Random(5);
    Words words = new Words(model, new Weights(figures));
    for (Writing writing : Writing.values()) {
      List<Learner.Pair> some = new ArrayList<>(pairsOf(writing));
      Collections.shuffle(some, chance);
      List<float[]> rows = new ArrayList<>();
      List<Boolean> labels = new ArrayList<>();
      for (Learner.Pair pair : some.subList(0, Math.min(6000, some.size()))) {
        Alignment alignment = new Alignment(pair.source(), model.of(writing));
        LatinForm form = words.form(pair.latin());
        float rarity = form.rarity();
        float conditional = alignment.logProbability(form);
        if (conditional + rarity < 0) {
          continue;
        }
        rows.add(Weights.wordFeatures(conditional, rarity, pair.latin().length()));
        labels.add(true);
        float[] nearest = null;
        for (int k = 0; k < 60; k++) {
          String other = latin.get(chance.nextInt(latin.size()));
          if (other.equals(pair.latin())) {
            continue;
          }
          LatinForm another = words.form(other);
          float[] row =
              Weights.wordFeatures(
                  alignment.logProbability(another), another.rarity(), another.length());
          if (nearest == null || row[1] > nearest[1]) {
            nearest = row;
          }
          if (k == 0) {
            rows.add(row);
            labels.add(false);
          }
        }
        if (nearest != null) {
          rows.add(nearest);
          labels.add(false);
        }
      }
      double[] learned = Logistic.fit(rows, labels, 1e-3);
      figures.setProperty("word." + writing, row(learned));
      System.err.println(writing + " " + row(learned));
    }
  }

  static String row(double[] figures) {
    StringBuilder out = new StringBuilder();
    for (double figure : figures) {
      out.append(out.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.4f", figure));
    }
    return out.toString();
  }
}
