package org.entente.node.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.duty.PostId;
import org.entente.duty.Watch;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Pressing;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.partners.Decisions;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Watches that change hands. The node makes the page; who goes signs it with what was promised, and
 * who comes accepts it. Each does so without the other: a watch that nobody signed can be accepted,
 * and one that nobody accepts rings.
 *
 * <p>Safe for use by many threads.
 */
public final class HandOvers {
  /** A signature of longer ago says nothing about now. */
  private static final Duration SIGNED_COUNTS = Duration.ofHours(12);

  /** Who comes early accepts before the watch begins. */
  private static final Duration EARLY = Duration.ofHours(2);

  /** A watch that began longer ago than a roster is looked through has no beginning. */
  private static final Duration LONGEST_WATCH = Duration.ofDays(13);

  private static final int SHOWN = 10;

  private final Store store;
  private final Journal journal;
  private final Vault vault;
  private final Decisions decisions;
  private final Pressing pressing;
  private final Signs signs;
  private final InstantSource clock;

  HandOvers(Duty.Needs n, Signs signs) {
    this.store = n.store();
    this.journal = n.journal();
    this.vault = n.vault();
    this.decisions = n.decisions();
    this.pressing = n.casework().pressing();
    this.clock = n.clock();
    this.signs = signs;
  }

  /** The page as the node would make it now; empty where there is no such post. */
  public Optional<HandOver.Page> now(Officer by, PostId post) {
    return Rights.may(by, Right.KEEP_WATCH)
        ? store.read(tx -> PostRows.find(tx, post).map(found -> page(tx, found, clock.instant())))
        : Optional.empty();
  }

  /** The newest of a post, the newest first. */
  public List<HandOver> of(Officer by, PostId post) {
    return Rights.may(by, Right.KEEP_WATCH)
        ? store.read(tx -> HandOverRows.of(tx, post, SHOWN)).stream().map(this::opened).toList()
        : List.of();
  }

  /** What was signed and waits for somebody who accepts it. */
  public Optional<HandOver> waiting(Officer by, PostId post) {
    Instant since = clock.instant().minus(SIGNED_COUNTS);
    return Rights.may(by, Right.KEEP_WATCH)
        ? store.read(tx -> HandOverRows.waiting(tx, post, since)).map(this::opened)
        : Optional.empty();
  }

  /**
   * Signs the page of now as the one who goes.
   *
   * @param note what was promised; may be empty
   */
  public Outcome<UUID> sign(Officer by, PostId post, String note) {
    if (note.length() > HandOver.NOTE_MOST) {
      return Outcome.refused(Usual.TOO_LONG);
    }
    Instant now = clock.instant();
    return member(by, post)
        .then(known -> {
          HandOver.Page page = store.read(tx -> page(tx, known, now)).with(note.strip());
          HandOverRows.Row row = row(post, now, Optional.of(by.id()), Optional.empty(), page);
          return store.write(tx -> {
            HandOverRows.insert(tx, row);
            journal.append(
                tx,
                Event.WATCH_HANDED_OVER,
                by.id().toString(),
                Map.of("post", post.value(), "hash", row.page().hash()));
            return Outcome.done(row.id());
          });
        });
  }

  /**
   * Accepts as the one who comes: what was signed last, and otherwise the page as the node makes it
   * now.
   *
   * @param seen the signed page that they read; empty where none waited
   */
  public Outcome<UUID> accept(Officer by, PostId post, Optional<UUID> seen) {
    Instant now = clock.instant();
    HandOver.Accepted accepted = new HandOver.Accepted(by.id(), now);
    return member(by, post)
        .then(known -> {
          Optional<HandOverRows.Row> signed =
              store.read(tx -> HandOverRows.waiting(tx, post, now.minus(SIGNED_COUNTS)));
          if (!signed.map(HandOverRows.Row::id).equals(seen)) {
            return Outcome.refused(Usual.WRONG_STATE); // They would accept what they did not read.
          }
          if (signed.flatMap(HandOverRows.Row::signedBy).equals(Optional.of(by.id()))) {
            return Outcome.refused(Usual.SAME_PERSON);
          }
          HandOverRows.Row row =
              signed.orElseGet(() ->
                  row(
                      post,
                      now,
                      Optional.empty(),
                      Optional.of(accepted),
                      store.read(tx -> page(tx, known, now))));
          return store.write(tx -> {
            if (signed.isEmpty()) {
              HandOverRows.insert(tx, row);
            } else if (!HandOverRows.accept(tx, row.id(), accepted)) {
              return Outcome.refused(Usual.WRONG_STATE);
            }
            journal.append(
                tx,
                Event.WATCH_ACCEPTED,
                by.id().toString(),
                Map.of("post", post.value(), "hash", row.page().hash()));
            return Outcome.done(row.id());
          });
        });
  }

  private Outcome<Post> member(Officer by, PostId post) {
    if (!Rights.may(by, Right.KEEP_WATCH)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Post> known = store.read(tx -> PostRows.find(tx, post));
    if (known.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    return known.get().members().contains(by.id())
        ? Outcome.done(known.get())
        : Outcome.refused(DutyRefusal.NOT_A_MEMBER);
  }

  /** Whether who holds the post should have accepted the watch by now, and has not. */
  static boolean missed(Reads tx, Post post, Instant now) {
    Watch watch = post.roster().watch(now);
    Instant asked = watch.from().isBefore(post.changedAt()) ? post.changedAt() : watch.from();
    boolean due =
        !post.acceptWithin().isZero()
            && !watch.gap()
            && watch.from().isAfter(now.minus(LONGEST_WATCH))
            && asked.plus(post.acceptWithin()).isBefore(now);
    return due
        && !HandOverRows.accepted(
            tx,
            post.id(),
            SharedBook.officer(watch.holder().orElseThrow()),
            watch.from().minus(EARLY));
  }

  private HandOver.Page page(Reads tx, Post post, Instant now) {
    List<AlarmRows.Row> open =
        AlarmRows.open(tx).stream()
            .filter(row -> row.alarm().post().equals(post.id()))
            .limit(HandOver.LINES_MOST)
            .toList();
    Map<String, String> references =
        pressing
            .called(
                tx,
                open.stream()
                    .map(AlarmRows.Row::sign)
                    .filter(sign -> sign.kind().about() == AlarmKind.About.CASE)
                    .map(sign -> CaseId.of(sign.about()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(each -> each.id().toString(), Pressing.Called::reference));
    return new HandOver.Page(
        open.stream()
            .map(row ->
                new HandOver.OpenAlarm(
                    row.sign().kind(),
                    references.getOrDefault(
                        row.sign().about(),
                        row.sign().partner().map(partner -> partner.value()).orElse("")),
                    AlarmView.State.of(row.alarm().state()),
                    row.raisedAt()))
            .toList(),
        matters(pressing.dueBefore(tx, now.plus(HandOver.AHEAD), HandOver.LINES_MOST)),
        matters(pressing.atJudges(tx, HandOver.LINES_MOST)),
        signs.linesDown(tx, now).stream().map(Sign::about).toList(),
        "");
  }

  private static List<HandOver.Matter> matters(List<Pressing.Called> called) {
    return called.stream()
        .map(each ->
            new HandOver.Matter(
                each.id().toString(), each.reference(), each.partner().value(), each.due()))
        .toList();
  }

  private HandOverRows.Row row(
      PostId post,
      Instant now,
      Optional<OfficerId> signedBy,
      Optional<HandOver.Accepted> accepted,
      HandOver.Page page) {
    UUID id = UUID.randomUUID();
    Vault.Locked locked = vault.lock(JsonMapper.shared().writeValueAsBytes(page), place(id));
    return new HandOverRows.Row(id, post, now, signedBy, accepted, locked);
  }

  private HandOver opened(HandOverRows.Row row) {
    return new HandOver(
        row.id(),
        row.post(),
        row.madeAt(),
        row.signedBy(),
        row.accepted(),
        page(row),
        row.page().hash());
  }

  private Optional<HandOver.Page> page(HandOverRows.Row row) {
    try {
      byte[] bytes = vault.unlock(row.page(), place(row.id())).open(decisions.ownRecords());
      return Optional.of(JsonMapper.shared().readValue(bytes, HandOver.Page.class));
    } catch (KeyForgotten e) {
      return Optional.empty();
    }
  }

  private static String place(UUID id) {
    return "duty-handover/" + id;
  }
}
