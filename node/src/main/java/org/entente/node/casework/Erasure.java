package org.entente.node.casework;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the content of cases and messages goes, and what stands in its way: the only place where
 * casework destroys, restricts or puts stricter codes on something. Who may ask for it is decided
 * by the caller, in the same transaction.
 *
 * <p><b>Guarantees.</b> What was erased cannot be read any more once the transaction is written;
 * references, dates, articles and hashes stay, and with them statistics and the log.
 *
 * <p>Safe for use by many threads.
 */
public final class Erasure {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
  private static final int PAGE = 500;

  private final Store store;
  private final Journal journal;
  private final Blobs blobs;
  private final InstantSource clock;
  private final RequestSubjects requests;
  private final List<ErasedWith> with = new CopyOnWriteArrayList<>();
  private final List<Copy> copies = new CopyOnWriteArrayList<>();

  Erasure(
      Store store, Journal journal, Blobs blobs, RequestSubjects requests, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.blobs = blobs;
    this.requests = requests;
    this.clock = clock;
  }

  /** Something beside a case that must go when its content goes. */
  public interface ErasedWith {
    void erased(Tx tx, CaseId id);
  }

  /** Adds something that goes with every case from now on. */
  public void with(ErasedWith also) {
    with.add(also);
  }

  /** What became of a message. */
  public sealed interface Change {
    /** It was erased, or its processing is restricted: nothing may be done with copies of it. */
    record Withheld() implements Change {}

    /** A restriction was lifted. */
    record Lifted() implements Change {}

    /** Something of it was corrected. */
    record Corrected() implements Change {}

    /** It was put under these codes. */
    record Handled(Set<HandlingCode> codes) implements Change {
      public Handled {
        codes = Set.copyOf(codes);
      }
    }
  }

  /** Something beside messages that was made of them and follows what becomes of them. */
  public interface Copy {
    void follow(Tx tx, MessageId message, Change change);
  }

  /** Adds a copy, which hears of every change from now on, in its transaction. */
  public void reaches(Copy copy) {
    copies.add(copy);
  }

  private void follow(Tx tx, MessageId message, Change change) {
    copies.forEach(copy -> copy.follow(tx, message, change));
  }

  /** Whether a message, or its case, was erased or is restricted. */
  public boolean withheld(Tx tx, MessageId message) {
    return MessageRows.find(tx, message)
        .filter(row -> row.standing().erasedAt().isEmpty() && !row.standing().restricted())
        .isEmpty();
  }

  /** What lies on the disk of what was erased; to be cleared after the transaction. */
  public record Remains(List<SealedAttachment> files) {
    public Remains {
      files = List.copyOf(files);
    }

    public static Remains none() {
      return new Remains(List.of());
    }
  }

  /** Exchanges that are concluded and not erased, after the given one in the order of identity. */
  public List<Concluded> concluded(String after) {
    return store.read(tx -> CaseRows.concluded(tx, after, PAGE));
  }

  /**
   * What an agreement brought from or for a partner and is not erased, after the given one in the
   * order of identity.
   */
  public List<CaseId> under(String agreementHash, AuthorityId partner, String after) {
    return store.read(tx -> CaseRows.under(tx, agreementHash, partner, after, PAGE));
  }

  /** The partner a case is shared with. */
  public Optional<AuthorityId> partnerOf(Tx tx, CaseId id) {
    return CaseRows.find(tx, id).map(CaseRows.Row::partner);
  }

  /** The agreement a case was opened under. */
  public Optional<String> agreementOf(Tx tx, CaseId id) {
    return CaseRows.find(tx, id).map(CaseRows.Row::agreementHash);
  }

  /** Whether a message of the case has left and its receipt is not here yet. */
  public boolean onItsWay(Tx tx, CaseId id) {
    return MessageRows.onItsWay(tx, id);
  }

  public boolean exists(Tx tx, CaseId id) {
    return CaseRows.find(tx, id).isPresent();
  }

  /** Erases everything a case says; what was still being written is put away. */
  public Remains erase(Tx tx, CaseId id, Instant at) {
    List<SealedAttachment> files = new ArrayList<>();
    for (MessageRows.Erasable row : MessageRows.erasable(tx, id)) {
      files.addAll(erase(tx, row, at).files());
      if (row.state().changeable() || row.state() == MessageState.AWAITING_APPROVAL) {
        MessageRows.moveOn(tx, row.id(), row.state(), MessageState.DISCARDED);
      }
    }
    RestrictedLooks.forget(tx, id);
    WorkRows.forgetSeen(tx, id);
    RouteRows.forget(tx, id);
    HouseNotes.forget(tx, id);
    CaseRows.erased(tx, id, at);
    with.forEach(also -> also.erased(tx, id));
    return new Remains(files);
  }

  /** Erases what one message says. */
  public Remains erase(Tx tx, MessageId id, Instant at) {
    return MessageRows.erasable(tx, id).map(row -> erase(tx, row, at)).orElseGet(Remains::none);
  }

  private Remains erase(Tx tx, MessageRows.Erasable row, Instant at) {
    if (row.erased()) {
      return Remains.none();
    }
    MessageRows.erase(tx, row.id(), row.header().withoutSalt(), at);
    requests.changed(tx, row.id());
    follow(tx, row.id(), new Change.Withheld());
    return new Remains(row.header().attachments());
  }

  /** Removes the files of what was erased; their keys are gone already. */
  public void clear(Remains remains) {
    for (SealedAttachment file : remains.files()) {
      try {
        blobs.remove(file.id().value());
      } catch (IOException e) {
        LOG.warn("A file without a key could not be removed; it goes with the leftovers.");
      }
    }
  }

  /** Restricts a message, or lifts the restriction when {@code at} is null. */
  public void restrict(Tx tx, MessageId id, @Nullable Instant at) {
    MessageRows.restrict(tx, id, at);
    requests.changed(tx, id);
    follow(tx, id, at == null ? new Change.Lifted() : new Change.Withheld());
  }

  /** Restricts a whole case, or lifts the restriction when {@code at} is null. */
  public void restrict(Tx tx, CaseId id, @Nullable Instant at) {
    CaseRows.restrict(tx, id, at);
    for (MessageId message : MessageRows.idsOfCase(tx, id)) {
      requests.changed(tx, message);
      follow(tx, message, at == null ? new Change.Lifted() : new Change.Withheld());
    }
  }

  /** Something of a message was corrected: what compares it looks anew. */
  public void corrected(Tx tx, MessageId id) {
    requests.changed(tx, id);
    follow(tx, id, new Change.Corrected());
  }

  /** Puts a message under these codes. */
  public void handle(Tx tx, MessageId id, Set<HandlingCode> codes) {
    MessageRows.handle(tx, id, codes);
    follow(tx, id, new Change.Handled(codes));
  }

  /** Erases again what the store found erased after a backup was restored. */
  public void eraseAgain() {
    if (!store.restored()) {
      return;
    }
    Instant now = clock.instant();
    List<SealedAttachment> files = new ArrayList<>();
    store.write(tx -> {
      List<MessageId> found = MessageRows.unreadable(tx);
      for (MessageId id : found) {
        files.addAll(erase(tx, id, now).files());
        journal.append(tx, Event.MESSAGE_ERASED, Journal.NODE, Map.of("message", id.toString()));
      }
      return found.size();
    });
    clear(new Remains(files));
  }
}
