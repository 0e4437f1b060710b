package org.entente.node.countersigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.entente.agreement.OffenceArea;
import org.entente.ledger.Checkpoint;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.CosignatureVerifier;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LogKeys;
import org.entente.ledger.MerkleTree;
import org.entente.ledger.Parsed;
import org.entente.ledger.Progress;
import org.entente.ledger.ProofFile;
import org.entente.ledger.SignedCheckpoint;
import org.entente.ledger.TwoHeads;
import org.entente.ledger.Verification;
import org.entente.ledger.WitnessRequest;
import org.entente.node.Authority;
import org.entente.node.LedgerOf;
import org.entente.node.Tampering;
import org.entente.node.act.Usual;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.delivery.LostMessages.Lost;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.store.KeyForgotten;
import org.entente.node.store.OnMixedDatabases;
import org.entente.node.store.Paged;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.Identity;
import org.junit.jupiter.api.Test;

/** What two authorities can rely on about each other's ledgers. */
@OnMixedDatabases
class CountersigningTest extends Correspondence {
  private static final String REASON = "The partner's court ordered the change; both spoke.";

  // Countersigners.

  @Test
  void afterAnExchangeEachHasCountersignedTheOthersLedger() throws Exception {
    arrived();

    compare();

    for (Authority node : List.of(baku, belgrade)) {
      Witnessing with = standing(node);
      assertThat(with.countersigned()).isEqualTo(size(node));
      assertThat(with.behind()).isZero();
      assertThat(with.refusal()).isEmpty();
      assertThat(with.stop()).isEmpty();
    }
    assertThat(standing(baku).seen()).isEqualTo(size(belgrade));
  }

  @Test
  void theProofOfAnEntryCarriesThePartnersCountersignature() throws Exception {
    MessageId request = arrived();
    compare();

    for (ProofFile proof : baku.proofs.proofsOf(request.toString())) {
      ProofFile read = ProofFile.parse(proof.bytes()).orThrow();
      assertThat(read.verify(keys(baku, belgrade), 1).isProven()).isTrue();
    }
  }

  @Test
  void nobodyHasToAskForIt() throws Exception {
    baku.witnesses.start();
    belgrade.witnesses.start();

    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    patiently()
        .until(() -> {
          clock.pass(Duration.ofSeconds(1)); // What was tried in vain is tried again.
          return baku.state(request) == MessageState.DELIVERED;
        });

    patiently().until(() -> standing(baku).behind() == 0 && standing(belgrade).behind() == 0);
    assertThat(standing(baku).countersigned()).isEqualTo(size(baku));
  }

  @Test
  void theWholeLedgerIsTakenOutWithItsCountersignature() throws Exception {
    arrived();
    compare();
    baku.witnesses.start();
    ByteArrayOutputStream file = new ByteArrayOutputStream();

    baku.proofs.export(file, baku.supervisor.id().toString());

    assertThat(
            LedgerFileVerifier.verify(
                new ByteArrayInputStream(file.toByteArray()), keys(baku, belgrade), Progress.NONE))
        .isInstanceOfSatisfying(
            Verification.Sound.class,
            sound -> assertThat(sound.witnesses()).containsExactly("rs.mup/witness"));
  }

  @Test
  void countersigningWritesNoEntriesSoTwoNodesComeToRest() throws Exception {
    arrived();
    compare();
    long before = size(baku) + size(belgrade);

    compare();
    compare();

    assertThat(size(baku) + size(belgrade)).isEqualTo(before);
  }

  @Test
  void aCountersignatureByAnotherKeyIsNotKept() throws Exception {
    compare();
    long held = standing(baku).countersigned();
    CosignatureVerifier another =
        new CosignatureVerifier("rs.mup/witness", BAKU_KEYS.witnessPublicKey());
    baku.store.write(
        tx -> tx.sql("UPDATE witness_key SET vkey = :vkey").param("vkey", another.vkey()).update());
    arrived();

    compare();

    assertThat(standing(baku).refusal()).contains("cosignature-wrong");
    assertThat(standing(baku).countersigned()).isEqualTo(held);
    assertThat(LedgerOf.events(baku.store)).endsWith("countersignature-refused");
  }

  @Test
  void aStaleRequestLearnsFromWhereToProve() throws Exception {
    arrived();
    compare();
    belgrade.store.write(tx -> {
      OwnHeads.known(tx, baku.id, 1);
      return true;
    });
    arrived();

    compare();

    assertThat(standing(belgrade).behind()).isZero();
    assertThat(standing(baku).stop()).isEmpty();
  }

  @Test
  void brokenRequestsAreRefusedAndChangeNothing() throws Exception {
    compare();
    try (WitnessClient client = client(BELGRADE_KEYS)) {
      for (String body :
          List.of("", "old 1", "old 0\n\nx", good(belgrade).replace("old ", "old 0"))) {
        WitnessClient.Reply reply = post(client, body);
        assertThat(reply.status()).isEqualTo(400);
      }
      SignedCheckpoint foreign =
          SignedCheckpoint.sign(
              new Checkpoint("az.mia/ledger", 3, MerkleTree.leafHash(new byte[0])),
              LedgerOf.signer(BAKU_KEYS));
      assertThat(post(client, new WitnessRequest(0, List.of(), foreign).encode()).status())
          .isEqualTo(403);
    }
    assertThat(standing(baku).stop()).isEmpty();
  }

  private String good(Authority node) {
    return node.store.read(
        tx -> new WitnessRequest(0, List.of(), node.journal.checkpoint(tx)).encode());
  }

  // A past that was changed.

  @Test
  void aChangedEntryIsFound() throws Exception {
    changedIsFound(entries -> {
      entries.set(1, aSecondLater(entries.get(1)));
      return entries;
    });
  }

  private static LedgerEntry aSecondLater(LedgerEntry entry) {
    return new LedgerEntry(
        entry.index(),
        entry.id(),
        entry.time().plusSeconds(1),
        entry.access(),
        entry.event(),
        entry.actor(),
        entry.references(),
        entry.content());
  }

  @Test
  void aGapIsFound() throws Exception {
    changedIsFound(entries -> {
      entries.remove(1);
      return entries;
    });
  }

  @Test
  void reorderedEntriesAreFound() throws Exception {
    changedIsFound(entries -> {
      Collections.swap(entries, 0, 1);
      return entries;
    });
  }

  private void changedIsFound(UnaryOperator<List<LedgerEntry>> change) throws Exception {
    arrived();
    compare();
    Hash before = root(belgrade);
    SignedCheckpoint seen =
        baku.store.read(tx -> PartnerLogs.head(tx, belgrade.id)).orElseThrow().note();
    Tampering.rewrite(belgrade.store, change);
    assertThat(root(belgrade)).isNotEqualTo(before);
    entry(belgrade);
    entry(belgrade);

    ask(belgrade);

    LogStop stop = stopOn(baku);
    assertThat(stop.code()).isIn(LogStop.FORKED, LogStop.NOT_CONTINUED);
    assertThat(stop.heads().earlier().checkpoint()).isEqualTo(seen.checkpoint());
    assertThat(stop.heads().judge(log(belgrade))).isNotInstanceOf(TwoHeads.Finding.Nothing.class);
    assertThat(LedgerOf.events(baku.store)).endsWith("log-stopped");
    assertThat(standing(belgrade).refusal()).contains(stop.code());
    assertThat(stopOn(belgrade).code()).isEqualTo(LogStop.OWN_DIFFERS);
  }

  @Test
  void twoHeadsOfOneSizeAreAForkThatAThirdPersonCanCheck() throws Exception {
    compare();
    fork();

    LogStop stop = stopOn(baku);
    assertThat(stop.code()).isEqualTo(LogStop.FORKED);
    String file = baku.witnesses.file(stop.id()).orElseThrow();
    TwoHeads heads = TwoHeads.parse(file.substring(0, file.indexOf("statement "))).orThrow();
    assertThat(heads.judge(log(belgrade))).isEqualTo(new TwoHeads.Finding.Forked());
    assertThat(heads.earlier().cosignedBy(witness(baku))).isPresent();
  }

  @Test
  void aForkThatGrewIsProvenByItsOwnProof() throws Exception {
    while (Long.bitCount(size(belgrade)) == 1) {
      entry(belgrade);
    }
    compare();
    Tampering.rewrite(
        belgrade.store,
        entries -> {
          Collections.swap(entries, 0, 1);
          return entries;
        });
    entry(belgrade);
    ask(belgrade);

    assertThat(stopOn(baku).heads().judge(log(belgrade))).isEqualTo(new TwoHeads.Finding.Forked());
  }

  @Test
  void aLogThatWasRolledBackIsFoundOnceAllOldRequestsMustHaveArrived() throws Exception {
    arrived();
    compare();
    String smaller =
        belgrade.store.read(tx ->
            new WitnessRequest(0, List.of(), LedgerOf.head(belgrade.journal, tx, 2)).encode());

    try (WitnessClient client = client(BELGRADE_KEYS)) {
      assertThat(post(client, smaller).status()).isEqualTo(409);
      assertThat(post(client, smaller).status()).isEqualTo(409);
      assertThat(standing(baku).stop()).isEmpty();
      clock.pass(HeadComparison.ON_ITS_WAY.plusSeconds(1));
      WitnessClient.Reply reply = post(client, smaller);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("log-rolled-back");
    }

    assertThat(stopOn(baku).code()).isEqualTo(LogStop.ROLLED_BACK);
  }

  @Test
  void aReceiptFromALogThatWasRolledBackIsNotTaken() throws Exception {
    arrived();
    compare();
    Tampering.rewrite(belgrade.store, entries -> entries.subList(0, 1));
    clock.pass(Duration.ofSeconds(1));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);

    baku.send(request);

    awaitFault(request, LogStop.ROLLED_BACK);
    assertThat(stopOn(baku).code()).isEqualTo(LogStop.ROLLED_BACK);
    assertThat(baku.state(request)).isNotEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aHeadInAReceiptThatIsNotOfTheSameLogIsFoundAtTheNextRound() throws Exception {
    compare();
    long seen = standing(baku).seen();
    SignedCheckpoint forged =
        SignedCheckpoint.sign(
            new Checkpoint("rs.mup/ledger", 1, MerkleTree.leafHash(new byte[] {9})),
            LedgerOf.signer(BELGRADE_KEYS));
    baku.store.write(tx -> {
      PartnerLogs.pend(tx, belgrade.id, forged, clock.instant());
      return true;
    });

    ask(baku);

    LogStop stop = stopOn(baku);
    assertThat(stop.partner()).isEqualTo(belgrade.id);
    assertThat(stop.heads().earlier().checkpoint().size()).isEqualTo(seen);
    assertThat(stop.heads().later().checkpoint()).isEqualTo(forged.checkpoint());
    assertThat(stop.heads().judge(log(belgrade))).isNotInstanceOf(TwoHeads.Finding.Nothing.class);
    assertThat(standing(baku).stop()).isPresent();
  }

  @Test
  void aHeadInAReceiptThatIsOfTheSameLogStopsNothing() throws Exception {
    compare();
    SignedCheckpoint early = belgrade.store.read(tx -> LedgerOf.head(belgrade.journal, tx, 1));
    baku.store.write(tx -> {
      PartnerLogs.pend(tx, belgrade.id, early, clock.instant());
      return true;
    });

    ask(baku);

    assertThat(standing(baku).stop()).isEmpty();
    List<PartnerLogs.Pending> left = baku.store.read(tx -> PartnerLogs.pending(tx, belgrade.id));
    assertThat(left).isEmpty();
  }

  @Test
  void aNodeThatStartsLooksBeforeItSendsAndStopsByItself() throws Exception {
    arrived();
    compare();
    Tampering.rewrite(
        belgrade.store,
        entries -> {
          Collections.swap(entries, 0, 1);
          return entries;
        });

    belgrade.restarted().askEveryone();

    assertThat(stopOn(belgrade).code()).isEqualTo(LogStop.OWN_DIFFERS);
    assertThat(baku.witnesses.stops(Paged.FIRST).lines()).isEmpty();
  }

  // The stop.

  @Test
  void theStopBlocksBothDirectionsUntilTwoPersonsLiftIt() throws Exception {
    MessageId before = arrived();
    compare();
    fork();

    MessageId out = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(out);
    awaitFault(out, LogStop.FORKED);
    MessageId in = belgrade.answer(caseOn(belgrade, before), reply(clock.instant()));
    patiently()
        .until(
            () -> belgrade.message(in).orElseThrow().fault().equals(Optional.of(LogStop.FORKED)));
    assertThat(baku.message(in)).isEmpty();

    UUID stop = stopOn(baku).id();
    LogStopLifting lifting = baku.witnesses.lifting();
    refused(lifting.ask(baku.desk, stop, REASON), Usual.ROLE_MISSING);
    refused(lifting.ask(baku.supervisor, stop, " "), Usual.REASON_MISSING);
    refused(lifting.confirm(baku.approver, stop), Usual.WRONG_STATE);
    done(lifting.ask(baku.supervisor, stop, REASON));
    refused(lifting.confirm(baku.supervisor, stop), Usual.SAME_PERSON);
    assertThat(standing(baku).stop()).contains(LogStop.FORKED);
    done(lifting.confirm(baku.approver, stop));
    refused(lifting.confirm(baku.approver, stop), Usual.WRONG_STATE);

    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, out, MessageState.DELIVERED);
    awaitState(belgrade, in, MessageState.DELIVERED);
    compare();
    assertThat(standing(belgrade).behind()).isZero();
    assertThat(lifting.reason(stop)).contains(REASON);
    assertThat(baku.witnesses.file(stop)).isPresent();
    assertThat(LedgerOf.text(baku.store)).doesNotContain("court");
    assertThat(LedgerOf.events(baku.store)).contains("log-stop-lifting-asked", "log-stop-lifted");
  }

  @Test
  void whoAsksAgainReplacesTheReasonForGoodAndNobodyReplacesThatOfALiftedStop() throws Exception {
    compare();
    fork();
    UUID stop = stopOn(baku).id();
    LogStopLifting lifting = baku.witnesses.lifting();
    done(lifting.ask(baku.supervisor, stop, "They telephoned."));
    Locked first = baku.store.read(tx -> LogStopRows.reason(tx, stop)).orElseThrow();
    Vault vault = new Vault(BAKU_KEYS.masterKey(), baku.store);
    assertThat(vault.unlock(first, "log-stop/" + stop)).isNotNull();

    done(lifting.ask(baku.supervisor, stop, REASON));

    assertThatThrownBy(() -> vault.unlock(first, "log-stop/" + stop))
        .isInstanceOf(KeyForgotten.class);
    assertThat(lifting.reason(stop)).contains(REASON);
    done(lifting.confirm(baku.approver, stop));
    refused(lifting.ask(baku.supervisor, stop, "Once more."), Usual.WRONG_STATE);
    assertThat(lifting.reason(stop)).contains(REASON);
  }

  // A backup.

  @Test
  void aRestoredNodeStopsAndGoesOnOnlyWithANewLogThatThePartnerAccepts() throws Exception {
    MessageId kept = arrived();
    compare();
    Tampering.Backup yesterday = Tampering.backup(belgrade.store);
    MessageId lost = arrived();
    MessageId sent = informed();
    compare();
    long held = size(belgrade);

    yesterday.restore(belgrade.store);
    ask(belgrade);

    LogStop own = stopOn(belgrade);
    assertThat(own.code()).isEqualTo(LogStop.OWN_BEHIND);
    assertThat(own.heads().earlier().checkpoint().size()).isEqualTo(held);
    MessageId answer = belgrade.answer(caseOn(belgrade, kept), reply(clock.instant()));
    patiently()
        .until(() ->
            belgrade.message(answer).orElseThrow().fault().equals(Optional.of(LogStop.OWN_BEHIND)));
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    baku.send(request);
    awaitFault(request, "partner-log-behind");

    done(belgrade.witnesses.lifting().ask(belgrade.administrator, own.id(), "Disk failed."));
    refused(
        belgrade.witnesses.lifting().confirm(belgrade.administrator, own.id()), Usual.ROLE_MISSING);
    done(belgrade.witnesses.lifting().confirm(belgrade.supervisor, own.id()));
    assertThat(belgrade.proofs.checkpoint().checkpoint().origin()).isEqualTo("rs.mup/ledger/2");
    assertThat(LedgerOf.events(belgrade.store)).first().isEqualTo("log-continued");
    assertThat(LedgerOf.text(belgrade.store)).contains("ref earlier-size " + held);

    ask(belgrade);
    LogStop there = stopOn(baku);
    assertThat(there.code()).isEqualTo(LogStop.BEGUN_ANEW);
    assertThat(there.origin()).contains("rs.mup/ledger/2");
    done(baku.witnesses.lifting().ask(baku.supervisor, there.id(), "They telephoned."));
    done(baku.witnesses.lifting().confirm(baku.approver, there.id()));

    clock.pass(Duration.ofMinutes(2));
    awaitState(baku, request, MessageState.DELIVERED);
    awaitState(belgrade, answer, MessageState.DELIVERED);
    compare();
    assertThat(standing(belgrade).behind()).isZero();
    assertThat(standing(belgrade).countersigned()).isEqualTo(size(belgrade));
    assertThat(baku.witnesses.file(there.id())).isPresent();
    long former =
        belgrade.store.read(
            tx -> tx.sql("SELECT COUNT(*) FROM former_entry").query(Long.class).single());
    assertThat(former).isPositive();
    soundUnderItsNewName(belgrade);
    theLostAreNamed(lost, sent);
  }

  /** An own information of Belgrade that has reached Baku. */
  private MessageId informed() throws Exception {
    MessageId own =
        done(belgrade
                .casework
                .drafts()
                .request(belgrade.desk, baku.id, terms(OffenceArea.DRUG_TRAFFICKING), request()))
            .message();
    belgrade.send(own);
    awaitState(belgrade, own, MessageState.DELIVERED);
    return own;
  }

  private void theLostAreNamed(MessageId arrived, MessageId sent) {
    belgrade.lost.start();
    patiently()
        .until(
            () -> belgrade.lost.comparisons().stream().anyMatch(c -> c.finishedAt().isPresent()));
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines())
        .extracting(Lost::id, Lost::ours)
        .containsExactlyInAnyOrder(tuple(arrived, false), tuple(sent, true));
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines())
        .allSatisfy(each -> assertThat(each.reference()).matches("(RS|AZ)-2026-0.*"));

    refused(belgrade.lost.settle(belgrade.approver, arrived), Usual.ROLE_MISSING);
    done(belgrade.lost.settle(belgrade.desk, arrived));
    refused(belgrade.lost.settle(belgrade.desk, arrived), Usual.WRONG_STATE);
    refused(belgrade.lost.settle(belgrade.desk, MessageId.next()), Usual.NOT_FOUND);
    assertThat(belgrade.lost.unsettled()).isEqualTo(1);
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).lines())
        .first()
        .extracting(Lost::id)
        .isEqualTo(sent);
    assertThat(LedgerOf.events(belgrade.store)).contains("receipts-compared", "loss-settled");

    refused(belgrade.lost.compare(belgrade.desk), Usual.ROLE_MISSING);
    done(belgrade.lost.compare(belgrade.administrator));
    patiently()
        .until(
            () -> belgrade.lost.comparisons().stream().allMatch(c -> c.finishedAt().isPresent()));
    assertThat(belgrade.lost.page(belgrade.desk, Paged.FIRST).total()).isEqualTo(2);
  }

  private static void soundUnderItsNewName(Authority node) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    node.proofs.export(file, "node");
    assertThat(
            LedgerFileVerifier.verify(
                new ByteArrayInputStream(file.toByteArray()),
                LogKeys.of(node.proofs.log()),
                Progress.NONE))
        .isInstanceOf(Verification.Sound.class);
  }

  @Test
  void noPartnerCanMakeANodeStopByClaimingMoreThanItSigned() throws Exception {
    compare();
    baku.store.write(tx -> {
      SignedCheckpoint invented =
          SignedCheckpoint.sign(
              new Checkpoint("rs.mup/ledger", 900, MerkleTree.leafHash(new byte[0])),
              LedgerOf.signer(Identities.STRANGER, "rs.mup/ledger"));
      PartnerLogs.keep(tx, belgrade.id, invented, clock.instant());
      return true;
    });
    entry(belgrade);

    ask(belgrade);

    assertThat(belgrade.witnesses.stops(Paged.FIRST).lines()).isEmpty();
    assertThat(standing(belgrade).behind()).isPositive();
  }

  /** An identity nobody pinned. */
  private static final class Identities {
    static final Identity STRANGER =
        Identity.create("xx.any", "Nobody", InstantSource.system(), VALIDITY);
  }

  // What the tests do.

  private void compare() throws InterruptedException {
    ask(baku);
    ask(belgrade);
  }

  private static void ask(Authority node) throws InterruptedException {
    node.witnesses.askEveryone();
  }

  private static void entry(Authority node) {
    node.store.write(tx ->
        node.journal.append(
            tx, Event.SIGN_IN, node.desk.id().toString(), Map.of("way", "password")));
  }

  /** Belgrade shows Baku another log of the same size. */
  private void fork() throws InterruptedException {
    long size = standing(baku).seen();
    SignedCheckpoint forked =
        SignedCheckpoint.sign(
            new Checkpoint("rs.mup/ledger", size, MerkleTree.leafHash(new byte[] {1})),
            LedgerOf.signer(BELGRADE_KEYS));
    try (WitnessClient client = client(BELGRADE_KEYS)) {
      WitnessClient.Reply reply =
          post(client, new WitnessRequest(size, List.of(), forked).encode());
      assertThat(reply.status()).isEqualTo(403);
      assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("log-forked");
    }
  }

  private WitnessClient client(Identity own) {
    return new WitnessClient(own, belgrade.partners.find(baku.id).orElseThrow());
  }

  private static WitnessClient.Reply post(WitnessClient client, String body)
      throws InterruptedException {
    return client.post("/v1/checkpoint", body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static Witnessing standing(Authority node) {
    return node.witnesses.table().getFirst();
  }

  private static LogStop stopOn(Authority node) {
    return node.witnesses.stops(Paged.FIRST).lines().stream()
        .filter(LogStop::open)
        .findFirst()
        .orElseThrow();
  }

  private static Hash root(Authority node) {
    return node.store.read(node.journal::checkpoint).checkpoint().root();
  }

  private static long size(Authority node) {
    return node.store.read(node.journal::size);
  }

  private static CheckpointVerifier log(Authority node) {
    return new CheckpointVerifier(
        node.id.value() + "/ledger", node.identity.card().checkpointPublicKey());
  }

  private static CosignatureVerifier witness(Authority node) {
    return new CosignatureVerifier(node.id.value() + "/witness", node.identity.witnessPublicKey());
  }

  /** The keys as a third person has them: the log's from a card, the witness's from a statement. */
  private static LogKeys keys(Authority log, Authority witness) {
    byte[] statement = log.witnesses.keyOf(witness.id).orElseThrow();
    CosignatureVerifier key =
        LedgerRounds.WitnessStatement.read(statement, witness.identity.card()).orElseThrow();
    assertThat(key).isEqualTo(witness(witness));
    assertThat(CosignatureVerifier.parse(key.vkey())).isInstanceOf(Parsed.Read.class);
    return new LogKeys(log(log), List.of(key));
  }
}
