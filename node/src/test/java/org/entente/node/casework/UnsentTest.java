package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer typed and has not sent is there again, for that officer alone. */
@OnMixedDatabases
class UnsentTest extends Correspondence {
  private static final String PLACE = "/requests/new";
  private static final Map<String, List<String>> FIELDS =
      Map.of("facts", List.of("Eleven kilograms were seized at the border."));

  private Unsent unsent;

  @BeforeEach
  void open() {
    unsent = baku.unsent;
  }

  private Unsent.Saved save(OfficerId by, Unsent.Copy copy, String place, String text) {
    return unsent.save(by, copy, place, place, Map.of("text", List.of(text)));
  }

  private static Unsent.Copy copy(Unsent.Saved saved) {
    return switch (saved) {
      case Unsent.Saved.Done done -> done.copy();
      case Unsent.Saved.Beside beside -> beside.copy();
      case Unsent.Saved.TooLong tooLong -> throw new AssertionError("too long");
    };
  }

  private UUID kept() {
    return copy(unsent.save(baku.desk.id(), Unsent.Copy.fresh(), PLACE, PLACE, FIELDS)).writing();
  }

  private String text(OfficerId officer, UUID id) {
    return unsent
        .open(officer, id)
        .orElseThrow()
        .fields()
        .getOrDefault("text", List.of(""))
        .getFirst();
  }

  @Test
  void whatWasTypedIsThereAgainForItsOfficerAlone() {
    UUID id = kept();

    assertThat(unsent.open(baku.desk.id(), id).orElseThrow().fields()).isEqualTo(FIELDS);
    assertThat(unsent.of(baku.desk.id())).extracting(Unsent.Line::id).containsExactly(id);
    assertThat(unsent.open(baku.approver.id(), id)).isEmpty();
    assertThat(unsent.of(baku.approver.id())).isEmpty();
  }

  @Test
  void nothingOfItLiesInTheDatabaseInClear() {
    UUID id = kept();

    byte[] sealed =
        baku.store.read(tx ->
            tx.sql("SELECT sealed_content FROM unsent WHERE id = :id")
                .param("id", id.toString())
                .query((rs, n) -> rs.getBytes("sealed_content"))
                .single());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("kilograms");
  }

  @Test
  void aFormIsKeptOnceHoweverOftenItIsSavedAndGoneOnceItWasTaken() {
    Unsent.Copy first = copy(save(baku.desk.id(), Unsent.Copy.fresh(), PLACE, "one"));
    Unsent.Copy second = copy(save(baku.desk.id(), first, PLACE, "two"));

    assertThat(second).isEqualTo(new Unsent.Copy(first.writing(), 2));
    assertThat(text(baku.desk.id(), first.writing())).isEqualTo("two");
    unsent.taken(baku.approver.id(), first.writing(), PLACE);
    assertThat(unsent.of(baku.desk.id())).as("not another officer's to end").hasSize(1);
    unsent.taken(baku.desk.id(), first.writing(), "/consents/new");
    assertThat(unsent.of(baku.desk.id())).as("another form of the page").hasSize(1);
    unsent.taken(baku.desk.id(), first.writing(), PLACE);
    assertThat(unsent.of(baku.desk.id())).isEmpty();
  }

  /**
   * Tabs, copies of tabs and a colleague, in random order: no text ever replaces another unseen.
   */
  @Test
  void noTabEverOverwritesWhatAnotherSaved() {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      String place = "/cases/" + UUID.randomUUID() + "/messages#reply";
      List<Unsent.Copy> tabs = new ArrayList<>();
      Map<UUID, String> model = new HashMap<>();
      for (int step = 0; step < 25; step++) {
        int tab = tabs.isEmpty() ? 0 : random.nextInt(tabs.size() + 1);
        if (tab == tabs.size()) {
          boolean duplicated = !tabs.isEmpty() && random.nextBoolean();
          tabs.add(duplicated ? tabs.get(random.nextInt(tab)) : Unsent.Copy.fresh());
        }
        Unsent.Copy before = tabs.get(tab);
        String typed = "text " + seed + "/" + step;
        boolean known = model.containsKey(before.writing());
        Unsent.Saved saved = save(baku.desk.id(), before, place, typed);
        Unsent.Copy after = copy(saved);
        if (saved instanceof Unsent.Saved.Beside beside) {
          assertThat(known).isTrue();
          assertThat(model).doesNotContainKey(after.writing()).containsKey(beside.other());
        }
        tabs.set(tab, after);
        model.put(after.writing(), typed);
        model.forEach((id, text) -> assertThat(text(baku.desk.id(), id)).as(text).isEqualTo(text));
      }
      assertThat(unsent.of(baku.desk.id())).hasSize(model.size());
      model.keySet().forEach(id -> unsent.discard(baku.desk.id(), id));
    }
  }

  @Test
  void aColleagueSeesWhoIsDraftingSinceWhenAndTakesOver() {
    MessageId request = arrivedAtBaku();
    CaseId file = caseOn(baku, request);
    String place = "/cases/" + file + "/messages#reply";
    Unsent.Copy copy = copy(save(baku.approver.id(), Unsent.Copy.fresh(), place, "half a reply"));
    clock.pass(Duration.ofMinutes(2));
    copy = copy(save(baku.approver.id(), copy, place, "half a reply, and more"));

    List<Unsent.Line> beside = unsent.beside(baku.desk.id(), List.of(file.toString()));
    assertThat(beside).hasSize(1);
    assertThat(beside.getFirst().officer()).isEqualTo(baku.approver.id());
    assertThat(beside.getFirst().at()).isEqualTo(beside.getFirst().since().plusSeconds(120));
    assertThat(beside.getFirst().present(clock.instant())).isTrue();
    assertThat(unsent.beside(baku.approver.id(), List.of(file.toString()))).isEmpty();
    clock.pass(Unsent.PRESENT);
    assertThat(beside.getFirst().present(clock.instant())).isFalse();

    assertThat(unsent.takeOver(baku.supervisor, copy.writing()))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(unsent.takeOver(baku.desk, copy.writing())).isInstanceOf(Outcome.Done.class);
    assertThat(text(baku.desk.id(), copy.writing())).isEqualTo("half a reply, and more");
    assertThat(save(baku.approver.id(), copy, place, "what I type on"))
        .isInstanceOfSatisfying(
            Unsent.Saved.Beside.class,
            saved -> {
              assertThat(saved.otherBy()).isEqualTo(baku.desk.id());
              assertThat(text(baku.approver.id(), saved.copy().writing()))
                  .isEqualTo("what I type on");
            });
    assertThat(text(baku.desk.id(), copy.writing())).isEqualTo("half a reply, and more");
  }

  private MessageId arrivedAtBaku() {
    return drafted(OffenceArea.DRUG_TRAFFICKING);
  }

  @Test
  void whatIsNoDraftIsSeenAndTakenByNobodyElse() {
    UUID matter = UUID.randomUUID();
    Unsent.Copy note =
        copy(
            save(
                baku.approver.id(),
                Unsent.Copy.fresh(),
                "/messages/" + matter + "/return",
                "Say which court."));

    assertThat(unsent.beside(baku.desk.id(), List.of(matter.toString()))).isEmpty();
    assertThat(unsent.takeOver(baku.desk, note.writing()))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
  }

  @Test
  void itIsBoundedInLengthNumberAndAge() {
    Map<String, List<String>> endless = Map.of("facts", List.of("x".repeat(Unsent.MOST_BYTES)));
    assertThat(unsent.save(baku.desk.id(), Unsent.Copy.fresh(), PLACE, PLACE, endless))
        .isInstanceOf(Unsent.Saved.TooLong.class);
    for (int i : IntStream.range(0, Unsent.MOST_EACH + 5).toArray()) {
      clock.pass(Duration.ofSeconds(1));
      save(baku.desk.id(), Unsent.Copy.fresh(), PLACE + i, "text");
    }
    assertThat(unsent.of(baku.desk.id())).hasSize(Unsent.MOST_EACH);

    clock.pass(Unsent.KEPT.plusSeconds(1));
    assertThat(unsent.of(baku.desk.id())).isEmpty();
    unsent.clear();
    assertThat(rows()).isZero();
  }

  private long rows() {
    return baku.store.read(tx -> tx.sql("SELECT COUNT(*) FROM unsent").query(Long.class).single());
  }

  @Test
  void itGoesWithTheAccountOfItsOfficerAndWithTheContentOfItsCase() {
    MessageId request = arrivedAtBaku();
    CaseId file = caseOn(baku, request);
    save(baku.desk.id(), Unsent.Copy.fresh(), "/cases/" + file + "/messages#reply", "a reply");
    save(baku.desk.id(), Unsent.Copy.fresh(), "/messages/" + request + "/notices#x", "a notice");
    save(baku.desk.id(), Unsent.Copy.fresh(), PLACE, "a request");
    OfficerId leyla = opened("leyla");
    save(leyla, Unsent.Copy.fresh(), PLACE, "another request");

    baku.store.write(tx -> baku.casework.erasure().erase(tx, file, clock.instant()));
    assertThat(unsent.of(baku.desk.id())).extracting(Unsent.Line::place).containsExactly(PLACE);

    assertThat(baku.officers.close(leyla, baku.administrator.id())).isTrue();
    assertThat(rows()).isEqualTo(1);
    assertThat(unsent.of(baku.desk.id())).hasSize(1);
  }

  private OfficerId opened(String login) {
    NewOfficer wanted =
        new NewOfficer(
            login, "Somebody", Set.of(Role.DESK), "en", "UTC", "amber bicycle under rain");
    return baku.officers.open(wanted, "node") instanceof Officers.Opened.Done done
        ? done.officer().id()
        : baku.desk.id();
  }

  @Test
  void aFormOfASessionThatEndedFindsItsOfficerForADay() {
    unsent.owned(baku.desk.id(), "a-token");

    assertThat(unsent.owner("a-token")).contains(baku.desk.id());
    assertThat(unsent.owner("another")).isEmpty();
    clock.pass(Duration.ofHours(25));
    assertThat(unsent.owner("a-token")).isEmpty();
  }
}
