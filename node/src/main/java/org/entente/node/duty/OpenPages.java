package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;

/**
 * Pages that are open at a post: which of them would be heard, and what they confirm. What a page
 * says holds for all replicas, and for no longer than {@link #GONE_AFTER}.
 *
 * <p>Safe for use by many threads.
 */
public final class OpenPages {
  /** A page says itself every twenty seconds; who missed two words and a half is gone. */
  static final Duration GONE_AFTER = Duration.ofSeconds(50);

  /** How long a page has to confirm that it rings. */
  static final Duration CONFIRMS_WITHIN = Duration.ofSeconds(15);

  /** A page may be loaded anew, and a node started, in that time. */
  static final Duration NONE_AFTER = Duration.ofMinutes(2);

  /** Pages of one officer or board; each browser counts as one. */
  private static final int PAGES_MOST = 8;

  /** Attempts that one page confirms at once; each is a statement of the one writer. */
  private static final int RANG_MOST = 100;

  private static final Pattern PAGE = Pattern.compile("[0-9a-f-]{1,40}");

  private final Store store;
  private final InstantSource clock;

  OpenPages(Duty.Needs n) {
    this.store = n.store();
    this.clock = n.clock();
  }

  /**
   * What a page says of itself.
   *
   * @param page the name that its browser gave itself
   * @param armed whether it would be heard
   * @param visible whether a person could see it
   * @param rang the attempts that it makes heard, as it says
   */
  public record Said(String page, boolean armed, boolean visible, List<UUID> rang) {
    public Said {
      rang = List.copyOf(rang);
    }
  }

  /** A browser of an officer says how it stands; false where there are too many of them. */
  public boolean say(OfficerId officer, Said said) {
    Instant now = clock.instant();
    return store.write(tx -> {
      boolean taken = say(tx, officer.toString(), said, now);
      if (taken && said.armed()) {
        AlarmRows.confirm(tx, officer, said.rang(), now);
      }
      return taken;
    });
  }

  /** A board says how it stands. */
  boolean say(DutyBoard board, Said said) {
    return store.write(tx -> say(tx, board.id().toString(), said, clock.instant()));
  }

  private static boolean say(Tx tx, String holder, Said said, Instant now) {
    if (!PAGE.matcher(said.page()).matches()
        || said.rang().size() > RANG_MOST
        || PageRows.others(tx, holder, said.page(), now.minus(GONE_AFTER)) >= PAGES_MOST) {
      return false;
    }
    PageRows.seen(tx, holder, said, now);
    return true;
  }

  /** Whether a page of this officer would be heard. */
  boolean armed(OfficerId officer) {
    Instant since = clock.instant().minus(GONE_AFTER);
    return store.read(tx -> PageRows.armed(tx, officer, since));
  }

  /** Whether any page at the post would be heard. */
  static boolean armed(Reads tx, PostId post, Instant now) {
    return PageRows.lastArmed(tx, post).filter(at -> at.isAfter(now.minus(GONE_AFTER))).isPresent();
  }

  /** What went to pages and was not confirmed has failed. */
  void giveUp() {
    Instant now = clock.instant();
    if (store.read(tx -> AlarmRows.unconfirmed(tx, now.minus(CONFIRMS_WITHIN))) > 0) {
      store.write(tx -> AlarmRows.giveUp(tx, now.minus(CONFIRMS_WITHIN), now));
    }
  }
}
