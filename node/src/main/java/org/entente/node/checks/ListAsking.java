package org.entente.node.checks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.GroundCode;
import org.entente.agreement.Particulars;
import org.entente.check.oprf.Voprf;
import org.entente.check.question.Question;
import org.entente.check.tokens.SubjectTokens;
import org.entente.check.tokens.Token;
import org.entente.intake.Description;
import org.entente.intake.SubjectLines;
import org.entente.intake.SubjectList;
import org.entente.node.act.Refusal;
import org.entente.node.checks.Asking.Decided;
import org.entente.node.checks.Asking.Going;
import org.entente.node.checks.BlindAsking.Came;
import org.entente.node.checks.CheckRows.Result;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.StoreStopped;
import org.entente.node.work.Errands;
import org.entente.node.work.Faults;
import org.entente.node.work.Part;
import org.entente.node.work.Turns;
import org.entente.node.work.Turns.Turn;
import org.entente.node.work.Worker;

/**
 * Works through released lists in turn, some lines at a time, with one question to every partner. A
 * list that was interrupted goes on where it was; one whose quota is used up waits for the next day
 * while the others go on.
 */
final class ListAsking implements Part {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

  /** A few lines, and partners that are slow to answer. */
  private static final Duration LONGEST_TURN = Duration.ofHours(1);

  /** How often the same lines are tried; each time their questions are asked and counted anew. */
  private static final int TRIES = 3;

  /** Why a list waits whose lines could not be worked with. */
  static final String DEFECT = "defect";

  /** Partners asked at the same moment about the same lines. */
  private static final int AT_ONCE = 8;

  private final Needs n;

  /** Of the lists that run; used by the worker alone. */
  private final Map<ListId, ListWindow> windows = new HashMap<>();

  /** Rounds of a list that failed one after another; used by the worker alone. */
  private final Map<ListId, Integer> failures = new HashMap<>();

  private final Turns<ListId> turns =
      new Turns<>("check-list", LOOK_AGAIN, LONGEST_TURN, true, this::take);
  private final Errands lines = new Errands("check-line", AT_ONCE);

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

  @Override
  public void start() {
    n.store().read(ListRows::running).forEach(this::enqueue);
    turns.start();
  }

  /** Begins or goes on with a list, in turn with the others. */
  void enqueue(ListId id) {
    turns.add(id);
  }

  /** Why the partners of a list cannot be asked before the analyst has named an agreement. */
  Optional<Refusal> unnamed(Set<AuthorityId> partners, Justification why, Set<String> agreements) {
    Asking.By whole =
        new Asking.By(Set.of(DataCategory.PERSONAL_DETAILS), Particulars.MAX_IDENTIFIERS);
    return n.asking().unnamed(partners, why, whole, agreements, n.clock().instant());
  }

  private Turn take(ListId id) throws Exception {
    try {
      Turn turn = turn(id);
      failures.remove(id);
      return turn;
    } catch (InterruptedException | StoreStopped e) {
      throw e;
    } catch (Exception | Error e) {
      if (!givenUp(id, e)) {
        throw e;
      }
      return Turn.OVER;
    }
  }

  private Turn turn(ListId id) throws InterruptedException, IOException {
    Optional<ListRows.Row> row = n.store().read(tx -> ListRows.find(tx, id));
    if (row.isEmpty() || row.get().state() != ListView.State.RUNNING) {
      windows.remove(id);
      return Turn.OVER;
    }
    if (row.get().rowsRead() >= row.get().rowsAll()) {
      end(id);
      return Turn.OVER;
    }
    for (int most = Asked.MOST_SUBJECTS; most > 0; most /= 2) {
      if (step(row.get(), most)) {
        return Turn.AGAIN;
      }
    }
    waits(id, GroundCode.QUOTA_EXHAUSTED.code());
    return Turn.LATER;
  }

  /** After a few times more; then the list says why it stands still, until it is begun again. */
  private boolean givenUp(ListId id, Throwable e) {
    windows.remove(id);
    if (failures.merge(id, 1, Integer::sum) < TRIES) {
      return false;
    }
    waits(id, DEFECT); // Where the database is away this fails, and the list is tried again.
    failures.remove(id);
    Faults.met("List " + id, e);
    return true;
  }

  private void waits(ListId id, String reason) {
    n.store()
        .write(tx -> {
          ListRows.waits(tx, id, reason);
          return true;
        });
  }

  private void end(ListId id) {
    windows.remove(id);
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

  /** A line that can be asked. */
  private record Line(CheckRows.Row row, List<Token> tokens, Asking.By by) {}

  /**
   * Asks about the next lines, so many at most.
   *
   * @return false if a quota has no room for so many
   */
  private boolean step(ListRows.Row list, int most) throws InterruptedException, IOException {
    ListView.Plan plan = n.sealed().plan(list);
    Justification why = plan.why().orElseThrow();
    List<SubjectLines.Line> page =
        windows
            .computeIfAbsent(
                list.id(), id -> new ListWindow((from, lines) -> read(list, plan, from, lines)))
            .at(list.rowsRead(), most);
    Instant now = n.clock().instant();
    List<Line> chunk = new ArrayList<>();
    for (SubjectLines.Line line : page) {
      if (line.read() instanceof Description.Read.Meant meant) {
        List<Token> tokens = SubjectTokens.asked(meant.subject());
        if (!tokens.isEmpty()) {
          CheckRows.Row row =
              n.asking()
                  .row(
                      list.by(),
                      CheckId.next(),
                      new CheckView.About(meant.subject(), why),
                      Optional.of(new CheckRows.ListPlace(list.id().toString(), line.line())),
                      now);
          chunk.add(new Line(row, tokens, Asking.By.of(meant)));
        }
      }
    }
    int faults = page.size() - chunk.size();
    if (chunk.isEmpty()) {
      return n.store().write(tx -> ListRows.advance(tx, list.id(), page.size(), 0, faults));
    }
    return ask(list, plan, chunk, page.size(), faults, now);
  }

  private List<SubjectLines.Line> read(ListRows.Row list, ListView.Plan plan, long from, int most)
      throws IOException {
    byte[] file = n.sealed().list(list.id(), n.store().read(tx -> ListRows.list(tx, list.id())));
    return new SubjectList(file, plan.reading())
        .lines(plan.columns(), Lists.day(list.uploadedAt()), from, most);
  }

  private boolean ask(
      ListRows.Row list, ListView.Plan plan, List<Line> chunk, int read, int faults, Instant now)
      throws InterruptedException {
    Asking.By by = chunk.stream().map(Line::by).reduce(Asking.By::with).orElseThrow();
    Justification why = plan.why().orElseThrow();
    List<Decided.Go> going = new ArrayList<>();
    List<Map.Entry<AuthorityId, String>> staying = new ArrayList<>();
    for (AuthorityId partner : plan.partners()) {
      switch (n.asking()
          .decided(
              partner,
              CheckId.next().value(),
              why,
              by,
              Set.copyOf(plan.agreements()),
              chunk.size(),
              now)) {
        case Decided.Go go -> going.add(go);
        case Decided.Stay(String reason) -> {
          if (reason.equals(GroundCode.QUOTA_EXHAUSTED.code())) {
            return false;
          }
          staying.add(Map.entry(partner, reason));
        }
        // One came into force since the list was started.
        case Decided.Unnamed unnamed -> staying.add(Map.entry(partner, Asking.UNNAMED));
      }
    }
    n.store()
        .write(tx -> {
          for (Line line : chunk) {
            CheckRows.Row row = line.row();
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
            n.asking().counted(tx, go.going(), chunk.size(), now);
            Map<String, String> references =
                Asking.references(chunk.getFirst().row(), go.going(), go.articles());
            references.put("list", list.id().toString());
            references.put("subjects", Integer.toString(chunk.size()));
            n.journal()
                .append(
                    tx,
                    Event.CHECK_ASKED,
                    list.by().toString(),
                    references,
                    chunk.getFirst().row().about().hash());
          });
          return true;
        });
    List<Came> came = sent(list, chunk, going);
    return recorded(list, chunk, going, came, read, faults);
  }

  private List<Came> sent(ListRows.Row list, List<Line> chunk, List<Decided.Go> going)
      throws InterruptedException {
    try (Question question =
        Question.about(
            chunk.stream().map(line -> line.tokens().stream().map(Token::bytes).toList()).toList(),
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
                            chunk.getFirst().row(),
                            question,
                            chunk.stream().map(Line::tokens).toList(),
                            to,
                            true)));
      }
      List<Came> came = new ArrayList<>();
      for (Future<Came> future : lines.sendAll(tasks)) {
        came.add(outcome(future));
      }
      return came;
    }
  }

  private static Came outcome(Future<Came> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Faults.met("A question about lines of a list", e);
      return new Came.NotAsked("defect");
    }
  }

  private boolean recorded(
      ListRows.Row list,
      List<Line> chunk,
      List<Decided.Go> going,
      List<Came> came,
      int read,
      int faults) {
    return n.store()
        .write(tx -> {
          long met = 0;
          for (int i = 0; i < chunk.size(); i++) {
            boolean hit = false;
            for (int p = 0; p < going.size(); p++) {
              Result outcome = outcome(came.get(p), i);
              n.asking().recorded(tx, chunk.get(i).row(), going.get(p).going(), outcome);
              hit |= outcome.state() == AnswerState.HIT;
            }
            met += hit ? 1 : 0;
          }
          return ListRows.advance(tx, list.id(), read, met, faults);
        });
  }

  /** Both statements are kept once, with the first of the lines that were asked together. */
  private static Result outcome(Came came, int line) {
    return switch (came) {
      case Came.NotAsked(String reason) -> Result.notAsked(reason);
      case Came.Answer answer ->
          Asking.outcome(
              answer.met().get(line),
              line == 0 ? answer.statement() : null,
              line == 0 ? answer.answer() : null);
    };
  }

  @Override
  public Stream<Worker> workers() {
    return turns.workers();
  }

  @Override
  public void close() {
    lines.close();
    turns.close();
  }
}
