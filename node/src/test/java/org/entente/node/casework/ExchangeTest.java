package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.OffenceArea;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.Progress;
import org.entente.ledger.Verification;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.delivery.Receipt;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** What two authorities can rely on when they exchange messages. */
@OnMixedDatabases
class ExchangeTest extends Correspondence {
  private static final int FILE_BYTES = 4 << 20;

  // The way of a request.

  @Test
  void aRequestTravelsIsAnsweredAndClosed() throws IOException {
    MessageId request = arrived();

    assertThat(stateOn(belgrade, request)).isEqualTo(CaseState.OPEN);
    assertThat(belgrade.message(request).orElseThrow().content()).isEqualTo(request());
    belgradeSends(request, reply(clock.instant()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.ANSWERED);
    bakuSends(request, new Content.Closure("The person was arrested in Baku."));

    assertThat(stateOn(baku, request)).isEqualTo(CaseState.CLOSED);
    assertThat(stateOn(belgrade, request)).isEqualTo(CaseState.CLOSED);
    assertThat(baku.view(caseOn(baku, request)).messages())
        .extracting(m -> m.content().kind())
        .containsExactly(ActKind.REQUEST, ActKind.REPLY, ActKind.CLOSURE);
    ledgersAreSound();
  }

  @Test
  void bothNodesHoldTheSameReceiptAndTheSameHash() {
    MessageId request = arrived();

    byte[] here = receiptOn(baku, request);
    byte[] there = receiptOn(belgrade, request);

    assertThat(here).isEqualTo(there);
    assertThat(baku.message(request).orElseThrow().bodyHash())
        .isEqualTo(belgrade.message(request).orElseThrow().bodyHash());
    assertThat(LedgerOf.text(baku.store)).contains(baku.message(request).orElseThrow().bodyHash());
    assertThat(LedgerOf.text(belgrade.store))
        .contains(baku.message(request).orElseThrow().bodyHash());
  }

  private static byte[] receiptOn(Authority node, MessageId message) {
    return node.store.read(tx -> node.receipts.signed(tx, message)).orElseThrow().statement();
  }

  private void ledgersAreSound() throws IOException {
    for (Authority node : List.of(baku, belgrade)) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      node.proofs.export(file, "node");
      assertThat(
              LedgerFileVerifier.verify(
                  new ByteArrayInputStream(file.toByteArray()), Progress.NONE))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  @Test
  void anUrgentRequestIsDueEightHoursAfterReceipt() {
    clock.pass(Duration.ofMinutes(1));
    Instant received = clock.instant();
    MessageId request = arrived();

    clock.pass(Duration.ofHours(1));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(deadlineOn(node, request).dueAt(clock.instant()))
          .isEqualTo(received.plus(Duration.ofHours(8)));
    }
  }

  @Test
  void theClockStandsStillForAClarification() {
    Instant received = clock.instant();
    MessageId request = arrived();
    clock.pass(Duration.ofHours(1));
    belgradeSends(request, new Content.Question("Which of the two passports?", List.of()));
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.CLARIFICATION);
    clock.pass(Duration.ofHours(2));
    bakuSends(request, new Content.Answer("The one issued in Gəncə.", List.of()));
    clock.pass(Duration.ofHours(1));

    for (Authority node : List.of(baku, belgrade)) {
      assertThat(stateOn(node, request)).isEqualTo(CaseState.OPEN);
      assertThat(deadlineOn(node, request).dueAt(clock.instant()))
          .isEqualTo(received.plus(Duration.ofHours(10)));
    }
    assertThat(deadlineOn(baku, request)).isEqualTo(deadlineOn(belgrade, request));
  }

  @Test
  void anAttachmentArrivesToTheByte() throws IOException {
    byte[] file = file(1);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);

    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);

    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }

  private static byte[] file(long seed) {
    byte[] file = new byte[FILE_BYTES];
    new Random(seed).nextBytes(file);
    return file;
  }

  private AttachmentId attach(MessageId draft, byte[] file) {
    done(
        baku.casework
            .attachments()
            .attach(baku.desk, draft, "exhibit.bin", new ByteArrayInputStream(file)));
    return baku.message(draft).orElseThrow().content().attachments().getFirst().id();
  }

  private static byte[] fileOn(Authority node, AttachmentId id) throws IOException {
    Attachments.Reading.Opened opened =
        (Attachments.Reading.Opened) node.casework.attachments().open(node.desk, id);
    try (var content = opened.content()) {
      return content.readAllBytes();
    }
  }

  // What is refused on arrival, as the sender's officers see it.

  @Test
  void aRequestUnderAnotherVersionOfTheAgreementIsRefused() {
    String same = new String(arrangement(), StandardCharsets.UTF_8);
    String other = same.replaceFirst("(?<=\"reviewMonths\"\\s{0,9}:\\s{0,9})6", "5");
    assertThat(other).isNotEqualTo(same);
    holds(belgrade, baku, other.getBytes(StandardCharsets.UTF_8));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);

    baku.send(request);

    refusedByBelgrade(request, "agreement-differs");
  }

  @Test
  void whatTheReceiverDoesNotPermitIsRefused() {
    UUID asking = UUID.randomUUID();
    baku.store.write(tx -> {
      baku.consents.asked(tx, asking, belgrade.id, baku.id, OffenceArea.COMPUTER_CRIME);
      baku.consents.granted(
          tx,
          asking,
          UUID.randomUUID(),
          belgrade.id,
          clock.instant().minusSeconds(60),
          clock.instant().plus(Duration.ofDays(30)));
      return 0;
    });
    MessageId request = drafted(OffenceArea.COMPUTER_CRIME);

    baku.send(request);

    refusedByBelgrade(request, "not-permitted");
  }

  private void refusedByBelgrade(MessageId request, String code) {
    awaitState(baku, request, MessageState.REFUSED_BY_PARTNER);
    Receipt receipt = baku.message(request).orElseThrow().receipt().orElseThrow();
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.REFUSED);
    assertThat(receipt.code()).isEqualTo(code);
    assertThat(stateOn(baku, request)).isEqualTo(CaseState.STOPPED);
    assertThat(belgrade.casework.cases().caseOf(request)).isEmpty();
    assertThat(LedgerOf.events(belgrade.store)).endsWith("arrival-refused");
  }

  @Test
  void aConsentThatBothHoldPermitsTheSameRequest() {
    MessageId asking =
        done(baku.casework
                .drafts()
                .askConsent(
                    baku.desk,
                    belgrade.id,
                    OffenceArea.COMPUTER_CRIME,
                    new Content.ConsentQuestion("Attacks on banks in both countries.")))
            .message();
    baku.send(asking);
    awaitState(baku, asking, MessageState.DELIVERED);
    Instant until = clock.instant().plus(Duration.ofDays(30));
    belgradeSends(asking, new Content.ConsentGrant("For the cases of this winter.", until));
    clock.pass(Duration.ofMinutes(1));

    MessageId request = drafted(OffenceArea.COMPUTER_CRIME);
    baku.send(request);

    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(baku.consents.all(Paged.FIRST).lines())
        .extracting(c -> c.until().orElseThrow())
        .containsExactly(until);
  }

  // Attachments on a bad line.

  @Test
  void anAttachmentChangedOnTheWayIsRefusedAndSentAgain() throws IOException {
    byte[] file = file(2);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);
    flipAByte(baku.blobs.kept(attachment.value()));

    baku.send(request);

    awaitFault(request, "attachment-changed");
    assertThat(belgrade.casework.cases().caseOf(request)).isEmpty();
    assertThat(belgrade.blobs.isKept(attachment.value())).isFalse();
    flipAByte(baku.blobs.kept(attachment.value()));
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }

  private static void flipAByte(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(FILE_BYTES / 2);
      int before = open.read();
      open.seek(FILE_BYTES / 2);
      open.write(before ^ 1);
    }
  }

  @Test
  void anAttachmentOnACutLineGoesOnFromWhereItWas() throws IOException {
    byte[] file = file(3);
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    AttachmentId attachment = attach(request, file);
    belgrade.line.cutAfter(FILE_BYTES / 2);

    baku.send(request);

    awaitFault(request, "line-cut");
    patiently().until(belgrade.line::quiet);
    long there = belgrade.blobs.arrivedBytes(attachment.value());
    assertThat(there).isBetween(FILE_BYTES / 4L, (long) FILE_BYTES / 2);
    belgrade.line.mend();
    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
    assertThat(belgrade.line.carriedBytes()).isLessThan(FILE_BYTES - there + (256 << 10));
    assertThat(fileOn(belgrade, attachment)).isEqualTo(file);
  }
}
