package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.duty.Carrier;
import org.entente.duty.Rules;
import org.entente.node.casework.Casework;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.Outbox;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.delivery.StatementDoor;
import org.entente.node.ledger.Journal;
import org.entente.node.measures.Measures;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.entente.node.store.Tx;
import org.entente.node.store.Vault;
import org.entente.node.work.Errands;
import org.entente.node.work.Part;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;

/**
 * The door of the duty capability.
 *
 * <p><b>Guarantees.</b> While one replica runs, what holds and must be known of has an alarm within
 * ten seconds, and an alarm climbs its chain as the duty library promises. An audit of its own
 * reads that promise from the database every minute.
 *
 * <p><b>Does not guarantee</b> anything where no post is planned, or while no replica runs: for
 * that there is the heartbeat outside.
 */
public final class Duty implements Part {
  /** What partners are told is signed anew so often, and at once where it says something else. */
  private static final StatementDoor.Kind TOLD =
      new StatementDoor.Kind(PostStatement.AT, PostStatement.PURPOSE, Duration.ofMinutes(1));

  private static final Duration SIGNS_EVERY = Duration.ofSeconds(10);

  /** One round reads and writes; what waits for the world outside is done elsewhere. */
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

  /** Ways that are tried at the same moment, so that a slow one keeps no other. */
  private static final int AT_ONCE = 8;

  private final OpenPages pages;
  private final Boards boards;
  private final HandOvers handOvers;
  private final Listening listening;
  private final Outlets outlets;
  private final OwnWays ways;
  private final DutyDesk desk;
  private final Alarms alarms;
  private final Audit audit;
  private final Carrier carrier;
  private final PartnerPosts posts;
  private final StatementDoor door;
  private final Errands hands = new Errands("duty-way", AT_ONCE);
  private final Worker signs;
  private final Worker urgent;
  private final Worker chains;

  /** What it works with. */
  public record Needs(
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Vault vault,
      Decisions decisions,
      Officers officers,
      Casework casework,
      Partners partners,
      Outbox outbox,
      Countersigners countersigners,
      Measures measures,
      Outside outside,
      InstantSource clock) {}

  public Duty(Needs n) {
    SharedBook book = new SharedBook(n.store(), n.clock());
    Signs seen = new Signs(n);
    this.pages = new OpenPages(n);
    this.boards = new Boards(n, pages);
    this.handOvers = new HandOvers(n, seen);
    this.outlets = new Outlets(n.outside(), pages, n.clock());
    this.ways = new OwnWays(n, outlets);
    this.alarms = new Alarms(n, seen, book);
    this.audit = new Audit(n);
    this.carrier =
        new Carrier(
            book,
            new Sending(n, ways, outlets),
            Rules.HELD,
            errand -> {
              boolean _ = hands.send(errand);
            },
            n.clock()::instant);
    this.chains = new Worker("duty-chains", Carrier.ROUND, LONGEST_ROUND, this::carry);
    this.signs = new Worker("duty-signs", SIGNS_EVERY, LONGEST_ROUND, this::see);
    this.urgent = new Worker("duty-urgent", SIGNS_EVERY, LONGEST_ROUND, this::seeUrgent);
    this.posts = new PartnerPosts(n);
    this.door =
        new StatementDoor(TOLD, () -> toldToPartners(n.store()).bytes(), n.identity(), n.clock());
    this.listening = new Listening(n, seen, () -> standing().well());
    this.desk = new DutyDesk(n, book);
  }

  /** Carries every alarm one round. */
  Round carry() {
    pages.giveUp();
    carrier.round();
    listening.wake();
    return Round.NOTHING;
  }

  /** Compares what holds with what is open. */
  Round see() {
    if (alarms.compare()) {
      chains.wake();
    }
    return Round.NOTHING;
  }

  /** Raises what is missing about urgent measures. */
  Round seeUrgent() {
    if (alarms.urgent()) {
      chains.wake();
    }
    return Round.NOTHING;
  }

  /** A measure came that may have to ring: it is looked at once, and not at the next round. */
  public void look() {
    urgent.wake();
  }

  Audit audit() {
    return audit;
  }

  /** Planning, acknowledging. */
  public DutyDesk desk() {
    return desk;
  }

  /** Pages of officers that are open at a post. */
  public OpenPages pages() {
    return pages;
  }

  /** Boards on the walls of posts. */
  public Boards boards() {
    return boards;
  }

  /** Watches that change hands. */
  public HandOvers handOvers() {
    return handOvers;
  }

  /** What open pages are told. */
  public Listening listening() {
    return listening;
  }

  /** How officers are reached. */
  public OwnWays ways() {
    return ways;
  }

  /**
   * What health says.
   *
   * @param well whether alarms go on and reach somebody
   * @param said what is wrong, without a name or a reference
   */
  public record Standing(boolean well, String said) {}

  /** How it stands, by the last audit. */
  public Standing standing() {
    Optional<Audit.Found> found = audit.last();
    if (found.isEmpty()) {
      return new Standing(false, "no audit for three minutes");
    }
    return new Standing(
        found.get().well(),
        found.get().broken().size()
            + " alarms do not go on, "
            + found.get().unreached()
            + " reach nobody");
  }

  /** What partners are told of the post. */
  private PostStatement toldToPartners(Store store) {
    if (!standing().well()) {
      Instant since = audit.last().flatMap(Audit.Found::since).orElseGet(audit::lastAt);
      return new PostStatement(PostStatement.Standing.UNREACHED, Optional.of(since));
    }
    boolean planned = !store.read(PostRows::all).isEmpty();
    return new PostStatement(
        planned ? PostStatement.Standing.REACHED : PostStatement.Standing.NONE, Optional.empty());
  }

  /** Whether the posts of partners reach a person. */
  public PartnerPosts partners() {
    return posts;
  }

  /** Where partners ask the same of this post. */
  public PartnerDoor door() {
    return door;
  }

  /** What a post and the ways knew of an officer goes with the account. */
  public static void forget(Tx tx, OfficerId officer) {
    PostRows.leave(tx, officer);
    PageRows.forget(tx, officer.toString());
    OwnWays.forget(tx, officer);
  }

  @Override
  public void start() {
    urgent.start();
    signs.start();
    chains.start();
    audit.minutely().start();
    listening.worker().start();
    posts.worker().start();
  }

  @Override
  public Stream<Worker> workers() {
    return Stream.of(urgent, signs, chains, audit.minutely(), listening.worker(), posts.worker())
        .flatMap(Worker::workers);
  }

  @Override
  public void close() {
    listening.endAll();
    listening.close();
    urgent.close();
    signs.close();
    chains.close();
    audit.minutely().close();
    posts.close();
    hands.close();
    outlets.close();
    audit.close();
  }
}
