package org.entente.arms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A licence for transfers, with what is left on each of its lines. One licence covers many
 * deliveries; each is written off (Reg. (EU) 2025/41 Annexes II and III, boxes 21 to 25).
 *
 * @param number as its issuer numbers it
 * @param issuer ISO 3166-1 alpha-2
 * @param issued the first day of its validity
 * @param expires the last day of its validity
 */
public record Licence(
    Kind kind,
    Scope scope,
    String number,
    String issuer,
    LocalDate issued,
    LocalDate expires,
    List<Line> lines,
    List<WriteOff> writtenOff) {

  /** What is licensed. */
  public enum Kind implements Coded {
    EXPORT,
    IMPORT,
    TRANSIT,
    BROKERING
  }

  /** For one transfer, several, or whoever fulfils its conditions. */
  public enum Scope implements Coded {
    SINGLE,
    MULTIPLE,
    GENERAL
  }

  /**
   * Goods of one description.
   *
   * @param customsCode of the combined nomenclature, empty if not told
   * @param licensed how much the licence is for
   */
  public record Line(String description, String customsCode, Lot.Quantity licensed) {
    public Line {
      Texts.within(Texts.PROSE, description);
      Texts.within(Texts.LINE, customsCode);
    }
  }

  /**
   * One deduction.
   *
   * @param line which line of the licence, from 0
   * @param document the customs document
   */
  public record WriteOff(int line, BigDecimal amount, String document, LocalDate on) {
    public WriteOff {
      Texts.within(Texts.LINE, document);
      if (amount.signum() <= 0) {
        throw new IllegalArgumentException("nothing is written off");
      }
    }
  }

  /** What comes of writing off. */
  public sealed interface Result {

    /** The licence after the deduction. */
    record Done(Licence licence) implements Result {}

    /** Nothing was deducted. */
    record Refused(Reason reason) implements Result {}

    /** Why a delivery cannot be written off. */
    enum Reason implements Coded {
      NO_SUCH_LINE,
      NOT_YET_VALID,
      EXPIRED,
      MORE_THAN_IS_LEFT,
      SINGLE_AND_USED
    }
  }

  public Licence {
    lines = List.copyOf(lines);
    writtenOff = List.copyOf(writtenOff);
    Texts.within(Texts.LINE, number);
    Texts.within(Texts.LINE, issuer);
    Texts.entries(lines.size());
    Texts.entries(writtenOff.size());
    if (expires.isBefore(issued)) {
      throw new IllegalArgumentException("a licence ends before it begins");
    }
    for (WriteOff off : writtenOff) {
      if (off.line() < 0 || off.line() >= lines.size()) {
        throw new IllegalArgumentException("no such line");
      }
    }
  }

  /** How much of a line was not written off; below zero where a register was kept badly. */
  public BigDecimal left(int line) {
    BigDecimal left = lines.get(line).licensed().amount();
    for (WriteOff off : writtenOff) {
      left = off.line() == line ? left.subtract(off.amount()) : left;
    }
    return left;
  }

  /** Deducts a delivery, or says why it cannot be. */
  public Result writeOff(WriteOff off) {
    Optional<Result.Reason> reason = against(off);
    if (reason.isPresent()) {
      return new Result.Refused(reason.get());
    }
    List<WriteOff> all = new ArrayList<>(writtenOff);
    all.add(off);
    return new Result.Done(new Licence(kind, scope, number, issuer, issued, expires, lines, all));
  }

  private Optional<Result.Reason> against(WriteOff off) {
    if (off.line() < 0 || off.line() >= lines.size()) {
      return Optional.of(Result.Reason.NO_SUCH_LINE);
    }
    if (off.on().isBefore(issued)) {
      return Optional.of(Result.Reason.NOT_YET_VALID);
    }
    if (off.on().isAfter(expires)) {
      return Optional.of(Result.Reason.EXPIRED);
    }
    boolean otherTransfer =
        writtenOff.stream().anyMatch(done -> !done.document().equals(off.document()));
    if (scope == Scope.SINGLE && otherTransfer) {
      return Optional.of(Result.Reason.SINGLE_AND_USED);
    }
    return off.amount().compareTo(left(off.line())) > 0
        ? Optional.of(Result.Reason.MORE_THAN_IS_LEFT)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Licence[" + kind + ", " + scope + "]";
  }
}
