package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.delivery.Abilities;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.delivery.Receipt;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.seal.Identity;
import org.entente.seal.Statement;
import org.junit.jupiter.api.Test;

/** Families of mail that the delivery has never heard of. */
@OnMixedDatabases
class NewFamilyTest extends TwoAuthorities {
  private Postcards postcards = new Postcards("postcard");
  private Postcards telegrams = new Postcards("telegram");
  private Postcards arriving = new Postcards("postcard");

  @Override
  protected List<? extends Mail<?>> moreMailOfBaku() {
    postcards = new Postcards("postcard", "summer", "winter");
    telegrams = new Postcards("telegram", "short");
    return List.of(postcards, telegrams);
  }

  @Override
  protected List<? extends Mail<?>> moreMailOfBelgrade() {
    arriving = new Postcards("postcard", "summer");
    return List.of(arriving);
  }

  @Override
  protected void beforeTheyStart() {
    bothHold(arrangement());
  }

  private Receipt receiptOf(Postcards family, MessageId id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> family.receipts.containsKey(id));
    return Objects.requireNonNull(family.receipts.get(id));
  }

  private long waiting() {
    return baku.store.read(tx -> baku.outbox.waiting(tx));
  }

  @Test
  void aMessageOfANewFamilyIsDeliveredAndReceipted() {
    MessageId id = postcards.write(baku, belgrade.id, "summer", clock.instant());

    assertThat(receiptOf(postcards, id).verdict()).isEqualTo(Receipt.Verdict.ACCEPTED);
    assertThat(arriving.kept).containsOnlyKeys(id);
    assertThat(arriving.settled).hasValue(1);
    assertThat(waiting()).isZero();
  }

  @Test
  void aFamilyThatThePartnerDoesNotKnowIsRefusedInAReceiptAndSettled() {
    MessageId id = telegrams.write(baku, belgrade.id, "short", clock.instant());

    assertThat(receiptOf(telegrams, id).code()).isEqualTo("kind-not-supported");
    assertThat(waiting()).isZero();
  }

  @Test
  void aKindThatThePartnerDoesNotKnowIsRefusedInAReceiptAndSettled() {
    MessageId id = postcards.write(baku, belgrade.id, "winter", clock.instant());

    assertThat(receiptOf(postcards, id).code()).isEqualTo("kind-not-supported");
    assertThat(arriving.kept).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void aDefectWhileJudgingIsNotToldAsAMalformedHeaderAndTheMessageWaits() {
    arriving.breaksWith(new IllegalArgumentException("A defect of this node"));
    MessageId id = postcards.write(baku, belgrade.id, "summer", clock.instant());

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> baku.store.read(tx -> baku.outbox.fault(tx, id)).isPresent());

    Optional<String> told = baku.store.read(tx -> baku.outbox.fault(tx, id));
    assertThat(told).hasValueSatisfying(code -> assertThat(code).isNotEqualTo("header-malformed"));
    assertThat(waiting()).isEqualTo(1);
  }

  // What the nodes tell each other beforehand.

  private PartnersAbilities.Held listOfBelgrade() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          baku.witnesses.askEveryone();
          return baku.abilities.of(belgrade.id).isPresent();
        });
    return baku.abilities.of(belgrade.id).orElseThrow();
  }

  @Test
  void aNodeLearnsWhatThePartnersNodeUnderstands() {
    PartnersAbilities.Held held = listOfBelgrade();

    assertThat(held.fetchedAt()).isEqualTo(clock.instant());
    assertThat(baku.abilities.knows(belgrade.id, "kind", "request")).isTrue();
    assertThat(baku.abilities.knows(belgrade.id, "postcard", "summer")).isTrue();
    assertThat(baku.abilities.knows(belgrade.id, "postcard", "winter")).isFalse();
    assertThat(baku.abilities.knows(belgrade.id, "telegram", "short")).isFalse();
    assertThat(belgrade.abilities.knows(baku.id, "telegram", "short")).isFalse();
  }

  @Test
  void theTimeOfAnUnchangedListIsRenewedOnceADay() {
    Instant first = listOfBelgrade().fetchedAt();
    clock.pass(Duration.ofHours(23));
    Instant sameDay = listOfBelgrade().fetchedAt();
    clock.pass(Duration.ofHours(2));

    assertThat(sameDay).isEqualTo(first);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listOfBelgrade().fetchedAt().equals(clock.instant()));
  }

  @Test
  void aPartnerWithoutAListUnderstandsWhatTheVersionBeforeListsUnderstood() {
    AuthorityId old = new AuthorityId("ge.mia");

    assertThat(baku.abilities.knows(old, "kind", "request")).isTrue();
    assertThat(baku.abilities.knows(old, "notice", "recall")).isTrue();
    assertThat(baku.abilities.knows(old, "postcard", "summer")).isFalse();
  }

  private PartnersAbilities.Taken answers(String list, Identity signer, Instant at) {
    byte[] statement =
        Statement.sign(list.getBytes(StandardCharsets.UTF_8), "abilities", signer, at);
    return baku.abilities.take(baku.partners.find(belgrade.id).orElseThrow(), statement);
  }

  @Test
  void aListThatIsOldForgedOrBrokenChangesNothing() {
    Abilities before = listOfBelgrade().abilities();
    Instant now = clock.instant();
    String none = "{\"version\":1,\"mail\":[]}";

    assertThat(answers(none, BELGRADE_KEYS, now.minus(Duration.ofHours(1))))
        .isEqualTo(PartnersAbilities.Taken.STALE);
    assertThat(answers(none, BELGRADE_KEYS, now.plus(Duration.ofHours(1))))
        .isEqualTo(PartnersAbilities.Taken.STALE);
    assertThat(answers(none, BAKU_KEYS, now)).isEqualTo(PartnersAbilities.Taken.NOT_SIGNED);
    assertThat(answers("{}", BELGRADE_KEYS, now)).isEqualTo(PartnersAbilities.Taken.MALFORMED);
    assertThat(answers("{\"version\":2}", BELGRADE_KEYS, now))
        .isEqualTo(PartnersAbilities.Taken.NOT_SUPPORTED);
    assertThat(listOfBelgrade().abilities()).isEqualTo(before);

    assertThat(answers(none, BELGRADE_KEYS, now.plus(Duration.ofMinutes(1))))
        .isEqualTo(PartnersAbilities.Taken.KEPT);
    assertThat(baku.abilities.knows(belgrade.id, "kind", "request")).isFalse();
  }
}
