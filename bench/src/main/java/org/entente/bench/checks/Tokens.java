package org.entente.bench.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.codec.EncoderException;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.bm.BeiderMorseEncoder;
import org.entente.bench.names.Writings;
import org.entente.check.tokens.Family;
import org.entente.check.tokens.Quality;

/**
 * Measures the tokens of the blind check on the protocol for names, and prints.
 *
 * <p>Argument: the folder with the protocol's files.
 */
public final class Tokens {
  private static final int EVERY_KIND = -1;

  /** Beider–Morse says a word in up to hundreds of ways; so many are kept of each. */
  private static final int MOST_CODES = 6;

  /** Short codes make pairs that many share; peers may leave them out as we do. */
  private static final List<Integer> SHORTEST_OF_PEERS = List.of(0, 5);

  /** Daitch–Mokotoff codes are filled up with noughts to six digits. */
  private static final Pattern FILLED_UP = Pattern.compile("0+(?=\\||$)");

  private Tokens() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws IOException {
    Persons persons = Persons.read(Path.of(arguments[0]));
    Run ours = Run.of(new Ours(), persons);
    System.out.println("# " + ours.title());
    summary(ours);
    System.out.printf(
        Locale.ROOT,
        "%.0f persons with a date of birth are seen by a question on average%n",
        ours.seen());
    writings(ours);
    kinds(ours);
    families(ours);
    qualities(ours);
    System.out.println("# Names alone");
    for (int shortest = 8; shortest <= 12; shortest++) {
      Run names = Run.of(new Alone(shortest), persons);
      System.out.println(names.title());
      summary(names);
    }
    System.out.println("# Peers");
    for (Map.Entry<String, Function<String, Set<String>>> peer : peers()) {
      for (int shortest : SHORTEST_OF_PEERS) {
        for (boolean dated : List.of(false, true)) {
          Run run = Run.of(new Coded(peer.getKey(), dated, shortest, peer.getValue()), persons);
          System.out.println(run.title());
          summary(run);
        }
      }
    }
  }

  private static List<Map.Entry<String, Function<String, Set<String>>>> peers() {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    DaitchMokotoffSoundex slavic = new DaitchMokotoffSoundex();
    BeiderMorseEncoder beiderMorse = new BeiderMorseEncoder();
    return List.of(
        Map.entry("ICU folding", Set::of),
        Map.entry(
            "Double Metaphone",
            word -> codes(metaphone.doubleMetaphone(word), metaphone.doubleMetaphone(word, true))),
        Map.entry(
            "Daitch–Mokotoff",
            word -> codes(FILLED_UP.matcher(slavic.soundex(word)).replaceAll("").split("\\|", -1))),
        Map.entry(
            "Beider–Morse",
            word -> {
              try {
                return codes(beiderMorse.encode(word).split("\\|", -1));
              } catch (EncoderException e) {
                throw new IllegalStateException(e);
              }
            }));
  }

  private static Set<String> codes(String... codes) {
    Set<String> out = new LinkedHashSet<>();
    for (String code : codes) {
      if (code != null && !code.isEmpty() && out.size() < MOST_CODES) {
        out.add(code);
      }
    }
    return out;
  }

  private static void summary(Run run) {
    print(Figures.of(run.met, each -> true, EVERY_KIND).line("all questions"));
    print(Figures.of(run.met, Tokens::dated, EVERY_KIND).line("a date of birth on both sides"));
    Figures absent = Figures.of(run.absent, each -> true, EVERY_KIND);
    double asked =
        run.met.stream().filter(Tokens::dated).mapToInt(Run.Met::tokens).average().orElse(0);
    int mostAsked = run.met.stream().mapToInt(Run.Met::tokens).max().orElse(0);
    print(
        String.format(
            Locale.ROOT,
            "   persons not in the index: %.3f false candidates a question (of all persons)%n"
                + "   tokens of dated persons: kept %.1f (most %d), asked %.1f (most %d); "
                + "%.0f µs of a core to make those kept, %.0f µs those asked",
            absent.wrong(),
            run.tokensKept(),
            run.mostKept(),
            asked,
            mostAsked,
            run.keptMicros(),
            run.askedMicros()));
  }

  private static void writings(Run run) {
    System.out.println("dated, by the writing of the question:");
    Set<String> names = new TreeSet<>();
    run.met.forEach(each -> names.add(Writings.of(each.asked().name())));
    for (String name : names) {
      Figures figures =
          Figures.of(
              run.met,
              each -> dated(each) && Writings.of(each.asked().name()).equals(name),
              EVERY_KIND);
      if (figures.questions() >= Figures.SMALLEST_KIND) {
        print(figures.line(name));
      }
    }
  }

  private static void kinds(Run run) {
    System.out.println("dated, by the kind of question:");
    Set<String> names = new TreeSet<>();
    run.met.forEach(each -> names.add(each.asked().kind()));
    for (String name : names) {
      Figures figures =
          Figures.of(run.met, each -> dated(each) && each.asked().kind().equals(name), EVERY_KIND);
      if (figures.questions() >= Figures.SMALLEST_KIND) {
        print(figures.line(name));
      }
    }
  }

  private static void families(Run run) {
    System.out.println("dated, families alone and all but one (others not put in its place):");
    Set<Integer> made = new HashSet<>();
    for (Family family : Family.values()) {
      int bit = 1 << family.ordinal();
      if (run.met.stream().anyMatch(each -> (each.right() & bit) != 0)) {
        made.add(family.ordinal());
      }
    }
    for (int family : new TreeSet<>(made)) {
      String name = Family.values()[family].name();
      print(Figures.of(run.met, Tokens::dated, 1 << family).line("only " + name));
      print(Figures.of(run.met, Tokens::dated, ~(1 << family)).line("without " + name));
    }
  }

  private static void qualities(Run run) {
    System.out.println("dated, by the best quality of what met:");
    int better = 0;
    for (Quality quality : Quality.values()) {
      int bits =
          Arrays.stream(Family.values())
              .filter(family -> family.quality() == quality)
              .mapToInt(family -> 1 << family.ordinal())
              .sum();
      int before = better;
      long right = 0;
      List<Integer> wrong = new ArrayList<>();
      for (Run.Met each : run.met) {
        if (dated(each)) {
          right += best(each.right(), bits, before) ? 1 : 0;
          each.wrong().stream().filter(met -> best(met, bits, before)).forEach(wrong::add);
        }
      }
      if (right + wrong.size() > 0) {
        print(
            String.format(
                Locale.ROOT,
                "   %-16s %5d right, %4d wrong: %.3f right",
                quality.code(),
                right,
                wrong.size(),
                right / (double) (right + wrong.size())));
      }
      better |= bits;
    }
  }

  private static boolean best(int met, int bits, int better) {
    return (met & bits) != 0 && (met & better) == 0;
  }

  private static boolean dated(Run.Met each) {
    return each.asked().dated();
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
