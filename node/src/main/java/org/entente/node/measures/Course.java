package org.entente.node.measures;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a measure stands between two authorities. Both nodes move it by this one table, so that
 * they agree once each knows what the other sent, also where messages crossed: what the opener ends
 * stays ended, whatever the other sent meanwhile.
 */
public enum Course {
  /** It waits for what the receiver does; an alert stays here. */
  OPEN,
  /** The asker was warned and decides whether to go on. */
  WARNED,
  PRESERVED,
  EXTENSION_ASKED,
  /** A request for disclosure was announced: preserved until that is decided. */
  PENDING,
  /** It is not to be acted on any more. */
  CORRECTED,
  WITHDRAWN,
  RELEASED,
  REFUSED,
  IMPOSSIBLE,
  /** What was asked was answered; a later answer takes the place of an earlier one. */
  ANSWERED,
  /** The data that a life may depend on are not disclosed. */
  DECLINED;

  private static final Set<Course> UNANSWERED = Set.copyOf(EnumSet.of(OPEN, WARNED));
  private static final Set<Course> ANSWERABLE = Set.copyOf(EnumSet.of(OPEN, ANSWERED));
  private static final Set<Course> LASTING = Set.copyOf(EnumSet.of(PRESERVED, EXTENSION_ASKED));

  /** Whether nothing more is waited for. */
  public boolean ended() {
    return switch (this) {
      case OPEN, WARNED, PRESERVED, EXTENSION_ASKED, PENDING -> false;
      case CORRECTED, WITHDRAWN, RELEASED, REFUSED, IMPOSSIBLE, ANSWERED, DECLINED -> true;
    };
  }

  /** Whether data are preserved until a day, after which they are lost unless somebody acts. */
  public boolean lapses() {
    return LASTING.contains(this);
  }

  /** Whether an officer may send this now, in a measure in which it can follow. */
  public boolean allows(MeasureKind step) {
    return switch (step) {
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK,
          SEEN ->
          false;
      case CORRECTION, WARNING, IMPOSSIBLE, DECLINED -> this == OPEN;
      case DISCLOSED, VERIFIED, ARRIVAL -> ANSWERABLE.contains(this);
      case GOING_ON -> this == WARNED;
      case WITHDRAWAL -> UNANSWERED.contains(this);
      case PRESERVED, REFUSAL -> this == OPEN || this == EXTENSION_ASKED;
      case EXTENSION -> this == PRESERVED;
      case ANNOUNCEMENT -> LASTING.contains(this);
      case RELEASE -> LASTING.contains(this) || this == PENDING;
    };
  }

  /** Where it stands once this is known too; the same on both nodes. */
  public Course after(MeasureKind step) {
    return switch (step) {
      case ALERT,
          LIFE_AT_RISK,
          PRESERVATION,
          EMERGENCY_DISCLOSURE,
          VERIFICATION,
          ARRIVAL_QUESTION,
          RADIO_CHECK,
          SEEN ->
          this;
      case DISCLOSED, VERIFIED, ARRIVAL -> ANSWERABLE.contains(this) ? ANSWERED : this;
      case DECLINED -> this == OPEN ? Course.DECLINED : this;
      case CORRECTION -> CORRECTED;
      case WARNING -> this == OPEN ? WARNED : this;
      case GOING_ON -> this == WARNED ? OPEN : this;
      case WITHDRAWAL -> this == RELEASED ? RELEASED : WITHDRAWN;
      case PRESERVED -> UNANSWERED.contains(this) || LASTING.contains(this) ? PRESERVED : this;
      case EXTENSION -> this == PRESERVED ? EXTENSION_ASKED : this;
      case ANNOUNCEMENT -> LASTING.contains(this) ? PENDING : this;
      case RELEASE -> this == WITHDRAWN ? WITHDRAWN : RELEASED;
      case REFUSAL ->
          UNANSWERED.contains(this) ? REFUSED : this == EXTENSION_ASKED ? PRESERVED : this;
      case IMPOSSIBLE -> UNANSWERED.contains(this) ? IMPOSSIBLE : this;
    };
  }
}
