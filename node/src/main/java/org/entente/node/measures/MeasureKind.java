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
  /** A request to disclose data at once because a life is in danger, CETS 224 Art. 9. */
  EMERGENCY_DISCLOSURE,
  /** A question whether a document is genuine. */
  VERIFICATION,
  /** A question whether what was sent by another way has arrived. */
  ARRIVAL_QUESTION,
  /** Asks whether a person at the partner's post answers; says nothing else. */
  RADIO_CHECK,

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
  IMPOSSIBLE,

  /** The data that were asked for because a life is in danger. */
  DISCLOSED,
  /** They are not disclosed, and why. */
  DECLINED,
  /** What the issuer knows of a document. */
  VERIFIED,
  /** Whether it has arrived. */
  ARRIVAL;

  private static final Set<UrgencyReason> LIFE =
      Set.copyOf(EnumSet.of(UrgencyReason.THREAT_TO_PUBLIC_SECURITY, UrgencyReason.THREAT_TO_LIFE));

  /** Those that open a measure. */
  public static Set<MeasureKind> opening() {
    return EnumSet.of(
        ALERT,
        LIFE_AT_RISK,
        PRESERVATION,
        EMERGENCY_DISCLOSURE,
        VERIFICATION,
        ARRIVAL_QUESTION,
        RADIO_CHECK);
  }

  /** Whether an officer writes it, and a second one releases it. */
  public boolean written() {
    return opens() && this != RADIO_CHECK;
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
      case ALERT, LIFE_AT_RISK, RADIO_CHECK, SEEN, CORRECTION -> ActKind.ALERT;
      case EMERGENCY_DISCLOSURE, DISCLOSED, DECLINED -> ActKind.EMERGENCY_DISCLOSURE;
      case PRESERVATION,
          VERIFICATION,
          ARRIVAL_QUESTION,
          WARNING,
          GOING_ON,
          WITHDRAWAL,
          PRESERVED,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE,
          REFUSAL,
          IMPOSSIBLE,
          VERIFIED,
          ARRIVAL ->
          ActKind.REQUEST;
    };
  }

  /** Whether the authority that opened the measure sends it; else the other does. */
  public boolean byOpener() {
    return switch (this) {
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK,
          CORRECTION,
          GOING_ON,
          WITHDRAWAL,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE ->
          true;
      case SEEN, WARNING, PRESERVED, REFUSAL, IMPOSSIBLE, DISCLOSED, DECLINED, VERIFIED, ARRIVAL ->
          false;
    };
  }

  /** Whether it can follow in a measure that was opened so. */
  public boolean follows(MeasureKind opening) {
    return switch (this) {
      case SEEN -> true;
      case CORRECTION -> !opening.answered() && opening != RADIO_CHECK;
      case WITHDRAWAL -> opening.answered();
      case DISCLOSED, DECLINED -> opening == EMERGENCY_DISCLOSURE;
      case VERIFIED -> opening == VERIFICATION;
      case ARRIVAL -> opening == ARRIVAL_QUESTION;
      case WARNING, GOING_ON, PRESERVED, EXTENSION, ANNOUNCEMENT, RELEASE, REFUSAL, IMPOSSIBLE ->
          opening == PRESERVATION;
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK ->
          false;
    };
  }

  /** Whether it asks one partner for something and waits for what that partner says. */
  public boolean answered() {
    return switch (this) {
      case PRESERVATION, EMERGENCY_DISCLOSURE, VERIFICATION, ARRIVAL_QUESTION -> true;
      case ALERT,
          LIFE_AT_RISK,
          RADIO_CHECK,
          SEEN,
          CORRECTION,
          WARNING,
          GOING_ON,
          WITHDRAWAL,
          PRESERVED,
          EXTENSION,
          ANNOUNCEMENT,
          RELEASE,
          REFUSAL,
          IMPOSSIBLE,
          DISCLOSED,
          DECLINED,
          VERIFIED,
          ARRIVAL ->
          false;
    };
  }

  /** Whether it can follow in a measure that asks for something, beside that somebody saw it. */
  public boolean followsWhatAsks() {
    return this != SEEN
        && opening().stream().anyMatch(opening -> opening.answered() && follows(opening));
  }

  /** Whether a life may depend on it: it rings first, and one officer may let it out alone. */
  public boolean aboutLife() {
    return this == LIFE_AT_RISK || this == EMERGENCY_DISCLOSURE;
  }

  /** The reasons of Art. 4(4) among which its sender chooses. */
  public Set<UrgencyReason> reasons() {
    return aboutLife() ? LIFE : EnumSet.allOf(UrgencyReason.class);
  }

  /** Whether no reason of urgency has to be stated. */
  public boolean mayWait() {
    return this == PRESERVATION
        || this == VERIFICATION
        || this == ARRIVAL_QUESTION
        || this == RADIO_CHECK;
  }

  /** The stable code on the wire, in the ledger and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MeasureKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
