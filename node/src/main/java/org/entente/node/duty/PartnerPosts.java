package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.PartnerLines;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.work.Errands;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.entente.seal.Statement;

/**
 * Whether the posts of partners reach a person, as each partner's node signed it last.
 *
 * <p><b>Guarantees.</b> What is told is the partner's own statement of the last {@link #KEPT_FOR}.
 *
 * <p><b>Does not guarantee</b> that a post of which nothing is told reaches anybody: its node may
 * be of an older version, or the line down.
 *
 * <p>Safe for use by many threads.
 */
public final class PartnerPosts {
  /** So often each partner's node is asked. */
  private static final Duration EVERY = Duration.ofMinutes(1);

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A statement that is older says nothing any more. */
  static final Duration KEPT_FOR = Duration.ofMinutes(15);

  /** By how much a partner's clock may run ahead. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

  private static final int AT_ONCE = 8;

  /** A signature with its certificates is a few kilobytes. */
  private static final int ANSWER_MOST_BYTES = 64 << 10;

  private final Store store;
  private final Partners partners;
  private final InstantSource clock;
  private final PartnerLines lines;
  private final Errands asking = new Errands("duty-partner", AT_ONCE);
  private final Set<AuthorityId> asked = ConcurrentHashMap.newKeySet();
  private final Worker worker = new Worker("duty-partners", EVERY, LONGEST_ROUND, this::round);

  PartnerPosts(Duty.Needs n) {
    this.store = n.store();
    this.partners = n.partners();
    this.clock = n.clock();
    this.lines = new PartnerLines(n.identity());
  }

  /**
   * A partner's post that no alert would reach now.
   *
   * @param since when its oldest alarm was raised that has reached nobody; empty where no post is
   *     planned there
   */
  public record Silent(AuthorityId partner, Optional<Instant> since) {}

  /** Partners whose posts, by their own word, reach nobody; by partner. */
  public List<Silent> silent() {
    return store.read(tx -> silent(tx, clock.instant()));
  }

  /** The same of one partner; empty where it reaches somebody, or nothing is known. */
  public Optional<Silent> silent(AuthorityId partner) {
    return silent().stream().filter(post -> post.partner().equals(partner)).findFirst();
  }

  static List<Silent> silent(Reads tx, Instant now) {
    return PartnerPostRows.all(tx).stream()
        .filter(row -> row.signedAt().isAfter(now.minus(KEPT_FOR)))
        .filter(row -> row.said().standing() != PostStatement.Standing.REACHED)
        .map(row -> new Silent(row.partner(), row.said().since()))
        .sorted(Comparator.comparing(post -> post.partner().value()))
        .toList();
  }

  Worker worker() {
    return worker;
  }

  /** Asks every partner that is not being asked; waits for none. */
  private Round round() {
    for (Partner partner : partners.all()) {
      if (asked.add(partner.id()) && !asking.send(() -> askOnce(partner))) {
        asked.remove(partner.id());
      }
    }
    return Round.NOTHING;
  }

  private void askOnce(Partner partner) {
    try {
      ask(partner);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The node stops.
    } finally {
      asked.remove(partner.id());
    }
  }

  /** Asks one partner's node, and keeps what it signed. */
  void ask(Partner partner) throws InterruptedException {
    PartnerLines.Wanted wanted =
        new PartnerLines.Wanted(PostStatement.AT, PATIENCE, ANSWER_MOST_BYTES);
    if (lines.get(partner, wanted) instanceof PartnerLines.Answer.Came came) {
      take(partner, came.body());
    }
  }

  /**
   * Keeps a statement that this partner signed, unless a newer one is held; else changes nothing.
   */
  boolean take(Partner partner, byte[] statement) {
    if (!(Statement.verify(statement, partner.card(), PostStatement.PURPOSE)
        instanceof Statement.Verification.Verified verified)) {
      return false;
    }
    PostStatement said;
    try {
      said = PostStatement.read(verified.statement());
    } catch (IllegalArgumentException e) {
      return false;
    }
    Instant now = clock.instant();
    if (verified.signedAt().isAfter(now.plus(CLOCKS_APART))) {
      return false;
    }
    PartnerPostRows.Row row = new PartnerPostRows.Row(partner.id(), said, verified.signedAt());
    return store.write(tx -> PartnerPostRows.keep(tx, row));
  }

  void close() {
    worker.close();
    asking.close();
    lines.close();
  }
}
