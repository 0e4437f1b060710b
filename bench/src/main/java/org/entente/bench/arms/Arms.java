package org.entente.bench.arms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.entente.arms.Weapon;
import org.entente.arms.compare.PreparedWeapon;
import org.entente.arms.compare.Shortlist;
import org.entente.arms.compare.WeaponMatch.Verdict;
import org.entente.arms.invented.Damage;
import org.entente.arms.invented.InventedWeapons;

/**
 * A register of so many invented weapons; each is described anew with typical damage and looked
 * for, and as many weapons that are not in the register are looked for too. Edit distance gets, for
 * each figure, the limit that gives it as few false matches as ours makes: the limit is chosen on
 * the very answers it is measured on, in its favour. Argument: how many weapons.
 */
public final class Arms {
  private static final long REGISTER = 20_260;
  private static final long STRANGERS = 20_261;
  private static final long DAMAGE = 20_262;

  private final List<Weapon> register;
  private final List<Weapon> damaged;
  private final List<Weapon> strangers;

  private Arms(int count) {
    Damage damage = new Damage(DAMAGE);
    this.register = InventedWeapons.register(count, REGISTER);
    this.damaged = register.stream().map(damage::of).toList();
    this.strangers = InventedWeapons.register(count, STRANGERS).stream().map(damage::of).toList();
  }

  public static void main(String[] arguments) {
    new Arms(Integer.parseInt(arguments[0])).run();
  }

  /** Looks for one description among those held, of which one may be the right one. */
  @FunctionalInterface
  private interface Way<T> {
    Answer best(T asked, List<T> held, int right);
  }

  /** The best answer to one question, and whether it is the right one. */
  private record Answer(double score, boolean right) {}

  /** What one way answers. */
  private record Answers(List<Answer> known, List<Answer> unknown, double microseconds) {
    double recallAtOne() {
      return known.stream().filter(Answer::right).count() / (double) known.size();
    }

    long wrong(double from) {
      return known.stream().filter(a -> a.score() >= from && !a.right()).count();
    }

    long strangers(double from) {
      return unknown.stream().filter(a -> a.score() >= from).count();
    }

    double found(double from) {
      return known.stream().filter(a -> a.score() >= from && a.right()).count()
          / (double) known.size();
    }

    /** The lowest limit with at most so many false matches. */
    double limit(long mostFalse) {
      return DoubleStream.concat(
              known.stream().mapToDouble(Answer::score),
              unknown.stream().mapToDouble(Answer::score))
          .sorted()
          .filter(at -> wrong(at) + strangers(at) <= mostFalse)
          .findFirst()
          .orElse(Double.MAX_VALUE);
    }
  }

  private void run() {
    say(
        "%d invented weapons in series of up to 8; each looked for once as found worn and described",
        register.size());
    say("in other spellings and alphabets, and %d that are not in the register.", strangers.size());
    Answers ours = answers(PreparedWeapon::of, Arms::ours);
    Answers whole = answers(EditDistance::whole, Arms::byDistance);
    Answers serial = answers(EditDistance::serial, Arms::byDistance);
    say("");
    say("%-44s %9s %14s", "way", "recall@1", "us a question");
    line("Shortlist", ours);
    line("edit distance, make model calibre number", whole);
    line("edit distance, number alone", serial);
    for (Verdict verdict : new Verdict[] {Verdict.LIKELY, Verdict.POSSIBLE}) {
      double from = verdict == Verdict.LIKELY ? 2 * RANK : RANK;
      long mostFalse = ours.wrong(from) + ours.strangers(from);
      say("");
      say(
          "answers from %s on; edit distance with the limit that makes no more false ones:",
          verdict);
      say("%-44s %9s %14s %10s", "way", "found", "wrong weapon", "strangers");
      row("Shortlist", ours, from);
      row("edit distance, make model calibre number", whole, whole.limit(mostFalse));
      row("edit distance, number alone", serial, serial.limit(mostFalse));
    }
  }

  /** The verdict first, then the score within it: what is told is what is measured. */
  private static final double RANK = 10_000;

  private static Answer ours(PreparedWeapon asked, List<PreparedWeapon> held, int right) {
    List<Shortlist.Candidate> found = Shortlist.of(asked, held, 2);
    if (found.isEmpty()) {
      return new Answer(0, false);
    }
    Shortlist.Candidate first = found.getFirst();
    boolean tied = found.size() > 1 && found.get(1).match().score() == first.match().score();
    double rank = first.match().verdict() == Verdict.LIKELY ? 2 * RANK : RANK;
    return new Answer(rank + first.match().score(), first.at() == right && !tied);
  }

  private <T> Answers answers(Function<Weapon, T> prepared, Way<T> way) {
    List<T> held = register.stream().map(prepared).toList();
    long start = System.nanoTime();
    List<Answer> known = new ArrayList<>();
    List<Answer> unknown = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      known.add(way.best(prepared.apply(damaged.get(i)), held, i));
      unknown.add(way.best(prepared.apply(strangers.get(i)), held, -1));
    }
    return new Answers(known, unknown, (System.nanoTime() - start) / 2e3 / register.size());
  }

  /** Of a tie the right one is not told; so it counts as wrong, for either way. */
  private static Answer byDistance(String asked, List<String> held, int right) {
    double best = Double.NEGATIVE_INFINITY;
    boolean isRight = false;
    for (int i = 0; i < held.size(); i++) {
      double score = EditDistance.likeness(asked, held.get(i));
      if (score > best) {
        best = score;
        isRight = i == right;
      } else if (score == best) {
        isRight = false;
      }
    }
    return new Answer(best, isRight);
  }

  private static void line(String way, Answers answers) {
    say("%-44s %8.1f%% %14.0f", way, 100 * answers.recallAtOne(), answers.microseconds());
  }

  private static void row(String way, Answers answers, double from) {
    say(
        "%-44s %8.1f%% %14d %10d",
        way, 100 * answers.found(from), answers.wrong(from), answers.strangers(from));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
