package org.entente.arms.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.arms.MarkedCountry;
import org.entente.arms.Weapon;
import org.entente.arms.WeaponType;

/**
 * Compares weapons. The serial number decides; make, model, calibre, year and country support it or
 * speak against it, and what is not told says nothing.
 */
public final class WeaponMatcher {
  /** From so many bits on a weapon is likely the one that is meant, in a register of a million. */
  static final double LIKELY = 20;

  /** From so many bits on an officer should look. */
  static final double POSSIBLE = 12;

  private static final double MAKE_SAME = 2.5;
  private static final double MAKE_ALIKE = 1.5;
  private static final double MAKE_OTHER = -4;
  private static final double MODEL_SAME = 3;
  private static final double MODEL_VARIANT = 1.5;
  private static final double MODEL_OTHER = -3;
  private static final double CALIBRE_SAME = 2;
  private static final double CALIBRE_OTHER = -4;
  private static final double YEAR_SAME = 2.5;
  private static final double YEAR_OTHER = -2.5;
  private static final double COUNTRY_SAME = 1;
  private static final double COUNTRY_OTHER = -2;
  private static final double KIND_OTHER = -3;

  /** Signs of a model that have to be the same before one is called a variant of the other. */
  private static final int STEM = 2;

  private WeaponMatcher() {}

  /** Compares two weapons. */
  public static WeaponMatch compare(Weapon a, Weapon b) {
    return compare(PreparedWeapon.of(a), PreparedWeapon.of(b));
  }

  /** Compares two weapons that were prepared. */
  public static WeaponMatch compare(PreparedWeapon a, PreparedWeapon b) {
    Tally tally = new Tally();
    serial(a, b, tally);
    make(a, b, tally);
    model(a, b, tally);
    if (!a.calibre.isEmpty() && !b.calibre.isEmpty()) {
      boolean same = a.calibre.equals(b.calibre);
      tally.add(
          same ? Reason.CALIBRE_SAME : Reason.CALIBRE_OTHER, same ? CALIBRE_SAME : CALIBRE_OTHER);
    }
    if (a.year.isPresent() && b.year.isPresent()) {
      boolean same = a.year.equals(b.year);
      tally.add(same ? Reason.YEAR_SAME : Reason.YEAR_OTHER, same ? YEAR_SAME : YEAR_OTHER);
    }
    if (a.country.isPresent() && b.country.isPresent()) {
      boolean same = same(a.country.get(), b.country.get());
      tally.add(
          same ? Reason.COUNTRY_SAME : Reason.COUNTRY_OTHER, same ? COUNTRY_SAME : COUNTRY_OTHER);
    }
    if (a.kind != b.kind && told(a.kind) && told(b.kind)) {
      tally.add(Reason.KIND_OTHER, KIND_OTHER);
    }
    return tally.match(!a.serialByLook.isEmpty() && !b.serialByLook.isEmpty());
  }

  private static void serial(PreparedWeapon a, PreparedWeapon b, Tally tally) {
    if (a.serialByLook.isEmpty() || b.serialByLook.isEmpty()) {
      return;
    }
    Serials.Fit fit = Serials.fit(a.serialByLook, b.serialByLook);
    boolean otherAlphabet = false;
    for (Serials.Fit sound : bySound(a, b)) {
      if (sound.betterThan(fit)) {
        fit = sound;
        otherAlphabet = true;
      }
    }
    tally.add(reason(a, b, fit, otherAlphabet), fit.score());
  }

  /** The fits by sound, where sound and look differ. */
  private static List<Serials.Fit> bySound(PreparedWeapon a, PreparedWeapon b) {
    List<Serials.Fit> fits = new ArrayList<>(3);
    boolean differA = !a.serialBySound.equals(a.serialByLook);
    boolean differB = !b.serialBySound.equals(b.serialByLook);
    if (differA) {
      fits.add(Serials.fit(a.serialBySound, b.serialByLook));
    }
    if (differB) {
      fits.add(Serials.fit(a.serialByLook, b.serialBySound));
    }
    if (differA && differB) {
      fits.add(Serials.fit(a.serialBySound, b.serialBySound));
    }
    return fits;
  }

  private static Reason reason(
      PreparedWeapon a, PreparedWeapon b, Serials.Fit fit, boolean otherAlphabet) {
    if (fit.faults() == 0) {
      return fit.doubts() > 0
          ? Reason.SERIAL_SAME_BUT_FOR_DOUBTS
          : fit.looks() > 0
              ? Reason.SERIAL_SAME_BUT_FOR_LOOK_ALIKES
              : otherAlphabet ? Reason.SERIAL_SAME_BUT_FOR_ALPHABET : Reason.SERIAL_SAME;
    }
    if (Serials.partOf(a.serialByLook, b.serialByLook)) {
      return Reason.SERIAL_PART_OF_OTHER;
    }
    return fit.faults() == 1 && fit.score() > 0 ? Reason.SERIAL_ALMOST : Reason.SERIAL_OTHER;
  }

  private static void make(PreparedWeapon a, PreparedWeapon b, Tally tally) {
    if (a.make.isEmpty() || b.make.isEmpty()) {
      return;
    }
    if (a.make.equals(b.make)) {
      tally.add(Reason.MAKE_SAME, MAKE_SAME);
    } else if (near(a.make, b.make) || a.make.contains(b.make) || b.make.contains(a.make)) {
      tally.add(Reason.MAKE_ALIKE, MAKE_ALIKE);
    } else {
      tally.add(Reason.MAKE_OTHER, MAKE_OTHER);
    }
  }

  private static void model(PreparedWeapon a, PreparedWeapon b, Tally tally) {
    if (a.model.isEmpty() || b.model.isEmpty()) {
      return;
    }
    if (a.model.equals(b.model)) {
      tally.add(Reason.MODEL_SAME, MODEL_SAME);
    } else if (stem(a.model, b.model) || near(a.model, b.model)) {
      tally.add(Reason.MODEL_VARIANT, MODEL_VARIANT);
    } else {
      tally.add(Reason.MODEL_OTHER, MODEL_OTHER);
    }
  }

  /** M70 and M70AB2, 75 and CZ75: the one is at an end of the other. */
  private static boolean stem(String a, String b) {
    String small = a.length() < b.length() ? a : b;
    String large = a.length() < b.length() ? b : a;
    return small.length() >= STEM && (large.startsWith(small) || large.endsWith(small));
  }

  /** One sign apart, in words of at least five. */
  private static boolean near(String a, String b) {
    if (Math.min(a.length(), b.length()) < 5 || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int from = 0;
    while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    String restOfA = a.substring(from);
    String restOfB = b.substring(from);
    return tail(restOfA, 1).equals(tail(restOfB, 1))
        || tail(restOfA, 1).equals(restOfB)
        || restOfA.equals(tail(restOfB, 1));
  }

  private static String tail(String text, int from) {
    return text.substring(Math.min(from, text.length()));
  }

  private static boolean same(MarkedCountry a, MarkedCountry b) {
    return !Collections.disjoint(a.askWhom(), b.askWhom());
  }

  private static boolean told(WeaponType.Kind kind) {
    return kind != WeaponType.Kind.UNKNOWN && kind != WeaponType.Kind.OTHER;
  }

  /** What speaks for and against, summed up. */
  private static final class Tally {
    private final List<Reason> reasons = new ArrayList<>();
    private double score;
    private boolean serialOther;

    private void add(Reason reason, double bits) {
      reasons.add(reason);
      score += bits;
      serialOther |= reason == Reason.SERIAL_OTHER;
    }

    /** Without a serial number on both sides nothing can be more than alike. */
    private WeaponMatch match(boolean serials) {
      WeaponMatch.Verdict verdict =
          !serials || serialOther || score < POSSIBLE
              ? WeaponMatch.Verdict.NONE
              : score < LIKELY ? WeaponMatch.Verdict.POSSIBLE : WeaponMatch.Verdict.LIKELY;
      return new WeaponMatch(verdict, score, reasons);
    }
  }
}
