package org.entente.node.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Blobs;
import org.entente.node.store.Store;
import org.entente.seal.AttachmentKey;
import org.entente.seal.AttachmentSeal;

/**
 * Files that go with a message. A file is sealed once, while it streams in, under a key that stands
 * in the message's content; the same ciphertext lies on both nodes and travels between them. The
 * clear file never touches a disk. Memory does not grow with the file.
 */
public final class Attachments {
  /** Room that must stay free on the disk beside an attachment. */
  private static final long RESERVE_BYTES = 512L << 20;

  private static final int COPY_BYTES = 1 << 16;

  private final Store store;
  private final Journal journal;
  private final Contents contents;
  private final Drafts drafts;
  private final Blobs blobs;
  private final DamagedFiles damaged;

  Attachments(
      Store store,
      Journal journal,
      Contents contents,
      Drafts drafts,
      Blobs blobs,
      DamagedFiles damaged) {
    this.damaged = damaged;
    this.store = store;
    this.journal = journal;
    this.contents = contents;
    this.drafts = drafts;
    this.blobs = blobs;
  }

  /** What came of the wish to read an attachment. */
  public sealed interface Reading {
    /** It is whole; the caller closes the stream. */
    record Opened(Attached attached, InputStream content) implements Reading {}

    /** There is none that this officer may read. */
    record Absent() implements Reading {}

    /** What lies on this disk is not what was exchanged; nothing of it is shown. */
    record Damaged() implements Reading {}
  }

  /** Takes a file into a draft. The stream is read to its end and not closed. */
  public Outcome<MessageStep> attach(Officer by, MessageId id, String name, InputStream file) {
    Optional<Refusal> rejection = rejection(by, id, name);
    if (rejection.isPresent()) {
      return Outcome.refused(rejection.get());
    }
    AttachmentId attachment = AttachmentId.next();
    AttachmentKey key = AttachmentKey.create();
    try {
      FileKind.Sniffed sniffed = FileKind.sniff(file);
      long clear = seal(attachment, key, sniffed.stream());
      if (clear <= 0) {
        blobs.remove(attachment.value());
        return Outcome.refused(clear == 0 ? Rejection.FILE_EMPTY : Rejection.FILE_TOO_LARGE);
      }
      String digest = blobs.arrivedDigest(attachment.value());
      blobs.keep(attachment.value());
      long size = Files.size(blobs.kept(attachment.value()));
      Attached attached =
          new Attached(attachment, name.strip(), sniffed.mediaType(), clear, key.raw());
      Outcome<MessageStep> noted =
          note(by, id, attached, new SealedAttachment(attachment, size, digest));
      if (noted instanceof Outcome.Refused) {
        blobs.remove(attachment.value());
      }
      return noted;
    } catch (IOException e) {
      return Outcome.refused(Usual.DISK_FAULT);
    }
  }

  /** Takes an attachment out of a draft again. */
  public Outcome<MessageStep> detach(Officer by, MessageId id, AttachmentId attachment) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Outcome<MessageStep> outcome =
        store.write(tx -> {
          Optional<MessageRows.Row> row = MessageRows.find(tx, id);
          if (row.isEmpty() || !ownDraft(by, row.get())) {
            return Outcome.refused(Usual.WRONG_STATE);
          }
          // Only what this draft holds: the file of another message would be removed below.
          if (row.get().header().attachment(attachment).isEmpty()) {
            return Outcome.refused(Usual.NOT_FOUND);
          }
          Content content = contents.ofOwnDraft(row.get());
          List<Attached> left =
              content.attachments().stream().filter(a -> !a.id().equals(attachment)).toList();
          List<SealedAttachment> sealed =
              row.get().header().attachments().stream()
                  .filter(a -> !a.id().equals(attachment))
                  .toList();
          drafts.rewrite(tx, row.get(), row.get().header().with(sealed), content.with(left));
          journal.append(
              tx, Event.DRAFT_CHANGED, by.id().toString(), Map.of("message", id.toString()));
          return Outcome.done(new MessageStep(row.get().caseId(), id, row.get().state()));
        });
    if (outcome instanceof Outcome.Done) {
      try {
        blobs.remove(attachment.value());
      } catch (IOException e) {
        return outcome; // Its key is gone: what is left on disk is noise.
      }
    }
    return outcome;
  }

  /**
   * Opens an attachment for an officer who may read cases, after it was compared with what was
   * exchanged; the look is noted.
   */
  public Reading open(Officer by, AttachmentId id) {
    if (!Rights.may(by, Right.READ_CASES)) {
      return new Reading.Absent();
    }
    Optional<MessageRows.Row> row =
        store.read(tx ->
            MessageRows.ofAttachment(tx, id.toString())
                .flatMap(message -> MessageRows.find(tx, message)));
    Optional<Attached> attached =
        row.flatMap(message ->
            contents.forReading(message).attachments().stream()
                .filter(a -> a.id().equals(id))
                .findFirst());
    Optional<SealedAttachment> sealed = row.flatMap(message -> message.header().attachment(id));
    if (attached.isEmpty() || sealed.isEmpty()) {
      return new Reading.Absent();
    }
    if (damaged.of(sealed.get()).isPresent()) {
      return new Reading.Damaged();
    }
    store.write(tx ->
        journal.append(
            tx, Event.ATTACHMENT_READ, by.id().toString(), Map.of("attachment", id.toString())));
    AttachmentKey key = AttachmentKey.of(attached.get().key());
    try {
      return new Reading.Opened(attached.get(), opening(blobs, id, key));
    } catch (IOException e) {
      return new Reading.Damaged(); // It went between the two looks.
    }
  }

  static InputStream opening(Blobs blobs, AttachmentId id, AttachmentKey key) throws IOException {
    return AttachmentSeal.opening(blobs.read(id.value()), key, binding(id));
  }

  /**
   * Whether a sealed file opens with the key that the content names, to the length that it names.
   *
   * @throws IOException when the disk fails: the sealed file is then not the one that arrived
   */
  static boolean opens(Blobs blobs, Attached attached, SealedAttachment sealed) throws IOException {
    try (InputStream clear = opening(blobs, attached.id(), AttachmentKey.of(attached.key()))) {
      return clear.transferTo(OutputStream.nullOutputStream()) == attached.sizeBytes();
    } catch (IOException e) {
      if (blobs.keptDigest(attached.id().value()).equals(sealed.digest())) {
        return false;
      }
      throw e;
    }
  }

  private Optional<Refusal> rejection(Officer by, MessageId id, String name) {
    if (!Rights.may(by, Right.DRAFT)) {
      return Optional.of(Usual.ROLE_MISSING);
    }
    if (!Attached.mayBeCalled(name)) {
      return Optional.of(Rejection.FILE_NAME_NOT_ALLOWED);
    }
    Optional<MessageRows.Row> row = store.read(tx -> MessageRows.find(tx, id));
    if (row.isEmpty()) {
      return Optional.of(Usual.NOT_FOUND);
    }
    if (!ownDraft(by, row.get())) {
      return Optional.of(Usual.WRONG_STATE);
    }
    try {
      if (blobs.freeBytes() < RESERVE_BYTES) {
        return Optional.of(Usual.DISK_FULL);
      }
    } catch (IOException e) {
      return Optional.of(Usual.DISK_FAULT);
    }
    return row.get().header().attachments().size() >= SealedAttachment.MOST
        ? Optional.of(Rejection.ATTACHMENTS_TOO_MANY)
        : Optional.empty();
  }

  private static boolean ownDraft(Officer by, MessageRows.Row row) {
    return row.draftedBy().equals(Optional.of(by.id())) && row.state().changeable();
  }

  /** Length in clear; -1 when the file is larger than a message may carry. */
  private long seal(AttachmentId id, AttachmentKey key, InputStream file) throws IOException {
    long clear = 0;
    byte[] buffer = new byte[COPY_BYTES];
    try (OutputStream disk = blobs.arrive(id.value(), 0);
        OutputStream sealing = AttachmentSeal.sealing(disk, key, binding(id))) {
      for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
        clear += n;
        if (clear > SealedAttachment.LARGEST_BYTES / 2) {
          return -1;
        }
        sealing.write(buffer, 0, n);
      }
    }
    return clear;
  }

  private Outcome<MessageStep> note(
      Officer by, MessageId id, Attached attached, SealedAttachment sealed) {
    return store.write(tx -> {
      Optional<MessageRows.Row> row = MessageRows.find(tx, id);
      if (row.isEmpty() || !ownDraft(by, row.get())) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      // Others may have come while this one was on its way.
      if (row.get().header().attachments().size() >= SealedAttachment.MOST) {
        return Outcome.refused(Rejection.ATTACHMENTS_TOO_MANY);
      }
      Content content = contents.ofOwnDraft(row.get());
      List<Attached> all = new ArrayList<>(content.attachments());
      all.add(attached);
      List<SealedAttachment> allSealed = new ArrayList<>(row.get().header().attachments());
      allSealed.add(sealed);
      drafts.rewrite(tx, row.get(), row.get().header().with(allSealed), content.with(all));
      journal.append(
          tx,
          Event.ATTACHED,
          by.id().toString(),
          Map.of("message", id.toString(), "attachment", attached.id().toString()));
      return Outcome.done(new MessageStep(row.get().caseId(), id, row.get().state()));
    });
  }

  private static byte[] binding(AttachmentId id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }
}
