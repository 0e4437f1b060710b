package org.entente.arms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Ammunition or components made alike, under one lot number.
 *
 * @param designation as the maker calls the item
 * @param seen the lot number as marked; {@code org.entente.arms.marks.Marks} reads it
 * @param parent the lot this one was reworked from, as marked
 * @param components lots of what the round was assembled from
 * @param headstamp its positions clockwise from the top, as seen
 */
public record Lot(
    Nature nature,
    Optional<String> calibre,
    Optional<String> designation,
    String seen,
    Optional<String> parent,
    List<Component> components,
    Optional<String> headstamp,
    Optional<Quantity> quantity) {

  /** What a lot is a lot of. */
  public enum Nature implements Coded {
    CARTRIDGE,
    MORTAR_ROUND,
    ARTILLERY_ROUND,
    ROCKET,
    GRENADE,
    MINE,
    COMPONENT,
    OTHER
  }

  /**
   * The lot of one component, which has its own maker and year.
   *
   * @param seen as marked
   */
  public record Component(Kind kind, String seen) {

    /** What a round is assembled from; a data card has a block for each. */
    public enum Kind implements Coded {
      BODY,
      FILLING,
      FUZE,
      PROPELLANT,
      PRIMER,
      CASE,
      BOOSTER
    }

    public Component {
      Texts.within(Texts.LINE, seen);
    }

    @Override
    public String toString() {
      return "Component[" + kind + "]";
    }
  }

  /**
   * How much.
   *
   * @param unit as delivered: round, box, crate, kilogram
   */
  public record Quantity(BigDecimal amount, String unit) {
    public Quantity {
      Texts.within(Texts.LINE, unit);
      if (amount.signum() < 0) {
        throw new IllegalArgumentException("less than nothing");
      }
    }
  }

  public Lot {
    components = List.copyOf(components);
    Texts.within(Texts.LINE, seen);
    Texts.entries(components.size());
    calibre.ifPresent(text -> Texts.within(Texts.LINE, text));
    designation.ifPresent(text -> Texts.within(Texts.LINE, text));
    parent.ifPresent(text -> Texts.within(Texts.LINE, text));
    headstamp.ifPresent(text -> Texts.within(Texts.LINE, text));
  }

  /** A lot of which its number alone is known. */
  public static Lot marked(Nature nature, String seen) {
    return new Lot(
        nature,
        Optional.empty(),
        Optional.empty(),
        seen,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public String toString() {
    return "Lot[" + nature + "]";
  }
}
