package org.entente.node.duty;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.PostId;
import org.entente.duty.Watch;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Pressing;
import org.entente.node.measures.MeasureDesk;
import org.entente.node.measures.MeasureId;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;
import org.entente.node.work.Errands;
import org.entente.node.work.Round;
import org.entente.node.work.Worker;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages what they have to know, within a second of its change and at least every ten
 * seconds: a page that hears nothing knows that it is blind.
 *
 * <p><b>Guarantees.</b> A page that reads slowly, or not at all, keeps no other from hearing, and
 * is told the newest once it reads. An account holds so many connections and no more, also where it
 * opens them anew all the time.
 *
 * <p>Safe for use by many threads.
 */
public final class Listening {
  /** A page is told as often although nothing changed. */
  public static final Duration WORD_EVERY = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

  /** A page asks anew after so many words, and whoever signed out meanwhile is found out. */
  private static final int WORDS_MOST = 6;

  /** A watch that ends later than this ends at no time that a page shows. */
  private static final Duration FAR = Duration.ofDays(7);

  /** Browsers of one officer that listen; the oldest makes room. */
  static final int LISTENERS_EACH = 3;

  /** Listeners of one replica; beyond that none is taken, and pages try again. */
  static final int LISTENERS_MOST = 500;

  /** Words on their way at the same moment; what a page does not read keeps one until it is cut. */
  private static final int VOICES = 32;

  private final Store store;
  private final Pressing pressing;
  private final MeasureDesk measures;
  private final Signs signs;
  private final BooleanSupplier well;
  private final InstantSource clock;
  private final Worker worker = new Worker("duty-listening", LOOK_EVERY, LONGEST_ROUND, this::tell);
  private final Errands voices = new Errands("duty-voice", VOICES);
  private final Map<UUID, Ear> ears = new ConcurrentHashMap<>();

  /** Those that ended while a word was on its way to them. */
  private final Set<Ear> stuck = ConcurrentHashMap.newKeySet();

  private final AtomicLong order = new AtomicLong();
  private Map<PostId, Word.Counts> counts = Map.of();
  private int looks;
  private volatile boolean ended;

  Listening(Duty.Needs n, Signs signs, BooleanSupplier well) {
    this.store = n.store();
    this.pressing = n.casework().pressing();
    this.measures = n.measures().desk();
    this.signs = signs;
    this.well = well;
    this.clock = n.clock();
  }

  /**
   * What a page hears.
   *
   * @param words of the posts whose page it is
   * @param watch whether its officer is on watch at one of them
   * @param calls the attempts that it is to make heard and to confirm
   */
  public record Heard(Instant at, List<Word> words, boolean watch, Set<Call> calls) {
    boolean same(@Nullable Heard other) {
      return other != null
          && words.equals(other.words)
          && watch == other.watch
          && calls.equals(other.calls);
    }
  }

  /** An attempt to reach the officer by their page, and the alarm that it is about. */
  public record Call(UUID attempt, AlarmId alarm) {}

  /** A page that listens. */
  public interface Listener {
    /** Whether who listens still may; asked at every word. */
    boolean holds();

    void hear(Heard heard) throws IOException;

    /** Nothing more comes; called once, and more often does no harm. */
    void end();
  }

  /** One that listens, and what it was told last. */
  private static final class Ear {
    private final String holder;
    private final Optional<OfficerId> officer;
    private final Optional<PostId> post;
    private final Listener listener;
    private final long order;
    private final AtomicReference<@Nullable Heard> next = new AtomicReference<>();
    private volatile boolean over;
    private @Nullable Heard last;
    private int words;

    private Ear(
        String holder,
        Optional<OfficerId> officer,
        Optional<PostId> post,
        Listener listener,
        long order) {
      this.holder = holder;
      this.officer = officer;
      this.post = post;
      this.listener = listener;
      this.order = order;
    }
  }

  /**
   * Whether this officer belongs to a post, so that pages of theirs have something to listen to.
   */
  public boolean member(OfficerId officer) {
    return store.read(PostRows::all).stream().anyMatch(post -> post.members().contains(officer));
  }

  /** An officer's browser listens; empty where there are too many, else how it ends. */
  public Optional<Runnable> listen(OfficerId officer, Listener listener) {
    return listen(officer.toString(), Optional.of(officer), Optional.empty(), listener);
  }

  /** A board listens. */
  public Optional<Runnable> listen(DutyBoard board, Listener listener) {
    return listen(board.id().toString(), Optional.empty(), Optional.of(board.post()), listener);
  }

  private Optional<Runnable> listen(
      String holder, Optional<OfficerId> officer, Optional<PostId> post, Listener listener) {
    List<Map.Entry<UUID, Ear>> own =
        ears.entrySet().stream()
            .filter(entry -> entry.getValue().holder.equals(holder))
            .sorted(
                Comparator.comparingLong((Map.Entry<UUID, Ear> entry) -> entry.getValue().order))
            .toList();
    if (stuck.stream().filter(ear -> ear.holder.equals(holder)).count() >= LISTENERS_EACH) {
      return Optional.empty();
    }
    if (own.size() >= LISTENERS_EACH) {
      end(own.getFirst().getKey());
    } else if (ended || ears.size() >= LISTENERS_MOST) {
      return Optional.empty();
    }
    UUID id = UUID.randomUUID();
    ears.put(id, new Ear(holder, officer, post, listener, order.incrementAndGet()));
    worker.wake();
    return Optional.of(() -> end(id));
  }

  private void end(UUID id) {
    Ear ear = ears.remove(id);
    if (ear == null) {
      return;
    }
    stuck.add(ear);
    ear.over = true;
    if (ear.next.get() == null) {
      over(ear);
    } // Else whoever is telling it a word ends it afterwards: to end it now would wait for that.
  }

  private void over(Ear ear) {
    stuck.remove(ear);
    ear.listener.end();
  }

  /** Ends all: the node stops, and waits for nobody who listens. */
  public void endAll() {
    ended = true;
    List.copyOf(ears.keySet()).forEach(this::end);
  }

  /** There may be something new. */
  void wake() {
    worker.wake();
  }

  Worker worker() {
    return worker;
  }

  /** Whoever still waits for a page to read is interrupted. */
  void close() {
    worker.close();
    voices.close();
  }

  /** Looks once, and tells whom it concerns. */
  Round tell() {
    if (ears.isEmpty()) {
      looks = 0;
      return Round.NOTHING;
    }
    boolean word = looks++ % WORD_EVERY.toSeconds() == 0;
    Instant now = clock.instant();
    boolean audited = well.getAsBoolean();
    List<Post> posts = new ArrayList<>();
    Map<PostId, Word> words = new HashMap<>();
    Map<OfficerId, Set<Call>> calls = new HashMap<>();
    store.read(tx -> {
      posts.addAll(PostRows.all(tx));
      if (word) {
        counts = counts(tx, posts, now);
      }
      List<AlarmRows.Row> open = AlarmRows.open(tx);
      List<PartnerPosts.Silent> silent = PartnerPosts.silent(tx, now);
      posts.forEach(post -> words.put(post.id(), word(tx, post, open, silent, audited, now)));
      calls.putAll(AlarmRows.calls(tx));
      return true;
    });
    ears.forEach((id, ear) -> {
      List<Post> mine =
          posts.stream()
              .filter(post ->
                  ear.post
                      .map(post.id()::equals)
                      .orElseGet(() -> post.members().contains(ear.officer.orElseThrow())))
              .toList();
      Heard heard =
          new Heard(
              now,
              mine.stream().map(post -> words.get(post.id())).toList(),
              ear.officer.filter(officer -> onWatch(mine, officer, now)).isPresent(),
              ear.officer.map(officer -> calls.getOrDefault(officer, Set.of())).orElse(Set.of()));
      if (word || !heard.same(ear.last)) {
        tell(id, ear, heard);
      }
    });
    return Round.NOTHING;
  }

  private void tell(UUID id, Ear ear, Heard heard) {
    if (++ear.words > WORDS_MOST || heard.words().isEmpty()) {
      end(id);
      return;
    }
    ear.last = heard;
    if (ear.next.getAndSet(heard) == null && !voices.send(() -> speak(id, ear))) {
      ear.next.set(null);
      end(id);
    }
  }

  /** Tells a page what it has not heard, the newest alone, and one word at a time. */
  private void speak(UUID id, Ear ear) {
    Heard heard = ear.next.get();
    while (heard != null) {
      try {
        if (ear.listener.holds()) {
          ear.listener.hear(heard);
        } else {
          end(id);
        }
      } catch (IOException | RuntimeException e) {
        end(id); // The page is gone.
      }
      heard = ear.over || ear.next.compareAndSet(heard, null) ? null : ear.next.get();
    }
    ear.next.set(null);
    if (ear.over) {
      over(ear);
    }
  }

  private static boolean onWatch(List<Post> posts, OfficerId officer, Instant now) {
    return posts.stream()
        .anyMatch(
            post -> post.roster().at(now).filter(SharedBook.person(officer)::equals).isPresent());
  }

  private Map<PostId, Word.Counts> counts(Reads tx, List<Post> posts, Instant now) {
    Word.Counts all =
        new Word.Counts(
            pressing.dueBefore(tx, now.plus(HandOver.AHEAD), HandOver.LINES_MOST).size(),
            pressing.atJudges(tx, HandOver.LINES_MOST).size(),
            signs.linesDown(tx, now).size());
    return posts.stream().collect(Collectors.toMap(Post::id, post -> all));
  }

  private Word word(
      Reads tx,
      Post post,
      List<AlarmRows.Row> open,
      List<PartnerPosts.Silent> silent,
      boolean audited,
      Instant now) {
    List<AlarmRows.Row> own =
        open.stream().filter(row -> row.alarm().post().equals(post.id())).toList();
    List<AlarmRows.Row> ringing = own.stream().filter(row -> row.alarm().rings()).toList();
    Set<String> cases =
        ringing.stream()
            .filter(row -> row.sign().kind().about() == AlarmKind.About.CASE)
            .map(row -> row.sign().about())
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, Pressing.Called> called =
        pressing.called(tx, cases.stream().map(CaseId::of).toList()).stream()
            .collect(Collectors.toMap(each -> each.id().toString(), each -> each));
    Watch watch = post.roster().watch(now);
    return new Word(
        post.id(),
        post.title(),
        !watch.gap(),
        Optional.of(watch.until()).filter(at -> at.isBefore(now.plus(FAR))),
        ringing.stream().map(row -> rings(row, called)).toList(),
        own.size() - ringing.size(),
        counts.getOrDefault(post.id(), new Word.Counts(0, 0, 0)),
        OpenPages.armed(tx, post.id(), now),
        audited,
        silent);
  }

  private Word.Rings rings(AlarmRows.Row row, Map<String, Pressing.Called> called) {
    if (!(row.alarm().state() instanceof Alarm.Ringing state)) {
      throw new IllegalStateException("Only an alarm that rings is told as one");
    }
    Optional<Pressing.Called> matter = Optional.ofNullable(called.get(row.sign().about()));
    return new Word.Rings(
        row.alarm().id(),
        row.sign().kind(),
        row.sign().kind().about() == AlarmKind.About.MEASURE
            ? measures.reference(MeasureId.of(row.sign().about()))
            : matter.map(Pressing.Called::reference),
        row.sign().partner().or(() -> matter.map(Pressing.Called::partner)),
        matter.flatMap(Pressing.Called::due),
        state.next(),
        row.alarm().chain().steps().size(),
        state.nextAt(),
        state.nobodyLeft());
  }
}
