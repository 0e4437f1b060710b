package org.entente.node.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreement.AuthorityId;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Blobs;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;

/**
 * The attachments that messages have announced and that come one by one. Safe for use by many
 * threads.
 */
public final class ExpectedAttachments {
  private static final int COPY_BYTES = 1 << 16;

  /** Room that must stay free on the disk beside what arrives. */
  private static final long RESERVE_BYTES = 512L << 20;

  private final Store store;
  private final Blobs blobs;
  private final InstantSource clock;

  ExpectedAttachments(Store store, Blobs blobs, InstantSource clock) {
    this.store = store;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** How the attachments of a message stand, which are announced now if they were not before. */
  Arrival.Standing announced(MessageId id, AuthorityId peer, Envelope envelope) throws IOException {
    return !announce(id, peer, envelope)
        ? Arrival.Standing.DIFFERENT
        : missing(envelope).isEmpty() ? Arrival.Standing.HERE : Arrival.Standing.MISSING;
  }

  /** Forgets what a message announced, in the transaction in which it is forgotten. */
  public static void forget(Tx tx, MessageId message) {
    tx.sql("DELETE FROM expected_attachment WHERE message_id = :id")
        .param("id", message.toString())
        .update();
  }

  /** Forgets what was announced before an instant and did not come. */
  public static void forgetBefore(Tx tx, Instant instant) {
    tx.sql("DELETE FROM expected_attachment WHERE noted_at < :then")
        .param("then", Times.micros(instant))
        .update();
  }

  /** Whether a message announced this attachment. */
  public static boolean expects(Reads tx, UUID attachment) {
    return tx.sql("SELECT COUNT(*) FROM expected_attachment WHERE id = :id")
            .param("id", attachment.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** What is still to come. */
  List<PartnerClient.MissingAttachment> missing(Envelope envelope) throws IOException {
    List<PartnerClient.MissingAttachment> missing = new ArrayList<>();
    for (SealedAttachment attachment : envelope.attachments()) {
      if (!blobs.isKept(attachment.id().value())) {
        missing.add(
            new PartnerClient.MissingAttachment(
                attachment.id(), blobs.arrivedBytes(attachment.id().value())));
      }
    }
    return missing;
  }

  /**
   * Notes which attachments come with a message. An identifier that another message announced, or
   * with another size or digest, or whose file lies here already, is not this message's: what a
   * header names is then not what would be kept under that name.
   */
  private boolean announce(MessageId id, AuthorityId peer, Envelope envelope) {
    if (envelope.attachments().isEmpty()) {
      return true;
    }
    return store.write(tx -> {
      for (SealedAttachment attachment : envelope.attachments()) {
        boolean fresh = expect(tx, id, peer, attachment);
        boolean same =
            expected(tx, peer, id, attachment.id()).filter(attachment::equals).isPresent();
        if (!same || (fresh && blobs.isKept(attachment.id().value()))) {
          forget(tx, id);
          return false;
        }
      }
      return true;
    });
  }

  private boolean expect(Tx tx, MessageId id, AuthorityId peer, SealedAttachment attachment) {
    return tx.sql(
                """
                INSERT INTO expected_attachment (id, message_id, partner, size_bytes, digest,
                  noted_at)
                VALUES (:id, :message, :partner, :size, :digest, :now)
                ON CONFLICT (id) DO NOTHING
                """)
            .param("id", attachment.id().toString())
            .param("message", id.toString())
            .param("partner", peer.value())
            .param("size", attachment.sizeBytes())
            .param("digest", attachment.digest())
            .param("now", Times.micros(clock.instant()))
            .update()
        == 1;
  }

  /** Takes the rest of an expected attachment; empty when it is whole and on disk. */
  Optional<Problem> attach(
      AuthorityId peer, MessageId message, AttachmentId id, long from, InputStream rest)
      throws IOException {
    Optional<SealedAttachment> expected = store.read(tx -> expected(tx, peer, message, id));
    if (expected.isEmpty()) {
      return Optional.of(new Problem(404, "attachment-not-expected"));
    }
    if (blobs.isKept(id.value())) {
      return Optional.empty();
    }
    long size = expected.get().sizeBytes();
    if (blobs.freeBytes() - (size - from) < RESERVE_BYTES) {
      return Optional.of(new Problem(507, "disk-full"));
    }
    if (from < 0 || from > blobs.arrivedBytes(id.value())) {
      return Optional.of(new Problem(416, "attachment-gap"));
    }
    try (Blobs.Arriving disk = blobs.arrive(id.value(), from)) {
      if (!copy(disk, size - from, rest)) {
        disk.discard();
        return Optional.of(new Problem(413, "attachment-too-large"));
      }
      if (disk.bytes() < size) {
        return Optional.of(new Problem(400, "attachment-cut-off"));
      }
      return disk.keep(expected.get().digest())
          ? Optional.empty()
          : Optional.of(new Problem(422, "attachment-changed"));
    }
  }

  private static boolean copy(OutputStream disk, long most, InputStream rest) throws IOException {
    long left = most;
    byte[] buffer = new byte[COPY_BYTES];
    for (int n = rest.read(buffer); n >= 0; n = rest.read(buffer)) {
      left -= n;
      if (left < 0) {
        return false;
      }
      disk.write(buffer, 0, n);
    }
    return true;
  }

  private static Optional<SealedAttachment> expected(
      Reads tx, AuthorityId peer, MessageId message, AttachmentId id) {
    return tx.sql(
            """
            SELECT size_bytes, digest
            FROM expected_attachment
            WHERE id = :id AND message_id = :message AND partner = :partner
            """)
        .param("id", id.toString())
        .param("message", message.toString())
        .param("partner", peer.value())
        .query(
            (rs, n) -> new SealedAttachment(id, rs.getLong("size_bytes"), rs.getString("digest")))
        .optional();
  }
}
