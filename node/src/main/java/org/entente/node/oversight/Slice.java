package org.entente.node.oversight;

import org.entente.agreement.Urgency;

/**
 * Which of the things that count a number counts. Everything is a code, and empty where it does not
 * matter, so that a slice stands in an address.
 *
 * @param ground letter of Art. 6(1); {@link #NOT_NOTED} for refusals without one
 * @param time {@link #IN_TIME}, {@link #LATE} or empty
 */
public record Slice(
    Figure figure, String partner, String urgency, String offence, String ground, String time) {
  public static final String NOT_NOTED = "none";
  public static final String IN_TIME = "in-time";
  public static final String LATE = "late";

  /** Everything of a figure. */
  public static Slice of(Figure figure) {
    return new Slice(figure, "", "", "", "", "");
  }

  public Slice with(String some) {
    return new Slice(figure, some, urgency, offence, ground, time);
  }

  public Slice urgent(boolean urgent) {
    String code = (urgent ? Urgency.URGENT : Urgency.NORMAL).code();
    return new Slice(figure, partner, code, offence, ground, time);
  }

  public Slice about(String area) {
    return new Slice(figure, partner, urgency, area, ground, time);
  }

  public Slice onGround(String letter) {
    return new Slice(figure, partner, urgency, offence, letter, time);
  }

  public Slice inTime(boolean met) {
    return new Slice(figure, partner, urgency, offence, ground, met ? IN_TIME : LATE);
  }

  boolean takes(Counted counted) {
    return counted.figure() == figure
        && (partner.isEmpty() || partner.equals(counted.partner()))
        && (urgency.isEmpty() || urgency.equals(counted.urgency().map(Urgency::code).orElse("")))
        && (offence.isEmpty() || offence.equals(counted.offence().map(o -> o.code()).orElse("")))
        && (ground.isEmpty()
            || ground.equals(counted.ground().map(g -> g.letter()).orElse(NOT_NOTED)))
        && (time.isEmpty()
            || counted.inTime().map(met -> met == time.equals(IN_TIME)).orElse(false));
  }
}
