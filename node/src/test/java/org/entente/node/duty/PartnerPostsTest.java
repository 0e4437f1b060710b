package org.entente.node.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.duty.Chain;
import org.entente.duty.Layer;
import org.entente.duty.PersonId;
import org.entente.duty.Roster;
import org.entente.duty.Step;
import org.entente.duty.Way;
import org.entente.duty.Whom;
import org.entente.node.Authority;
import org.entente.node.TwoAuthorities;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.partners.Partner;
import org.entente.node.store.OnMixedDatabases;
import org.entente.seal.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A partner learns from a signed word whether a post reaches a person. */
@OnMixedDatabases
class PartnerPostsTest extends TwoAuthorities {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final List<String> called = new CopyOnWriteArrayList<>();
  private final HttpServer hook = hook(called);

  private static HttpServer hook(List<String> called) {
    try {
      HttpServer hook =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      hook.createContext(
          "/",
          exchange -> {
            called.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      return hook;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Outside outsideOfBelgrade() {
    mail.start();
    hook.start();
    return new Outside(
        Optional.of(
            new Outside.MailServer(
                "127.0.0.1", mail.getSmtp().getPort(), "", "", "entente@mup.example")),
        Optional.of(
            new Outside.Webhook(
                URI.create("http://127.0.0.1:" + hook.getAddress().getPort() + "/"),
                "a secret of the switchboard, long enough")),
        Optional.empty(),
        Optional.empty());
  }

  @AfterEach
  void gone() {
    mail.stop();
    hook.stop(0);
  }

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  private Partner belgradeAsPartner() {
    return baku.partners.find(belgrade.id).orElseThrow();
  }

  private Optional<PartnerPosts.Silent> heard() throws InterruptedException {
    baku.duty.partners().ask(belgradeAsPartner());
    return baku.duty.partners().silent(belgrade.id);
  }

  private static Officer account(Authority node) {
    NewOfficer wanted =
        new NewOfficer(
            "ana", "Somebody", EnumSet.of(Role.DESK), "en", "UTC", "amber bicycle in rain");
    if (node.officers.open(wanted, "node") instanceof Officers.Opened.Done opened) {
      return opened.officer();
    }
    throw new AssertionError("The account was not opened");
  }

  private static Step step(PersonId person, Way way) {
    return new Step(new Whom.Named(person), EnumSet.of(way), Duration.ofMinutes(5));
  }

  /** A post that is held by one person at all hours. */
  private static Officer planned(Authority node, Officer officer, Way... ways) {
    PersonId person = SharedBook.person(officer.id());
    Layer always =
        new Layer(
            List.of(person), LocalDate.of(2026, 1, 1), LocalTime.of(8, 0), 1, Optional.empty());
    List<Step> steps = Arrays.stream(ways).map(way -> step(person, way)).toList();
    done(
        node.duty
            .desk()
            .plan(
                node.supervisor,
                new DutyDesk.Plan(
                    "Desk",
                    Set.of(officer.id()),
                    new Roster(ZoneId.of("UTC"), List.of(always), List.of()),
                    new Chain(steps, Duration.ofMinutes(30)),
                    Duration.ZERO,
                    0,
                    "Somebody sits in front of it.")));
    return officer;
  }

  private void reached(Officer officer, Way way, String address, Supplier<String> codeThatCame) {
    done(belgrade.duty.ways().enter(officer, way, address));
    Matcher code = CODE.matcher(codeThatCame.get());
    assertThat(code.find()).isTrue();
    done(belgrade.duty.ways().verify(officer, way, code.group()));
    clock.pass(Duration.ofMinutes(2));
  }

  private String newestMail() {
    try {
      return mail.getReceivedMessages()[0].getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void audited(Authority node) throws InterruptedException {
    var _ = node.duty.see();
    var _ = node.duty.carry();
    var _ = node.duty.audit().look();
  }

  @Test
  void whereNoPostIsPlannedThePartnerIsToldThatNobodyIsWoken() throws Exception {
    assertThat(heard()).contains(new PartnerPosts.Silent(belgrade.id, Optional.empty()));
  }

  @Test
  void aPostThatReachesNobodyIsRedAtHomeAndSaidOnThePartnersBoardUntilItIsBack() throws Exception {
    Officer aysel = planned(baku, account(baku), Way.BROWSER);
    Officer ana = account(belgrade);
    reached(ana, Way.E_MAIL, "ana@mup.example", this::newestMail);
    reached(ana, Way.WEBHOOK, "ana", called::getLast);
    planned(belgrade, ana, Way.BROWSER, Way.E_MAIL, Way.WEBHOOK);
    audited(belgrade);
    assertThat(heard()).isEmpty();

    mail.stop();
    hook.stop(0);
    clock.pass(Duration.ofMinutes(6));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          audited(belgrade);
          clock.pass(Duration.ofMinutes(1));
          return !belgrade.duty.standing().well();
        });
    Instant since = belgrade.duty.audit().last().orElseThrow().since().orElseThrow();

    assertThat(heard()).contains(new PartnerPosts.Silent(belgrade.id, Optional.of(since)));
    assertThat(told(aysel))
        .containsExactly(new PartnerPosts.Silent(belgrade.id, Optional.of(since)));

    assertThat(belgrade.duty.pages().say(ana.id(), new OpenPages.Said("1a", true, true, List.of())))
        .isTrue();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          audited(belgrade);
          return belgrade.duty.standing().well();
        });
    clock.pass(Duration.ofSeconds(1));
    assertThat(heard()).isEmpty();
    assertThat(told(aysel)).isEmpty();
  }

  /** What the pages of the post in Baku, and its boards, are told of partners. */
  private List<PartnerPosts.Silent> told(Officer officer) {
    List<Word> words = new CopyOnWriteArrayList<>();
    Runnable ending =
        baku.duty
            .listening()
            .listen(
                officer.id(),
                new Listening.Listener() {
                  @Override
                  public boolean holds() {
                    return true;
                  }

                  @Override
                  public void hear(Listening.Heard heard) {
                    words.addAll(heard.words());
                  }

                  @Override
                  public void end() {}
                })
            .orElseThrow();
    await()
        .until(() -> {
          var _ = baku.duty.listening().tell();
          return !words.isEmpty();
        });
    ending.run();
    return words.getLast().silent();
  }

  @Test
  void anOldWordANoteOfAnotherAndGarbageChangeNothing() throws Exception {
    PartnerPosts posts = baku.duty.partners();
    PostStatement silent =
        new PostStatement(
            PostStatement.Standing.UNREACHED, Optional.of(Instant.parse("2026-12-01T02:11:00Z")));
    PostStatement reached = new PostStatement(PostStatement.Standing.REACHED, Optional.empty());
    Instant now = clock.instant();

    assertThat(posts.take(belgradeAsPartner(), signed(reached, now))).isTrue();
    assertThat(posts.take(belgradeAsPartner(), signed(silent, now.minusSeconds(60)))).isFalse();
    assertThat(posts.take(belgradeAsPartner(), signed(silent, now.plusSeconds(3_600)))).isFalse();
    assertThat(
            posts.take(
                belgradeAsPartner(),
                Statement.sign(silent.bytes(), PostStatement.PURPOSE, BAKU_KEYS, now)))
        .isFalse();
    assertThat(
            posts.take(
                belgradeAsPartner(),
                Statement.sign(silent.bytes(), "abilities", BELGRADE_KEYS, now)))
        .isFalse();
    assertThat(posts.take(belgradeAsPartner(), new byte[] {1, 2, 3})).isFalse();
    assertThat(posts.silent(belgrade.id)).isEmpty();

    assertThat(posts.take(belgradeAsPartner(), signed(silent, now.plusSeconds(1)))).isTrue();
    assertThat(posts.silent(belgrade.id)).isPresent();
    clock.pass(PartnerPosts.KEPT_FOR.plusSeconds(2));
    assertThat(posts.silent(belgrade.id)).isEmpty();
  }

  private static byte[] signed(PostStatement said, Instant at) {
    return Statement.sign(said.bytes(), PostStatement.PURPOSE, BELGRADE_KEYS, at);
  }
}
