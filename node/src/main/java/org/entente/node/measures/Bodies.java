package org.entente.node.measures;

import java.util.Optional;
import org.entente.node.delivery.WireJson;
import org.entente.node.exchange.MessageId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;

/** Keeps what measures say under keys of their own, and opens it again. */
final class Bodies {
  private final Vault vault;
  private final Decisions decisions;

  Bodies(Vault vault, Decisions decisions) {
    this.vault = vault;
    this.decisions = decisions;
  }

  Locked lock(MeasureId id, Measure measure) {
    return vault.lock(MeasureBody.bytes(measure), place(id));
  }

  Locked lock(MeasureId id, byte[] bytes, byte[] salt) {
    return vault.lock(bytes, salt, place(id));
  }

  /** Something that goes with a measure: an object that was signed, words of the house. */
  byte[] lockBeside(MeasureId id, Locked body, byte[] other, String beside) {
    return vault.lockBeside(body, place(id), other, beside);
  }

  byte[] openBeside(MeasureRows.Row row, byte[] locked, String beside) {
    return vault
        .unlockBeside(row.body(), place(row.id()), locked, beside)
        .open(decisions.ownDraft());
  }

  byte[] bytes(MeasureRows.Row row, OpeningGrant grant) {
    return vault.unlock(row.body(), place(row.id())).open(grant);
  }

  /** What a measure says, for its authority's own officers; empty once it was erased. */
  Optional<Measure.Opening> open(MeasureRows.Row row, OpeningGrant grant) {
    try {
      return MeasureBody.read(row.kind(), bytes(row, grant)) instanceof Measure.Opening opening
          ? Optional.of(opening)
          : Optional.empty();
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  Locked lock(MessageId step, Measure measure) {
    return vault.lock(MeasureBody.bytes(measure), place(step));
  }

  Locked lock(MessageId step, byte[] bytes, byte[] salt) {
    return vault.lock(bytes, salt, place(step));
  }

  byte[] lockSigned(MessageId step, Locked body, byte[] signed) {
    return vault.lockBeside(body, place(step), signed, signed(step));
  }

  byte[] openSigned(StepRows.Row row, byte[] locked, OpeningGrant grant) {
    return vault.unlockBeside(row.body(), place(row.id()), locked, signed(row.id())).open(grant);
  }

  byte[] bytes(StepRows.Row row, OpeningGrant grant) {
    return vault.unlock(row.body(), place(row.id())).open(grant);
  }

  Optional<Measure> open(StepRows.Row row, OpeningGrant grant) {
    try {
      return Optional.of(MeasureBody.read(row.kind(), bytes(row, grant)));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  Locked lock(CallId id, Call call) {
    return vault.lock(WireJson.bytes(call), place(id));
  }

  byte[] lockBeside(CallId id, Locked body, byte[] words) {
    return vault.lockBeside(body, place(id), words, "close/" + id);
  }

  Optional<Call> open(CallId id, Locked body) {
    try {
      byte[] bytes = vault.unlock(body, place(id)).open(decisions.ownDraft());
      return Optional.of(WireJson.read(bytes, Call.class));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  byte[] openBeside(CallId id, Locked body, byte[] words) {
    return vault.unlockBeside(body, place(id), words, "close/" + id).open(decisions.ownDraft());
  }

  static String signed(MessageId id) {
    return "signed/" + id;
  }

  private static String place(MeasureId id) {
    return "measure/" + id;
  }

  private static String place(MessageId step) {
    return "measure-step/" + step;
  }

  private static String place(CallId id) {
    return "measure-call/" + id;
  }
}
