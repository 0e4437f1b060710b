package org.entente.node.agreements;

import org.entente.node.delivery.WireJson;
import tools.jackson.core.JacksonException;

/** The bytes of a note: JSON by {@code docs/protocol.md}, the same on disk and on the way. */
final class NoteBody {
  private NoteBody() {}

  static byte[] bytes(Note note) {
    return WireJson.bytes(note);
  }

  /**
   * @throws org.entente.node.delivery.NotSupported when a code or field in it is not known here
   * @throws IllegalArgumentException when the bytes are not a note of this kind
   */
  static Note read(NoteKind kind, byte[] bytes) {
    try {
      Class<? extends Note> type =
          switch (kind) {
            case PROPOSAL -> Note.Proposal.class;
            case RATIFICATION -> Note.Ratification.class;
            case REJECTION -> Note.Rejection.class;
            case WITHDRAWAL -> Note.Withdrawal.class;
            case SUSPENSION -> Note.Suspension.class;
            case RESUMPTION -> Note.Resumption.class;
            case TERMINATION -> Note.Termination.class;
          };
      return WireJson.content(bytes, type).whole();
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The note is not of the form of version 1");
    }
  }
}
