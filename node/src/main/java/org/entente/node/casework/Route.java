package org.entente.node.casework;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.officers.OfficerId;

/**
 * What a matter asked of an authority of the own state, and what came back (Directive (EU) 2023/977
 * Art. 14(1)(b), 16(1)(b)); or of a judge (Art. 9).
 *
 * @param asked what was asked, of whom and how
 * @param backAt when the matter comes back to the desk if nothing came: half of what was left until
 *     its limit
 * @param back whether that has happened
 */
public record Route(
    UUID id,
    CaseId caseId,
    Kind kind,
    Asked asked,
    OfficerId askedBy,
    Instant askedAt,
    Instant backAt,
    boolean back,
    Optional<Came> came) {

  /** Of whom. */
  public enum Kind {
    AUTHORITY,
    JUDGE;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code, if there is one. */
    public static Optional<Kind> ofCode(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  /** What became of it. */
  public enum Result {
    /** The authority gave what it has; the judge granted it. */
    GIVEN,
    /** The authority holds nothing. */
    NOTHING,
    /** The authority may not give it; the judge refused. */
    REFUSED;

    /** The stable code. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The result with this code, if there is one. */
    public static Optional<Result> ofCode(String code) {
      return Arrays.stream(values()).filter(result -> result.code().equals(code)).findFirst();
    }
  }

  /**
   * What was asked.
   *
   * @param to name of the authority or court
   * @param way by which it was reached, such as a telephone number or a system; may be empty
   */
  public record Asked(String to, String way, String text) {
    @Override
    public String toString() {
      return "Asked[…]";
    }
  }

  /** What came back. */
  public record Came(Result result, String text, OfficerId by, Instant at) {
    @Override
    public String toString() {
      return "Came[" + result + "]";
    }
  }
}
