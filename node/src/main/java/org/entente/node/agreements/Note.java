package org.entente.node.agreements;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.agreement.Arrangement;
import org.jspecify.annotations.Nullable;

/** What a note says, by kind. The words of officers in it are about agreements, never persons. */
public sealed interface Note {
  /** Characters of the words of an officer, ours or a partner's. */
  int REASONS_MAX = 2_000;

  NoteKind kind();

  /** Why; empty where nothing has to be said. */
  String reasons();

  /**
   * Both files of an agreement, as they were written.
   *
   * @param amends hash of the agreement that ends when this one enters into force
   */
  @SuppressWarnings("ArrayRecordComponent") // Made once, handed over, never compared.
  record Proposal(byte[] instrument, byte[] arrangement, @Nullable String amends, String reasons)
      implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.PROPOSAL;
    }

    @Override
    public String toString() {
      return "Proposal[…]";
    }
  }

  /** The other side agrees to a proposal: it enters into force when this note has arrived. */
  record Ratification(String reasons) implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.RATIFICATION;
    }
  }

  record Rejection(String reasons) implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.REJECTION;
    }
  }

  /** The proposer takes a proposal back that was not answered: nobody can ratify it any more. */
  record Withdrawal(String reasons) implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.WITHDRAWAL;
    }
  }

  /** One side suspends; nothing is exchanged from now on. */
  record Suspension(String reasons) implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.SUSPENSION;
    }
  }

  /** The side that suspended takes it back. */
  record Resumption(String reasons) implements Note {
    @Override
    public NoteKind kind() {
      return NoteKind.RESUMPTION;
    }
  }

  /**
   * One side ends the agreement.
   *
   * @param noticeDays days from the release of this note, at least those of the agreement
   */
  record Termination(int noticeDays, String reasons) implements Note {
    /** More than this nobody can arrange, and no number may overflow a clock. */
    public Termination {
      if (noticeDays < 0 || noticeDays > Arrangement.MAX_NOTICE_DAYS) {
        throw new IllegalArgumentException("A notice is longer than can be arranged");
      }
    }

    /**
     * When the agreement ends: counted from the second in which the note was sealed, which both
     * sides read in it, so that no receipt of the other side moves it.
     */
    Instant end(Instant sealedAt) {
      return sealedAt.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(noticeDays));
    }

    @Override
    public NoteKind kind() {
      return NoteKind.TERMINATION;
    }
  }
}
