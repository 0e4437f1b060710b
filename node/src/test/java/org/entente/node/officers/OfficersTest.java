package org.entente.node.officers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.entente.node.LedgerOf;
import org.entente.node.SettableClock;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Database;
import org.entente.node.store.OnBothDatabases;
import org.entente.node.store.Store;
import org.entente.seal.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What accounts and sign-in promise on either database. */
@OnBothDatabases
class OfficersTest {
  private static final String PASSWORD = "amber bicycle under rain";
  private static final String WRONG = "amber bicycle under snow";
  private static final String HERE = "192.0.2.1";
  private static final Identity NODE =
      Identity.create("az.mia", "Ministry", InstantSource.system(), Duration.ofDays(30));

  private final SettableClock clock = new SettableClock();
  private Store store;
  private Officers officers;

  @Parameter private Database database = Database.SQLITE;
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    store = Store.open(database.fresh(folder), () -> {});
    officers =
        new Officers(
            store, new Journal(LedgerOf.signer(NODE), clock), clock, LightHashing.ARGON2ID);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static NewOfficer wanted(String login, String name, Role first, Role... more) {
    return new NewOfficer(login, name, EnumSet.of(first, more), "az", "Asia/Baku", PASSWORD);
  }

  private Officer opened(String login, String name, Role first, Role... more) {
    if (officers.open(wanted(login, name, first, more), "node")
        instanceof Officers.Opened.Done done) {
      return done.officer();
    }
    throw new AssertionError("The account was not opened");
  }

  private SignIn signIn(String login, String password) {
    return officers.signIn(login, password, HERE);
  }

  @Test
  void theRightPasswordLetsTheOfficerIn() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK, Role.APPROVER);

    assertThat(signIn("leyla", PASSWORD)).isEqualTo(new SignIn.Granted(leyla));
    assertThat(leyla.roles()).isEqualTo(Set.of(Role.DESK, Role.APPROVER));
    assertThat(leyla.zone()).isEqualTo(ZoneId.of("Asia/Baku"));
    assertThat(leyla.language()).isEqualTo(Locale.forLanguageTag("az"));
  }

  @Test
  void aLoginIsRecognisedHoweverItIsTyped() {
    Officer admin = opened("elcin", "Elçin", Role.ADMINISTRATOR);

    assertThat(signIn("  ELCIN ", PASSWORD)).isEqualTo(new SignIn.Granted(admin));
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginAreAnsweredAlike() {
    opened("leyla", "Leyla Qurbanova", Role.DESK);

    SignIn wrong = signIn("leyla", WRONG);
    SignIn unknown = signIn("nobody", PASSWORD);

    assertThat(wrong).isEqualTo(new SignIn.Denied());
    assertThat(unknown).isEqualTo(wrong);
  }

  @Test
  void whatCannotBeAPasswordIsDenied() {
    opened("leyla", "Leyla Qurbanova", Role.DESK);

    assertThat(signIn("leyla", "")).isEqualTo(new SignIn.Denied());
    assertThat(signIn("leyla", "x".repeat(100_000))).isEqualTo(new SignIn.Denied());
    assertThat(signIn("", "")).isEqualTo(new SignIn.Denied());
  }

  @Test
  void whatCannotBeALoginIsNeitherLookedForNorRemembered() {
    int entries = LedgerOf.events(store).size();
    for (int i = 0; i < 30; i++) {
      assertThat(signIn("x".repeat(5_000_000) + i, WRONG)).isEqualTo(new SignIn.Denied());
      assertThat(signIn("leyla\u0000" + i, WRONG)).isEqualTo(new SignIn.Denied());
    }

    assertThat(LedgerOf.events(store)).as("no entry each").hasSize(entries);
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);
    assertThat(signIn("leyla", PASSWORD)).isEqualTo(new SignIn.Granted(leyla));
  }

  /** Whoever comes first after a start makes what the others wait for; nobody waits for ever. */
  @Test
  void theFirstSignInsAfterAStartMayAllComeAtOnce() throws Exception {
    opened("leyla", "Leyla Qurbanova", Role.DESK);
    ThreadFactory daemons = Thread.ofPlatform().daemon().factory();
    ExecutorService threads = Executors.newCachedThreadPool(daemons);
    for (int start = 0; start < 20; start++) {
      Officers started =
          new Officers(
              store, new Journal(LedgerOf.signer(NODE), clock), clock, LightHashing.ARGON2ID);
      CyclicBarrier together = new CyclicBarrier(4);
      List<Future<SignIn>> all =
          threads.invokeAll(
              Collections.nCopies(
                  4,
                  () -> {
                    together.await();
                    return started.signIn("leyla", WRONG, HERE);
                  }),
              20,
              TimeUnit.SECONDS);
      assertThat(all).as("start %s", start).noneMatch(Future::isCancelled);
    }
    threads.shutdown();
  }

  @Test
  void twoHundredGuessesAtOnceAreFiveGuesses() throws Exception {
    opened("leyla", "Leyla Qurbanova", Role.DESK);
    CountDownLatch together = new CountDownLatch(1);
    List<Future<SignIn>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(60)) {
      for (int i = 0; i < 200; i++) {
        all.add(
            threads.submit(() -> {
              together.await();
              return signIn("leyla", WRONG);
            }));
      }
      together.countDown();
    }

    long looked = 0;
    for (var each : all) {
      looked += each.get() instanceof SignIn.Denied ? 1 : 0;
    }
    assertThat(looked).isEqualTo(5);
    assertThat(LedgerOf.events(store).stream().filter("sign-in-denied"::equals)).hasSize(5);
  }

  @Test
  void aShiftThatSignsInAtTheSameMomentComesIn() throws Exception {
    for (int i = 0; i < 20; i++) {
      opened("officer" + i, "Officer", Role.DESK);
    }
    List<Future<SignIn>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (int i = 0; i < 20; i++) {
        String login = "officer" + i;
        all.add(threads.submit(() -> signIn(login, PASSWORD)));
      }
    }

    for (var each : all) {
      assertThat(each.get()).isInstanceOf(SignIn.Granted.class);
    }
  }

  @Test
  void afterFiveWrongPasswordsTheRightOneWaitsToo() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("leyla", WRONG)).isEqualTo(new SignIn.Denied());
      clock.pass(Duration.ofMinutes(1));
    }

    assertThat(signIn("leyla", PASSWORD)).isEqualTo(new SignIn.Held(Duration.ofMinutes(10)));
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(signIn("leyla", PASSWORD)).isEqualTo(new SignIn.Granted(leyla));
  }

  @Test
  void anUnknownLoginIsHeldLikeAKnownOne() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("nobody", WRONG)).isEqualTo(new SignIn.Denied());
    }

    assertThat(signIn("nobody", WRONG)).isInstanceOf(SignIn.Held.class);
  }

  @Test
  void aHeldAttemptIsNotLookedAt() {
    opened("leyla", "Leyla Qurbanova", Role.DESK);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("leyla", WRONG)).isEqualTo(new SignIn.Denied());
    }
    int entries = LedgerOf.events(store).size();

    assertThat(signIn("leyla", WRONG)).isInstanceOf(SignIn.Held.class);

    assertThat(LedgerOf.events(store)).hasSize(entries);
  }

  @Test
  void aLoginIsGivenOnce() {
    Officer first = opened("leyla", "Leyla Qurbanova", Role.DESK);

    Officers.Opened second = officers.open(wanted("leyla", "Leyla Other", Role.APPROVER), "node");

    assertThat(second).isEqualTo(new Officers.Opened.Faulty("officer.fault.taken"));
    assertThat(officers.all()).containsExactly(first);
  }

  @Test
  void theLoginOfAClosedAccountIsNotGivenAgain() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);
    officers.close(leyla.id(), leyla.id());

    assertThat(officers.open(wanted("leyla", "Leyla Other", Role.DESK), "node"))
        .isEqualTo(new Officers.Opened.Faulty("officer.fault.taken"));
  }

  @Test
  void aFaultyAccountLeavesNoTrace() {
    Officers.Opened opened = officers.open(wanted("Leyla", "Leyla Qurbanova", Role.DESK), "node");

    assertThat(opened).isEqualTo(new Officers.Opened.Faulty("officer.fault.login"));
    assertThat(officers.all()).isEmpty();
    assertThat(LedgerOf.events(store)).isEmpty();
  }

  @Test
  void aClosedAccountLetsNobodyInAndKeepsItsNameForOldActs() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);

    assertThat(officers.close(leyla.id(), leyla.id())).isTrue();

    assertThat(signIn("leyla", PASSWORD)).isEqualTo(new SignIn.Denied());
    assertThat(officers.find(leyla.id())).isEmpty();
    assertThat(officers.all()).isEmpty();
    assertThat(officers.nameOf(leyla.id())).contains("Leyla Qurbanova");
  }

  @Test
  void anAccountIsClosedOnce() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);

    assertThat(officers.close(leyla.id(), leyla.id())).isTrue();
    assertThat(officers.close(leyla.id(), leyla.id())).isFalse();

    assertThat(LedgerOf.events(store)).containsExactly("account-opened", "account-closed");
  }

  @Test
  void theLastAdministratorStays() {
    Officer first = opened("elcin", "Elçin Səfərli", Role.ADMINISTRATOR);
    Officer second = opened("aysel", "Aysel", Role.DESK, Role.ADMINISTRATOR);
    Officer desk = opened("leyla", "Leyla Qurbanova", Role.DESK);

    assertThat(officers.close(first.id(), second.id())).isTrue();
    assertThat(officers.close(second.id(), second.id())).isFalse();
    assertThat(officers.close(desk.id(), second.id())).isTrue();

    assertThat(officers.all()).containsExactly(second);
    assertThat(signIn("aysel", PASSWORD)).isEqualTo(new SignIn.Granted(second));
  }

  @Test
  void languageAndZoneAreKeptAsChosen() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);

    officers.prefer(leyla.id(), Locale.forLanguageTag("sr-Latn"), ZoneId.of("Europe/Belgrade"));

    Optional<Officer> found = officers.find(leyla.id());
    assertThat(found.map(Officer::language)).contains(Locale.forLanguageTag("sr-Latn"));
    assertThat(found.map(Officer::zone)).contains(ZoneId.of("Europe/Belgrade"));
  }

  @Test
  void anAccountsEntriesCarryNeitherLoginNorName() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);
    assertThat(signIn("leyla", PASSWORD)).isInstanceOf(SignIn.Granted.class);
    assertThat(signIn("leyla", WRONG)).isInstanceOf(SignIn.Denied.class);
    officers.close(leyla.id(), leyla.id());

    assertThat(LedgerOf.events(store))
        .isEqualTo(List.of("account-opened", "sign-in", "sign-in-denied", "account-closed"));
    assertThat(LedgerOf.text(store))
        .contains(leyla.id().toString())
        .doesNotContainIgnoringCase("leyla")
        .doesNotContainIgnoringCase("qurbanova")
        .doesNotContain(HERE)
        .doesNotContain("amber");
  }

  @Test
  void aPasswordIsKeptAsArgon2idOnly() {
    officers =
        new Officers(store, new Journal(LedgerOf.signer(NODE), clock), clock, Officers.ARGON2ID);
    opened("leyla", "Leyla Qurbanova", Role.DESK);

    List<String> hashes =
        store.read(tx -> tx.sql("SELECT password_hash FROM officer").query(String.class).list());

    assertThat(hashes).singleElement().asString().startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    assertThat(hashes).noneMatch(h -> h.contains("amber"));
  }

  @Test
  void anAdministratorSeesWhenAnAccountWasUsedAndWhoKnowsItsPassword() {
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);
    Accounts accounts = accounts();
    assertThat(accounts.find(leyla.id()).orElseThrow().signedInAt()).isEmpty();
    assertThat(accounts.find(leyla.id()).orElseThrow().ownPassword()).isFalse();

    signIn("leyla", PASSWORD);
    assertThat(officers.changePassword(leyla, PASSWORD, "violet bicycle under sun", HERE))
        .isEmpty();

    Accounts.Account used = accounts.find(leyla.id()).orElseThrow();
    assertThat(used.signedInAt()).contains(clock.instant());
    assertThat(used.ownPassword()).isTrue();
    officers.resetPassword(leyla, PASSWORD, opened("admin", "Admin", Role.ADMINISTRATOR).id());
    assertThat(accounts.find(leyla.id()).orElseThrow().ownPassword()).isFalse();
  }

  @Test
  void otherRolesHoldFromTheNextClickAndTheLedgerNamesThem() {
    Officer admin = opened("admin", "Admin", Role.ADMINISTRATOR);
    Officer leyla = opened("leyla", "Leyla Qurbanova", Role.DESK);

    assertThat(accounts().changeRoles(leyla.id(), Set.of(Role.APPROVER, Role.ANALYST), admin.id()))
        .isEmpty();

    assertThat(officers.since(leyla.id(), clock.instant()).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.APPROVER, Role.ANALYST);
    assertThat(LedgerOf.events(store)).contains("roles-changed");
  }

  @Test
  void oneAdministratorStaysAndAnAccountHasARole() {
    Officer admin = opened("admin", "Admin", Role.ADMINISTRATOR);

    assertThat(accounts().changeRoles(admin.id(), Set.of(Role.DESK), admin.id()))
        .contains("officers.last-roles");
    assertThat(accounts().changeRoles(admin.id(), Set.of(), admin.id()))
        .contains("officer.fault.roles");
    opened("second", "Second", Role.ADMINISTRATOR);
    assertThat(accounts().changeRoles(admin.id(), Set.of(Role.DESK), admin.id())).isEmpty();
  }

  private Accounts accounts() {
    return new Accounts(store, new Journal(LedgerOf.signer(NODE), clock));
  }
}
