package org.entente.node.measures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.UrgencyReason;

/** The messages of urgent measures: those that open one, and those that follow in it. */
public enum MeasureKind {
  /** A warning on the sender's own initiative. */
  ALERT,
  /** A life or a body is in danger now, Directive (EU) 2023/977 Art. 4(4). */
  LIFE_AT_RISK,
  /** A request to keep stored data as they are, Budapest Convention Art. 29. */
  PRESERVATION,

  /** A person at the receiver's post has seen it. */
  SEEN,
  /** What was sent was an exercise or an error, or holds no more. */
  CORRECTION,

  /** Preserving will not secure the data or endangers the investigation, Art. 29(6). */
  WARNING,
  /** The asker goes on in spite of the warning. */
  GOING_ON,
  /** The asker takes the request back before anything is preserved. */
  WITHDRAWAL,
  /** The data are preserved until a day. */
  PRESERVED,
  /** A request to preserve them for longer. */
  EXTENSION,
  /** A request for disclosure has been made: the data stay until it is decided, Art. 29(7). */
  ANNOUNCEMENT,
  /** The data are needed no more. */
  RELEASE,
  /** A refusal on one of the two grounds of Art. 29(5). */
  REFUSAL,
  /** There is nothing to preserve, or nobody can. */
  IMPOSSIBLE;

  private static final Set<UrgencyReason> LIFE =
      Set.copyOf(EnumSet.of(UrgencyReason.THREAT_TO_PUBLIC_SECURITY, UrgencyReason.THREAT_TO_LIFE));

  /** Those that open a measure. */
  public static Set<MeasureKind> opening() {
    return EnumSet.of(ALERT, LIFE_AT_RISK, PRESERVATION);
  }

  public boolean opens() {
    return opening().contains(this);
  }

  /** Whether the agreement decides on it: it asks for something, and does not only follow. */
  public boolean decided() {
    return opens() || this == EXTENSION;
  }

  /** As which act the agreement decides on it. */
  public ActKind act() {
    return switch (this) {
      case ALERT, LIFE_AT_RISK, SEEN, CORRECTION -> ActKind.ALERT;
      case PRESERVATION,
          WARNING,
          GOING_ON,
          WITHDRAWAL,
          PRESERVED,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE,
          REFUSAL,
          IMPOSSIBLE ->
          ActKind.REQUEST;
    };
  }

  /** Whether the authority that opened the measure sends it; else the other does. */
  public boolean byOpener() {
    return switch (this) {
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          CORRECTION,
          GOING_ON,
          WITHDRAWAL,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE ->
          true;
      case SEEN, WARNING, PRESERVED, REFUSAL, IMPOSSIBLE -> false;
    };
  }

  /** Whether it can follow in a measure that was opened so. */
  public boolean follows(MeasureKind opening) {
    return switch (this) {
      case SEEN -> true;
      case CORRECTION -> opening != PRESERVATION;
      case WARNING,
          GOING_ON,
          WITHDRAWAL,
          PRESERVED,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE,
          REFUSAL,
          IMPOSSIBLE ->
          opening == PRESERVATION;
      case ALERT, LIFE_AT_RISK, PRESERVATION -> false;
    };
  }

  /** Whether it goes to one partner alone. */
  public boolean oneAddressee() {
    return this == PRESERVATION;
  }

  /** The reasons of Art. 4(4) among which its sender chooses; a preservation may have none. */
  public Set<UrgencyReason> reasons() {
    return this == LIFE_AT_RISK ? LIFE : EnumSet.allOf(UrgencyReason.class);
  }

  /** The stable code on the wire, in the ledger and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MeasureKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
