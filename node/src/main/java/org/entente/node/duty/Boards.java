package org.entente.node.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.duty.PostId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;

/**
 * Boards for the walls of posts. A board signs in with a token that is shown once; it opens what
 * {@link Word} says of one post, and nothing else of the node.
 *
 * <p>Safe for use by many threads.
 */
public final class Boards {
  /** Boards of one post; a duty room has few walls. */
  static final int BOARDS_MOST = 10;

  private static final String PREFIX = "board_";
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_MOST = 100;

  private final Store store;
  private final Journal journal;
  private final OpenPages pages;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Boards(Duty.Needs n, OpenPages pages) {
    this.store = n.store();
    this.journal = n.journal();
    this.clock = n.clock();
    this.pages = pages;
  }

  /** A new board with the only copy of its token. */
  public record Made(DutyBoard board, String token) {
    @Override
    public String toString() {
      return "Made[" + board.id() + "]";
    }
  }

  /** The boards of a post, as who plans it sees them. */
  public List<DutyBoard> of(Officer by, PostId post) {
    return Rights.may(by, Right.PLAN_DUTY) ? store.read(tx -> BoardRows.of(tx, post)) : List.of();
  }

  /** Makes a board for a post. */
  public Outcome<Made> make(Officer by, PostId post, String label) {
    if (!Rights.may(by, Right.PLAN_DUTY)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    String named = label.strip();
    if (named.isEmpty() || named.length() > DutyBoard.LABEL_MOST) {
      return Outcome.refused(DutyRefusal.TITLE_MISSING);
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return store.write(tx -> {
      if (PostRows.find(tx, post).isEmpty()) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      if (BoardRows.of(tx, post).size() >= BOARDS_MOST) {
        return Outcome.refused(Usual.WRONG_STATE);
      }
      DutyBoard board =
          new DutyBoard(
              UUID.randomUUID(), post, named, by.language(), by.zone(), by.id(), clock.instant());
      BoardRows.insert(tx, board, digest(token));
      journal.append(
          tx,
          Event.BOARD_MADE,
          by.id().toString(),
          Map.of("post", post.value(), "board", board.id().toString()));
      return Outcome.done(new Made(board, token));
    });
  }

  /** Takes a board's sign-in away; it is told nothing any more. */
  public Outcome<UUID> revoke(Officer by, UUID id) {
    if (!Rights.may(by, Right.PLAN_DUTY)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return store.write(tx -> {
      if (!BoardRows.revoke(tx, id, clock.instant())) {
        return Outcome.refused(Usual.NOT_FOUND);
      }
      PageRows.forget(tx, id.toString());
      journal.append(tx, Event.BOARD_REVOKED, by.id().toString(), Map.of("board", id.toString()));
      return Outcome.done(id);
    });
  }

  /** The board whose token this is; empty where there is none, or it was revoked. */
  public Optional<DutyBoard> signedIn(String token) {
    return token.startsWith(PREFIX) && token.length() <= SECRET_MOST
        ? store.read(tx -> BoardRows.find(tx, digest(token)))
        : Optional.empty();
  }

  /** What its post is called. */
  public String title(DutyBoard board) {
    return store.read(tx -> PostRows.find(tx, board.post())).map(Post::title).orElse("");
  }

  /** A board says how it stands; false where too many pages use its token. */
  public boolean say(DutyBoard board, OpenPages.Said said) {
    return pages.say(board, said);
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
