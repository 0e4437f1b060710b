package org.entente.node.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.officers.Officer;
import org.entente.node.store.Blobs;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which kept files are no longer what their messages name. Every night it reads files again
 * and compares size and SHA-256; what an officer opens is compared before a byte of it is shown.
 *
 * <p><b>Guarantees.</b> A file that is missing, cannot be read or has changed is said to be damaged
 * until it is found whole again; it is never shown and never removed for that.
 *
 * <p><b>Does not guarantee</b> that every file is read in one night: a night reads up to {@link
 * #NIGHTLY_BYTES} and the next one goes on behind them. Safe for use by many threads.
 */
public final class DamagedFiles {
  /** A disk that reads 200 MB a second is done within the hour. */
  static final long NIGHTLY_BYTES = 600L << 30;

  private static final int PAGE = 200;
  private static final Logger LOG = LoggerFactory.getLogger(DamagedFiles.class);

  private final Store store;
  private final Blobs blobs;
  private final InstantSource clock;
  private final Worker nightly =
      Worker.every("damaged-files", Duration.ofDays(1), () -> look(NIGHTLY_BYTES));

  /** The file after which the next night goes on; empty at the beginning. */
  private String after = "";

  DamagedFiles(Store store, Blobs blobs, InstantSource clock) {
    this.store = store;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** What is wrong with a file. */
  public enum Damage {
    /** It does not lie where it should. */
    MISSING,
    /** Its size or content is not that which was exchanged, or the disk does not give it. */
    CHANGED
  }

  /** A damaged file with the case that it belongs to. */
  public record Damaged(
      CaseId caseId, String reference, AttachmentId file, Damage damage, Instant foundAt) {}

  /** Looks at the start and every day. */
  public Worker nightly() {
    return nightly;
  }

  /** The damaged files, the case's reference first; nothing for others than those who may look. */
  public Paged<Damaged> page(Officer by, Paged.Wanted wanted) {
    return Rights.may(by, Right.READ_DAMAGED_FILES)
        ? store.read(tx ->
            Paged.of(
                count(),
                wanted,
                there ->
                    tx.sql(
                            """
                            SELECT d.attachment, d.damage, d.found_at, c.id, c.reference
                            FROM damaged_file d
                            JOIN attachment a ON a.id = d.attachment
                            JOIN message m ON m.id = a.message_id
                            JOIN case_file c ON c.id = m.case_id
                            ORDER BY c.reference, d.attachment LIMIT :limit OFFSET :offset\
                            """)
                        .param("limit", there.size())
                        .param("offset", there.offset())
                        .query(DamagedFiles::damaged)
                        .list()))
        : Paged.nothing();
  }

  private static Damaged damaged(ResultSet rs, int row) throws SQLException {
    return new Damaged(
        CaseId.of(rs.getString("id")),
        rs.getString("reference"),
        AttachmentId.of(rs.getString("attachment")),
        Damage.valueOf(rs.getString("damage")),
        Times.instant(rs.getLong("found_at")));
  }

  /** How many files are damaged; those of erased messages do not count. */
  public long count() {
    return store.read(tx ->
        tx.sql("SELECT COUNT(*) FROM damaged_file d JOIN attachment a ON a.id = d.attachment")
            .query(Long.class)
            .single());
  }

  /** Compares a file that is about to be shown or taken out; what is found is remembered. */
  public Optional<Damage> of(SealedAttachment sealed) {
    Optional<Damage> damage = damage(sealed);
    remember(sealed.id(), damage);
    return damage;
  }

  private Optional<Damage> damage(SealedAttachment sealed) {
    if (!blobs.isKept(sealed.id().value())) {
      return Optional.of(Damage.MISSING);
    }
    try {
      boolean same =
          Files.size(blobs.kept(sealed.id().value())) == sealed.sizeBytes()
              && blobs.keptDigest(sealed.id().value()).equals(sealed.digest());
      return same ? Optional.empty() : Optional.of(Damage.CHANGED);
    } catch (IOException e) {
      return Optional.of(Damage.CHANGED);
    }
  }

  private void remember(AttachmentId id, Optional<Damage> damage) {
    boolean known =
        store.read(tx ->
            tx.sql("SELECT COUNT(*) FROM damaged_file WHERE attachment = :id")
                    .param("id", id.toString())
                    .query(Long.class)
                    .single()
                > 0);
    if (damage.isEmpty() && known) {
      store.write(tx ->
          tx.sql("DELETE FROM damaged_file WHERE attachment = :id")
              .param("id", id.toString())
              .update());
    } else if (damage.isPresent() && !known) {
      LOG.error("A file of a case is damaged: {} ({}).", id, damage.get());
      store.write(tx ->
          tx.sql(
                  """
                  INSERT INTO damaged_file (attachment, damage, found_at)
                  VALUES (:id, :damage, :now) ON CONFLICT (attachment) DO NOTHING\
                  """)
              .param("id", id.toString())
              .param("damage", damage.get().name())
              .param("now", Times.micros(clock.instant()))
              .update());
    }
  }

  /**
   * Compares files, those behind the last one of the round before.
   *
   * @param most bytes after which the next round goes on
   * @return how many of the files that it looked at are damaged
   */
  synchronized int look(long most) {
    long read = 0;
    int found = 0;
    List<SealedAttachment> page = page();
    while (!page.isEmpty()) {
      for (SealedAttachment sealed : page) {
        if (read >= most) {
          return found;
        }
        found += of(sealed).isPresent() ? 1 : 0;
        read += sealed.sizeBytes();
        after = sealed.id().toString();
      }
      page = page();
    }
    after = "";
    return found;
  }

  private List<SealedAttachment> page() {
    return store.read(tx ->
        tx.sql(
                """
                SELECT id, size_bytes, digest FROM attachment
                WHERE id > :after ORDER BY id LIMIT :most\
                """)
            .param("after", after)
            .param("most", PAGE)
            .query((rs, n) ->
                new SealedAttachment(
                    AttachmentId.of(rs.getString("id")),
                    rs.getLong("size_bytes"),
                    rs.getString("digest")))
            .list());
  }
}
