package org.entente.node.followup;

import java.util.Set;
import java.util.UUID;
import org.entente.agreement.HandlingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says, by kind. In clear only while an officer reads or writes it; prints nothing.
 */
public sealed interface Notice {
  NoticeKind kind();

  /** Why, in an officer's words; empty where nothing has to be said. */
  String reasons();

  /**
   * Something in the item is wrong.
   *
   * @param passage code of what is wrong, see {@link Passages}
   * @param corrected what is right
   */
  record Correction(String passage, String corrected, String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.CORRECTION;
    }

    @Override
    public String toString() {
      return "Correction[…]";
    }
  }

  /**
   * Something in an item that this authority was given is wrong, Directive (EU) 2016/680 Art.
   * 16(5).
   *
   * @param passage code of what is wrong, see {@link Passages}
   * @param corrected what would be right
   * @param reasons on which ground that was found
   */
  record Inaccuracy(String passage, String corrected, String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.INACCURACY;
    }

    @Override
    public String toString() {
      return "Inaccuracy[…]";
    }
  }

  /**
   * What came of a report of an inaccuracy at the authority that gave the item.
   *
   * @param correction the notice that corrects the item; null when it is not corrected
   * @param reasons why it is not corrected; may be empty with a correction
   */
  record Finding(@Nullable UUID correction, String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.FINDING;
    }

    @Override
    public String toString() {
      return "Finding[…]";
    }
  }

  /**
   * Asks whether an item that this authority was given may be passed on, Directive (EU) 2016/680
   * Art. 35(1)(e).
   *
   * @param recipient the authority that would get it
   * @param reasons for which purpose
   */
  record Passing(String recipient, String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.PASSING;
    }

    @Override
    public String toString() {
      return "Passing[…]";
    }
  }

  /**
   * What the authority that gave an item answers to that. It holds for that item and that
   * recipient.
   *
   * @param reasons why not; may be empty when it is granted
   */
  record Permission(boolean granted, String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.PERMISSION;
    }

    @Override
    public String toString() {
      return "Permission[…]";
    }
  }

  /** The item is erased at its source and has to be erased by every holder. */
  record Erasure(String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.ERASURE;
    }

    @Override
    public String toString() {
      return "Erasure[…]";
    }
  }

  record Restriction(String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.RESTRICTION;
    }

    @Override
    public String toString() {
      return "Restriction[…]";
    }
  }

  record Lifting(String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.LIFTING;
    }

    @Override
    public String toString() {
      return "Lifting[…]";
    }
  }

  /** The item should not have been sent. The sender keeps its own. */
  record Recall(String reasons) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.RECALL;
    }

    @Override
    public String toString() {
      return "Recall[…]";
    }
  }

  /**
   * The item is under these codes from now on.
   *
   * @param codes all that hold now, those before among them
   * @param text other restrictions in words; with H3
   */
  record Handling(Set<HandlingCode> codes, @Nullable String text, String reasons)
      implements Notice {
    public Handling {
      codes = Set.copyOf(codes);
    }

    @Override
    public NoticeKind kind() {
      return NoticeKind.HANDLING;
    }

    @Override
    public String toString() {
      return "Handling[…]";
    }
  }

  /**
   * What the receiver did.
   *
   * @param outcome applied, or kept although erasure was asked for
   * @param reason code why it was kept; null when applied
   */
  record Acknowledgement(Outcome outcome, @Nullable String reason) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.ACKNOWLEDGEMENT;
    }

    @Override
    public String reasons() {
      return "";
    }
  }

  /** The sender has not heard what became of a notice. */
  record Reminder(int days) implements Notice {
    @Override
    public NoticeKind kind() {
      return NoticeKind.REMINDER;
    }

    @Override
    public String reasons() {
      return "";
    }
  }

  /** What became of an item at its receiver. */
  enum Outcome {
    APPLIED,
    /** Held for proceedings: kept, restricted, erased when the hold is lifted. */
    KEPT
  }
}
