package org.entente.node.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.duty.Attempt;
import org.entente.duty.Chain;
import org.entente.duty.Layer;
import org.entente.duty.PersonId;
import org.entente.duty.Roster;
import org.entente.duty.Step;
import org.entente.duty.Way;
import org.entente.duty.Weakness;
import org.entente.duty.Whom;
import org.entente.node.Authority;
import org.entente.node.SettableClock;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.entente.seal.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A post at night on either database, with a real mail server, a real hook and a spool folder. */
@OnBothDatabases
class DutyTest {
  private static final Identity KEYS =
      Identity.create("rs.mup", "Ministry", InstantSource.system(), Duration.ofDays(30));
  private static final String SECRET = "a secret of the switchboard, long enough";
  private static final Pattern CODE = Pattern.compile("[0-9]{6}$");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T22:00:00Z"));
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<String> called = Collections.synchronizedList(new ArrayList<>());
  private HttpServer hook;
  private volatile int answer = 204;
  private Authority node;
  private Officer ana;
  private Officer bora;

  @Parameter private Database database = Database.SQLITE;
  @TempDir Path folder;
  private Path spool;

  @BeforeEach
  void open() throws Exception {
    mail.start();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String id = exchange.getRequestHeaders().getFirst("Entente-Id");
          String time = exchange.getRequestHeaders().getFirst("Entente-Time");
          boolean signed =
              WebhookOutlet.signature(SECRET, id, time, body)
                  .equals(exchange.getRequestHeaders().getFirst("Entente-Signature"));
          boolean now = Math.abs(Long.parseLong(time) - clock.instant().getEpochSecond()) < 300;
          called.add(body);
          exchange.sendResponseHeaders(signed && now ? answer : 401, -1);
          exchange.close();
        });
    hook.start();
    spool = Files.createDirectory(folder.resolve("spool"));
    Outside outside =
        new Outside(
            Optional.of(
                new Outside.MailServer(
                    "127.0.0.1", mail.getSmtp().getPort(), "", "", "entente@mup.example")),
            Optional.of(
                new Outside.Webhook(
                    URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + "/"), SECRET)),
            Optional.of(spool),
            Optional.empty());
    node = new Authority(KEYS, database.fresh(folder), folder, clock, List.of(), true, outside);
    ana = officer("ana", "sr-Latn");
    bora = officer("bora", "en");
  }

  @AfterEach
  void close() throws IOException {
    node.close();
    mail.stop();
    hook.stop(0);
  }

  private Officer officer(String login, String language) {
    NewOfficer wanted =
        new NewOfficer(
            login, "Somebody", EnumSet.of(Role.DESK), language, "UTC", "amber bicycle in rain");
    if (node.officers.open(wanted, "node") instanceof Officers.Opened.Done opened) {
      return opened.officer();
    }
    throw new AssertionError("The account was not opened");
  }

  private static PersonId person(Officer officer) {
    return SharedBook.person(officer.id());
  }

  private void verified(Officer officer, Way way, String address) throws Exception {
    done(node.duty.ways().enter(officer, way, address));
    done(node.duty.ways().verify(officer, way, codeThatCame(way)));
    clock.pass(Duration.ofMinutes(2));
  }

  private String codeThatCame(Way way) throws Exception {
    String said =
        switch (way) {
          case E_MAIL -> newest().getSubject();
          case WEBHOOK -> called.getLast().replace("\"}", "");
          case SMS -> texts().getLast();
          case BROWSER -> "";
        };
    Matcher code = CODE.matcher(said.strip());
    assertThat(code.find()).as(said).isTrue();
    return code.group();
  }

  private MimeMessage newest() {
    MimeMessage[] all = mail.getReceivedMessages();
    return all[all.length - 1];
  }

  private List<String> texts() throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.toList()) {
        assertThat(file.toString()).doesNotEndWith(".LOCK");
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static Step step(Whom whom, Way way, int minutes) {
    return new Step(whom, EnumSet.of(way), Duration.ofMinutes(minutes));
  }

  /** Ana has every watch and an e-mail, Bora a webhook; nobody is planned from 22:10 on. */
  private DutyDesk.Plan plan(Optional<Layer.Hours> hours, Step... steps) {
    Layer layer =
        new Layer(List.of(person(ana)), LocalDate.of(2026, 1, 1), LocalTime.of(8, 0), 1, hours);
    return new DutyDesk.Plan(
        "Desk",
        Set.of(ana.id(), bora.id()),
        new Roster(ZoneId.of("UTC"), List.of(layer), List.of()),
        new Chain(List.of(steps), Duration.ofMinutes(30)),
        Duration.ZERO,
        0,
        "");
  }

  private static final Optional<Layer.Hours> BY_DAY =
      Optional.of(
          new Layer.Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(21, 0)));

  /** A post that nobody holds at this hour, which is a sign that it rings about. */
  private void gapPlanned() throws Exception {
    verified(ana, Way.E_MAIL, "ana@mup.example");
    verified(bora, Way.WEBHOOK, "bora");
    DutyDesk.Plan plan =
        plan(
            BY_DAY,
            step(new Whom.Named(person(ana)), Way.E_MAIL, 5),
            step(new Whom.Named(person(bora)), Way.WEBHOOK, 5));
    done(node.duty.desk().plan(node.supervisor, withRisk(plan, "The second shift begins in May.")));
    called.clear();
    mail.purgeEmailFromAllMailboxes();
  }

  private static DutyDesk.Plan withRisk(DutyDesk.Plan plan, String risk) {
    return new DutyDesk.Plan(
        plan.title(),
        plan.members(),
        plan.roster(),
        plan.chain(),
        plan.acceptWithin(),
        plan.version(),
        risk);
  }

  private AlarmView alarm() {
    List<AlarmView> open = node.duty.desk().alarms(ana, false);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private void rounds(Duty duty) {
    var _ = duty.see();
    var _ = duty.carry();
    settled();
  }

  private void settled() {
    await()
        .until(() ->
            node.store.read(AlarmRows::unsettled).stream()
                .noneMatch(a -> a.state() instanceof Attempt.Sending));
  }

  private Tried.State state(int attempt) {
    return alarm().tried().get(attempt).state();
  }

  @Test
  void anAlarmThatNobodyAcknowledgesClimbsFromAnEMailToAWebhook() throws Exception {
    gapPlanned();

    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.SENT);
    assertThat(newest().getSubject()).isEqualTo("Hitno: jedan predmet ceka na cvoru rs.mup.");
    assertThat(newest().getAllRecipients()[0]).hasToString("ana@mup.example");

    clock.pass(Duration.ofMinutes(5));
    rounds(node.duty);
    await().until(() -> alarm().tried().size() == 2 && state(1) == Tried.State.DELIVERED);

    assertThat(called).singleElement().asString().contains("one matter waits").contains("bora");
    assertThat(alarm().step()).isEqualTo(2);
    assertThat(alarm().nobodyLeft()).isFalse();
  }

  @Test
  void whenNobodyIsLeftItSaysSoAndRepeatsToTheWholePost() throws Exception {
    gapPlanned();
    for (int i = 0; i < 3; i++) {
      rounds(node.duty);
      clock.pass(Duration.ofMinutes(5));
    }
    // By mail and by webhook as before, and both of them by a page that they may have open.
    await().until(() -> alarm().tried().size() == 6);

    assertThat(alarm().nobodyLeft()).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(node.duty.audit().look().well()).isFalse();
    assertThat(node.duty.standing().well()).isFalse();
  }

  @Test
  void acknowledgingCallsOffWhatWasNotSentAndDecaysWithoutWork() throws Exception {
    gapPlanned();
    var _ = node.duty.see();
    node.store.write(tx -> AlarmRows.open(tx).size());
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.SENT);

    done(node.duty.desk().acknowledge(ana, alarm().id()));

    assertThat(alarm().state()).isEqualTo(AlarmView.State.ACKNOWLEDGED);
    assertThat(state(0)).isEqualTo(Tried.State.READ);
    clock.pass(Duration.ofMinutes(29));
    rounds(node.duty);
    assertThat(alarm().tried()).hasSize(1);

    clock.pass(Duration.ofMinutes(1));
    rounds(node.duty);
    assertThat(alarm().state()).isEqualTo(AlarmView.State.RINGING);
    await().until(() -> alarm().tried().size() == 2);
  }

  @Test
  void takenUpItRingsNoMoreAndEndsWithItsSign() throws Exception {
    gapPlanned();
    rounds(node.duty);

    done(node.duty.desk().takeUp(bora, alarm().id()));
    clock.pass(Duration.ofHours(3));
    rounds(node.duty);
    assertThat(alarm().state()).isEqualTo(AlarmView.State.TAKEN_UP);

    done(node.duty.desk().takeOver(bora));
    rounds(node.duty);
    assertThat(node.duty.desk().alarms(ana, false)).isEmpty();
    assertThat(node.duty.desk().alarms(ana, true).getFirst().state())
        .isEqualTo(AlarmView.State.ENDED);
    assertThat(
            node.duty.desk().acknowledge(ana, node.duty.desk().alarms(ana, true).getFirst().id()))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    clock.pass(Audit.KEPT.plusSeconds(1));
    node.store.provenTime().holdAgainst(clock);
    node.store.provenTime().confirm();
    assertThat(node.duty.audit().look().well()).isTrue();
    assertThat(node.duty.desk().alarms(ana, true)).isEmpty();
  }

  /** Ana is reached by her page first, then Bora by a webhook. */
  private void pagePlanned() throws Exception {
    verified(bora, Way.WEBHOOK, "bora");
    DutyDesk.Plan plan =
        plan(
            BY_DAY,
            step(new Whom.Named(person(ana)), Way.BROWSER, 5),
            step(new Whom.Named(person(bora)), Way.WEBHOOK, 5));
    done(node.duty.desk().plan(node.supervisor, withRisk(plan, "Ana sits in front of it.")));
    called.clear();
  }

  private void says(boolean armed, UUID... rang) {
    assertThat(
            node.duty.pages().say(ana.id(), new OpenPages.Said("1a", armed, true, List.of(rang))))
        .isTrue();
  }

  private List<UUID> calls() {
    return node.store.read(AlarmRows::calls).getOrDefault(ana.id(), Set.of()).stream()
        .map(Listening.Call::attempt)
        .toList();
  }

  @Test
  void aPageHasReachedItsOfficerOnlyOnceItSaysThatItRings() throws Exception {
    pagePlanned();
    says(true);
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.SENT);
    UUID call = calls().getFirst();

    says(false, call);
    assertThat(state(0)).isEqualTo(Tried.State.SENT);
    assertThat(node.duty.pages().say(bora.id(), new OpenPages.Said("2", true, true, List.of(call))))
        .isTrue();
    assertThat(state(0)).isEqualTo(Tried.State.SENT);
    says(true, call);

    assertThat(state(0)).isEqualTo(Tried.State.DELIVERED);
    clock.pass(Duration.ofMinutes(1));
    rounds(node.duty);
    assertThat(called).isEmpty();
    done(node.duty.desk().acknowledge(ana, alarm().id()));
    assertThat(calls()).isEmpty();
  }

  @Test
  void aPageThatDoesNotRingFailsAndTheNextStepFollows() throws Exception {
    pagePlanned();
    says(true);
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.SENT);

    clock.pass(OpenPages.CONFIRMS_WITHIN.plusSeconds(1));
    rounds(node.duty);
    rounds(node.duty);

    assertThat(state(0)).isEqualTo(Tried.State.FAILED);
    assertThat(alarm().tried().getFirst().reason()).contains("no-page-confirmed");
    await().until(() -> called.size() == 1);
  }

  @Test
  void whereNoPageWouldBeHeardTheNextStepFollowsAtOnceAndThatItselfRings() throws Exception {
    pagePlanned();
    says(false);
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.FAILED);
    assertThat(alarm().tried().getFirst().reason()).contains("no-armed-page");
    rounds(node.duty);
    await().until(() -> called.size() == 1);

    clock.pass(OpenPages.NONE_AFTER.plusSeconds(1));
    rounds(node.duty);
    assertThat(kinds()).containsExactly(AlarmKind.NO_WATCH, AlarmKind.NO_ARMED_PAGE);
    says(true);
    rounds(node.duty);
    assertThat(kinds()).containsExactly(AlarmKind.NO_WATCH);
  }

  private List<AlarmKind> kinds() {
    return node.duty.desk().alarms(ana, false).stream().map(AlarmView::kind).toList();
  }

  @Test
  void aPageIsToldAtOnceWhatChangedAndHearsNothingOnceItMayNot() throws Exception {
    pagePlanned();
    List<Listening.Heard> heard = new CopyOnWriteArrayList<>();
    AtomicBoolean may = new AtomicBoolean(true);
    AtomicBoolean ended = new AtomicBoolean();
    var listener =
        new Listening.Listener() {
          @Override
          public boolean holds() {
            return may.get();
          }

          @Override
          public void hear(Listening.Heard word) {
            heard.add(word);
          }

          @Override
          public void end() {
            ended.set(true);
          }
        };
    var _ = node.duty.listening().listen(ana.id(), listener).orElseThrow();

    var _ = node.duty.listening().tell();
    await().until(() -> heard.size() == 1);
    assertThat(heard.getFirst().words().getFirst().watched()).isFalse();
    var _ = node.duty.listening().tell();
    rounds(node.duty);
    var _ = node.duty.listening().tell();
    await().until(() -> heard.getLast().words().getFirst().ringing().size() == 1);
    assertThat(heard).hasSize(2);
    int before = heard.size();
    may.set(false);
    for (int i = 0; i < 10; i++) {
      var _ = node.duty.listening().tell();
    }

    await().untilTrue(ended);
    assertThat(heard).hasSize(before);
  }

  /** A page that reads nothing until it is let. */
  private static final class Deaf implements Listening.Listener {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch reads;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Deaf(CountDownLatch reads) {
      this.reads = reads;
    }

    @Override
    public boolean holds() {
      return true;
    }

    @Override
    public void hear(Listening.Heard word) throws IOException {
      told.countDown();
      try {
        reads.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public void end() {
      ended.set(true);
    }
  }

  @Test
  void pagesThatReadNothingKeepNoOtherFromHearingAndAreBoundedForEachAccount() throws Exception {
    pagePlanned();
    Listening listening = node.duty.listening();
    CountDownLatch reads = new CountDownLatch(1);
    List<Deaf> deaf = new ArrayList<>();
    for (int i = 0; i < 2 * Listening.LISTENERS_EACH; i++) {
      Deaf page = new Deaf(reads);
      deaf.add(page);
      assertThat(listening.listen(ana.id(), page)).isPresent();
      var _ = listening.tell();
      assertThat(page.told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(listening.listen(ana.id(), new Deaf(reads))).isEmpty();
    Deaf other = new Deaf(reads);
    assertThat(listening.listen(bora.id(), other)).isPresent();
    var _ = listening.tell();
    assertThat(other.told.await(10, TimeUnit.SECONDS)).isTrue();

    reads.countDown();
    await()
        .until(() ->
            deaf.stream().filter(page -> page.ended.get()).count() == Listening.LISTENERS_EACH);
    assertThat(listening.listen(ana.id(), new Deaf(reads))).isPresent();
  }

  @Test
  void aBoardReadsItsPostUntilItIsRevoked() throws Exception {
    pagePlanned();
    assertThat(node.duty.boards().make(ana, DutyDesk.DESK, "Room 1"))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    Boards.Made made = done(node.duty.boards().make(node.supervisor, DutyDesk.DESK, "Room 1"));

    assertThat(made.toString()).doesNotContain(made.token());
    DutyBoard board = node.duty.boards().signedIn(made.token()).orElseThrow();
    assertThat(node.duty.boards().signedIn(made.token() + "x")).isEmpty();
    assertThat(node.duty.boards().say(board, new OpenPages.Said("b", true, true, List.of())))
        .isTrue();
    assertThat(node.store.<Boolean>read(tx -> OpenPages.armed(tx, DutyDesk.DESK, clock.instant())))
        .isTrue();

    done(node.duty.boards().revoke(node.supervisor, board.id()));
    assertThat(node.duty.boards().signedIn(made.token())).isEmpty();
    assertThat(node.store.<Boolean>read(tx -> OpenPages.armed(tx, DutyDesk.DESK, clock.instant())))
        .isFalse();
  }

  /** Ana holds the post for the night, and who begins a watch has ten minutes to accept it. */
  private void watchesHandedOver() throws Exception {
    verified(bora, Way.WEBHOOK, "bora");
    DutyDesk.Plan always =
        plan(Optional.empty(), step(new Whom.Named(person(bora)), Way.WEBHOOK, 5));
    Layer byDay =
        new Layer(List.of(person(bora)), LocalDate.of(2026, 1, 1), LocalTime.of(8, 0), 1, BY_DAY);
    done(
        node.duty
            .desk()
            .plan(
                node.supervisor,
                new DutyDesk.Plan(
                    "Desk",
                    always.members(),
                    new Roster(
                        ZoneId.of("UTC"),
                        List.of(always.roster().layers().getFirst(), byDay),
                        List.of()),
                    always.chain(),
                    Duration.ofMinutes(10),
                    0,
                    "Ana has her page alone.")));
  }

  @Test
  void aWatchThatNobodyAcceptsRingsUntilSomebodyDoesWithOrWithoutASignature() throws Exception {
    watchesHandedOver();
    HandOvers overs = node.duty.handOvers();
    rounds(node.duty);
    assertThat(kinds()).isEmpty();
    clock.pass(Duration.ofMinutes(11));
    rounds(node.duty);
    assertThat(kinds()).containsExactly(AlarmKind.WATCH_NOT_ACCEPTED);
    done(overs.accept(ana, DutyDesk.DESK, Optional.empty()));
    rounds(node.duty);
    assertThat(kinds()).isEmpty();

    clock.pass(Duration.ofHours(8)); // It is morning, and Bora's watch.
    rounds(node.duty);
    assertThat(kinds()).containsExactly(AlarmKind.WATCH_NOT_ACCEPTED);
    done(overs.sign(ana, DutyDesk.DESK, "Baku calls back at nine."));
    HandOver waiting = overs.waiting(bora, DutyDesk.DESK).orElseThrow();
    assertThat(waiting.page().orElseThrow().note()).isEqualTo("Baku calls back at nine.");
    assertThat(waiting.page().orElseThrow().alarms()).hasSize(1);
    assertThat(overs.accept(ana, DutyDesk.DESK, Optional.of(waiting.id())))
        .isEqualTo(Outcome.refused(Usual.SAME_PERSON));
    assertThat(overs.accept(bora, DutyDesk.DESK, Optional.empty()))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    assertThat(overs.accept(node.supervisor, DutyDesk.DESK, Optional.of(waiting.id())))
        .isEqualTo(Outcome.refused(DutyRefusal.NOT_A_MEMBER));
    done(overs.accept(bora, DutyDesk.DESK, Optional.of(waiting.id())));

    rounds(node.duty);
    assertThat(kinds()).isEmpty();
    assertThat(overs.waiting(bora, DutyDesk.DESK)).isEmpty();
    assertThat(overs.of(bora, DutyDesk.DESK).getFirst().accepted().orElseThrow().by())
        .isEqualTo(bora.id());
    clock.pass(Audit.KEPT.plusSeconds(1));
    node.store.provenTime().holdAgainst(clock);
    node.store.provenTime().confirm();
    var _ = node.duty.audit().look();
    assertThat(overs.of(bora, DutyDesk.DESK)).isEmpty();
  }

  @Test
  void twoReplicasRaiseOneAlarmAndMakeEachAttemptOnce() throws Exception {
    gapPlanned();
    try (Duty other = node.anotherDuty()) {
      var _ = node.duty.see();
      var _ = other.see();
      var _ = node.duty.carry();
      var _ = other.carry();
      settled();
      await().until(() -> state(0) == Tried.State.SENT);
      // The other begins to watch: it repeats the step once, because nobody knows how it was.
      int attempts = alarm().tried().size();
      for (int i = 0; i < 3; i++) {
        rounds(node.duty);
        rounds(other);
      }

      assertThat(alarm().tried()).hasSize(attempts);
      await().until(() -> mail.getReceivedMessages().length == attempts);
    }
  }

  @Test
  void aStepThatFailsByEveryAttemptIsNotWaitedFor() throws Exception {
    gapPlanned();
    answer = 404;
    node.duty.ways().remove(ana, Way.E_MAIL);
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.FAILED);
    assertThat(alarm().tried().getFirst().reason()).contains("answered-404");

    rounds(node.duty);

    assertThat(alarm().nobodyLeft()).isTrue();
  }

  @Test
  void aClockThatRanBackwardsSilencesNothing() throws Exception {
    gapPlanned();
    rounds(node.duty);
    await().until(() -> state(0) == Tried.State.SENT);

    clock.pass(Duration.ofMinutes(-30));
    rounds(node.duty);

    assertThat(alarm().tried()).hasSize(2);
    assertThat(alarm().nextAt().orElseThrow())
        .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void aMailServerThatIsGoneIsTriedAgainAndThenTheNextStepFollows() throws Exception {
    gapPlanned();
    mail.stop();
    for (int i = 0; i < 12; i++) {
      rounds(node.duty);
      clock.pass(Duration.ofSeconds(6));
    }
    await().until(() -> state(0) == Tried.State.FAILED);
    assertThat(alarm().tried().getFirst().reason()).contains("server-silent");
    rounds(node.duty);

    await().until(() -> alarm().tried().stream().anyMatch(t -> t.way() == Way.WEBHOOK));
  }

  @Test
  void whatIsDangerousIsSavedOnlyWithAReason() throws Exception {
    verified(ana, Way.SMS, "+381 60 1234567");
    DutyDesk.Plan plan = plan(BY_DAY, step(new Whom.OnWatch(), Way.SMS, 5));

    assertThat(node.duty.desk().weaknesses(plan).getFirst())
        .isInstanceOf(Weakness.WakesNobody.class);
    assertThat(node.duty.desk().plan(node.supervisor, plan))
        .isEqualTo(Outcome.refused(DutyRefusal.DANGEROUS));
    assertThat(node.duty.desk().plan(ana, withRisk(plan, "No")))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));

    done(node.duty.desk().plan(node.supervisor, withRisk(plan, "Summer; the neighbours answer.")));
    assertThat(node.duty.desk().post(ana).orElseThrow().riskTaken()).startsWith("Summer");
    assertThat(node.duty.desk().plan(node.supervisor, withRisk(plan, "Again")))
        .isEqualTo(Outcome.refused(DutyRefusal.PLAN_CHANGED));
  }

  @Test
  void aWayCountsOnlyAfterItsCodeCameBack() throws Exception {
    done(node.duty.ways().enter(ana, Way.SMS, "+381 60 1234567"));
    assertThat(texts()).singleElement().asString().startsWith("To: 381601234567\n");
    String right = codeThatCame(Way.SMS);
    String wrong = right.equals("000000") ? "000001" : "000000";

    for (int i = 0; i < OwnWays.TRIES_MOST; i++) {
      assertThat(node.duty.ways().verify(ana, Way.SMS, wrong))
          .isEqualTo(Outcome.refused(DutyRefusal.CODE_WRONG));
    }
    assertThat(node.duty.ways().verify(ana, Way.SMS, right))
        .isEqualTo(Outcome.refused(DutyRefusal.CODE_SPENT));
    assertThat(node.duty.ways().of(ana).getFirst().verified()).isFalse();
    for (String broken :
        List.of("", "12", "a@b@c", "ana@mup.example\r\nBcc: x@y.z", "+0123456789")) {
      for (Way way : node.duty.ways().offered()) {
        if (way != Way.WEBHOOK || broken.isEmpty()) {
          assertThat(node.duty.ways().enter(bora, way, broken))
              .isEqualTo(Outcome.refused(DutyRefusal.ADDRESS_UNREADABLE));
        }
      }
    }
  }

  @Test
  void whoseAccountIsClosedIsReachedNoMore() throws Exception {
    gapPlanned();

    node.officers.close(ana.id(), node.administrator.id());

    List<WayRows.Row> left = node.store.read(tx -> WayRows.of(tx, ana.id()));
    assertThat(left).isEmpty();
    assertThat(node.duty.desk().post(bora).orElseThrow().members()).containsExactly(bora.id());
  }

  @Test
  void aServerThatIsNotOnThisMachineIsSpokenToOnlyEncrypted() {
    var far =
        MailOutlet.properties(new Outside.MailServer("mail.mup.example", 587, "u", "p", "a@b.c"));

    assertThat(far)
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
        .containsEntry("mail.smtp.auth", "true");
  }
}
