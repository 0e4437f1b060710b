package org.entente.node.checks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.entente.agreement.AuthorityId;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Question;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.node.checks.Asking.Decided;
import org.entente.node.checks.Asking.Going;
import org.entente.node.checks.BlindAsking.Came;
import org.entente.node.checks.CheckRows.Outcome;
import org.entente.node.oversight.Event;
import org.entente.node.oversight.Journal;
import org.entente.node.records.Description;
import org.entente.node.records.SubjectList;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through released lists, some lines at a time, each with one question to every partner. A
 * list that was interrupted goes on where it was; one whose quota is used up waits for the next
 * day.
 */
final class ListAsking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ListAsking.class);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  /** Partners asked at the same moment about the same lines. */
  private static final int AT_ONCE = 8;

  private final Needs n;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("check-list").daemon(true).unstarted(task));
  private final ExecutorService lines =
      Executors.newFixedThreadPool(
          AT_ONCE, task -> Thread.ofPlatform().name("check-line").daemon(true).unstarted(task));
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What it works with. */
  record Needs(
      Store store,
      Journal journal,
      Asking asking,
      ListSealed sealed,
      BlindAsking blind,
      Voprf voprf,
      InstantSource clock) {}

  ListAsking(Needs needs) {
    this.n = needs;
  }

  void start() {
    n.store().read(ListRows::running).forEach(this::enqueue);
  }

  void enqueue(ListId id) {
    worker.execute(() -> {
      try {
        run(id);
      } catch (InterruptedException | StoreStopped e) {
        LOG.debug("A list is put aside: the node stops.");
      } catch (IOException | RuntimeException e) {
        LOG.error("List {} ended in a defect; it goes on at the next start.", id, e);
      }
    });
  }

  private void run(ListId id) throws InterruptedException, IOException {
    while (closing.getCount() > 0) {
      Optional<ListRows.Row> row = n.store().read(tx -> ListRows.find(tx, id));
      if (row.isEmpty() || row.get().state() != ListView.State.RUNNING) {
        return;
      }
      if (row.get().rowsRead() >= row.get().rowsAll()) {
        end(id);
        return;
      }
      if (!step(row.get()) && closing.await(LOOK_AGAIN.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    }
  }

  private void end(ListId id) {
    n.store()
        .write(tx -> {
          boolean ended = ListRows.end(tx, id, ListView.State.DONE, n.clock().instant());
          if (ended) {
            n.journal()
                .append(
                    tx,
                    Event.CHECK_LIST_ENDED,
                    Journal.NODE,
                    Map.of("list", id.toString(), "state", ListView.State.DONE.code()));
          }
          return ended;
        });
  }

  /** Some lines that are asked together. */
  private record Chunk(
      List<CheckRows.Row> rows, List<Asking.Wish> wishes, List<List<Token>> tokens) {}

  /** Asks about the next lines; false if it has to wait. */
  private boolean step(ListRows.Row list) throws InterruptedException, IOException {
    ListView.Plan plan = n.sealed().plan(list);
    Justification why = plan.why().orElseThrow();
    List<SubjectList.Line> page =
        SubjectList.lines(
            n.sealed().list(list),
            plan.reading(),
            plan.columns(),
            list.rowsRead(),
            Asked.MOST_SUBJECTS);
    Instant now = n.clock().instant();
    Chunk chunk = new Chunk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (SubjectList.Line line : page) {
      if (line.read() instanceof Description.Read.Meant meant) {
        List<Token> tokens = SubjectTokens.asked(meant.subject());
        Asking.Wish wish = new Asking.Wish(meant, why, Set.copyOf(plan.partners()));
        if (!tokens.isEmpty()) {
          chunk
              .rows()
              .add(
                  n.asking()
                      .row(
                          list.by(),
                          CheckId.next(),
                          wish,
                          Optional.of(new CheckRows.ListPlace(list.id().toString(), line.line())),
                          now));
          chunk.wishes().add(wish);
          chunk.tokens().add(tokens);
        }
      }
    }
    int faults = page.size() - chunk.rows().size();
    if (chunk.rows().isEmpty()) {
      return n.store().write(tx -> ListRows.advance(tx, list.id(), page.size(), 0, faults));
    }
    return ask(list, plan, chunk, page.size(), faults, now);
  }

  private boolean ask(
      ListRows.Row list, ListView.Plan plan, Chunk chunk, int read, int faults, Instant now)
      throws InterruptedException {
    List<Decided.Go> going = new ArrayList<>();
    List<Map.Entry<AuthorityId, String>> staying = new ArrayList<>();
    for (AuthorityId partner : plan.partners()) {
      switch (n.asking()
          .decided(partner, CheckId.next().value(), weakest(chunk), chunk.rows().size(), now)) {
        case Decided.Go go -> going.add(go);
        case Decided.Stay(String reason) -> {
          if (reason.equals("quota-exhausted")) {
            n.store()
                .write(tx -> {
                  ListRows.waits(tx, list.id(), reason);
                  return true;
                });
            return false;
          }
          staying.add(Map.entry(partner, reason));
        }
      }
    }
    n.store()
        .write(tx -> {
          for (CheckRows.Row row : chunk.rows()) {
            CheckRows.insert(tx, row);
            staying.forEach(entry ->
                CheckRows.insert(
                    tx,
                    row.id(),
                    Asking.answer(
                        entry.getKey(),
                        CheckId.next().value(),
                        AnswerState.NOT_ASKED,
                        entry.getValue(),
                        List.of())));
            going.forEach(go ->
                CheckRows.insert(
                    tx,
                    row.id(),
                    Asking.answer(
                        go.going().partner().id(),
                        go.going().wire(),
                        AnswerState.ASKING,
                        "",
                        go.articles())));
          }
          going.forEach(go -> {
            n.asking().counted(tx, go.going(), chunk.rows().size(), now);
            Map<String, String> references =
                Asking.references(chunk.rows().getFirst(), go.going(), go.articles());
            references.put("list", list.id().toString());
            references.put("subjects", Integer.toString(chunk.rows().size()));
            n.journal()
                .append(
                    tx,
                    Event.CHECK_ASKED,
                    list.by().toString(),
                    references,
                    chunk.rows().getFirst().about().hash());
          });
          return true;
        });
    List<Came> came = sent(list, chunk, going);
    return recorded(list, chunk, going, came, read, faults);
  }

  /** Of some subjects the one of which least is said: what it may be asked, all may. */
  private static Asking.Wish weakest(Chunk chunk) {
    Asking.Wish weakest = chunk.wishes().getFirst();
    for (Asking.Wish wish : chunk.wishes()) {
      if (wish.meant().identifiers() < weakest.meant().identifiers()) {
        weakest = wish;
      }
    }
    return weakest;
  }

  private List<Came> sent(ListRows.Row list, Chunk chunk, List<Decided.Go> going)
      throws InterruptedException {
    try (Question question =
        Question.about(
            chunk.tokens().stream()
                .map(tokens -> tokens.stream().map(Token::bytes).toList())
                .toList(),
            SubjectTokens.PER_SUBJECT,
            n.voprf())) {
      List<Callable<Came>> tasks = new ArrayList<>();
      for (Decided.Go go : going) {
        Going to = go.going();
        tasks.add(() ->
            n.blind()
                .ask(
                    to.partner(),
                    n.asking()
                        .sheet(
                            list.by(),
                            chunk.rows().getFirst(),
                            question,
                            chunk.tokens(),
                            to,
                            true)));
      }
      List<Came> came = new ArrayList<>();
      for (Future<Came> future : lines.invokeAll(tasks)) {
        came.add(outcome(future));
      }
      return came;
    }
  }

  private static Came outcome(Future<Came> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      LOG.error("Some lines of a list could not be asked.", e.getCause());
      return new Came.NotAsked("defect");
    }
  }

  private boolean recorded(
      ListRows.Row list,
      Chunk chunk,
      List<Decided.Go> going,
      List<Came> came,
      int read,
      int faults) {
    return n.store()
        .write(tx -> {
          long met = 0;
          for (int i = 0; i < chunk.rows().size(); i++) {
            boolean hit = false;
            for (int p = 0; p < going.size(); p++) {
              Outcome outcome = outcome(came.get(p), i);
              n.asking().recorded(tx, chunk.rows().get(i), going.get(p).going(), outcome);
              hit |= outcome.state() == AnswerState.HIT;
            }
            met += hit ? 1 : 0;
          }
          return ListRows.advance(tx, list.id(), read, met, faults);
        });
  }

  /** Both statements are kept once, with the first of the lines that were asked together. */
  private static Outcome outcome(Came came, int line) {
    return switch (came) {
      case Came.NotAsked(String reason) -> Outcome.notAsked(reason);
      case Came.Answer answer ->
          Asking.outcome(
              answer.met().get(line),
              line == 0 ? answer.statement() : null,
              line == 0 ? answer.answer() : null);
    };
  }

  @Override
  public void close() {
    closing.countDown();
    lines.shutdownNow();
    worker.shutdownNow();
    try {
      worker.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
