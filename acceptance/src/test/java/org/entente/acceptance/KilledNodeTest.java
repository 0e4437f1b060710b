package org.entente.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entente.command.Demonstration.City;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.Progress;
import org.entente.ledger.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A node is ended with SIGKILL at each step of a delivery: one message, one receipt, no gap. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNodeTest {
  private static final long SEED = System.nanoTime();

  /** One for each node; another run takes other moments. */
  private static final int RANDOM_ROUNDS = 2;

  private static final int LATEST_MILLIS = 400;

  private TwoNodes nodes;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    nodes = new TwoNodes(folder, TwoNodes.BRIEF);
  }

  @AfterAll
  void stop() throws IOException {
    nodes.close();
  }

  @AfterEach
  void openTheLine() {
    nodes.toBelgrade.set(Line.Mode.OPEN);
  }

  @Test
  void senderKilledBeforeItSends() throws IOException, InterruptedException {
    nodes.toBelgrade.set(Line.Mode.CLOSED);
    TwoNodes.Sent sent = nodes.release("Killed before sending, so nothing has left yet.");

    nodes.kill(City.BAKU);
    nodes.restart(City.BAKU);
    assertThat(nodes.inBelgrade(sent)).isEmpty();
    nodes.toBelgrade.set(Line.Mode.OPEN);

    arrivesOnce(sent);
  }

  @Test
  void receiverKilledBeforeItReads() throws IOException, InterruptedException {
    nodes.toBelgrade.set(Line.Mode.HELD);
    TwoNodes.Sent sent = nodes.release("Held on the line while the receiver is killed.");

    nodes.kill(City.BELGRADE);
    nodes.toBelgrade.set(Line.Mode.CLOSED);
    nodes.restart(City.BELGRADE);
    nodes.toBelgrade.set(Line.Mode.OPEN);

    arrivesOnce(sent);
  }

  @Test
  void senderKilledAfterSendingBeforeItStoresTheReceipt() throws IOException, InterruptedException {
    TwoNodes.Sent sent = releasedWithReceiptHeld();

    nodes.kill(City.BAKU);
    nodes.toBelgrade.set(Line.Mode.CLOSED);
    nodes.restart(City.BAKU);
    nodes.toBelgrade.set(Line.Mode.OPEN);

    arrivesOnce(sent);
  }

  @Test
  void receiverKilledAfterItStoredTheMessage() throws IOException, InterruptedException {
    TwoNodes.Sent sent = releasedWithReceiptHeld();

    nodes.kill(City.BELGRADE);
    nodes.toBelgrade.set(Line.Mode.CLOSED);
    nodes.restart(City.BELGRADE);
    nodes.toBelgrade.set(Line.Mode.OPEN);

    arrivesOnce(sent);
  }

  @Test
  void eitherNodeKilledAtAnyMoment() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    for (int round = 0; round < RANDOM_ROUNDS; round++) {
      TwoNodes.Sent sent = nodes.release("Round " + round + " of seed " + SEED + ".");
      City victim = round % 2 == 0 ? City.BAKU : City.BELGRADE;

      int moment = random.nextInt(LATEST_MILLIS);
      System.out.println(victim + " is killed after " + moment + " ms, seed " + SEED);
      TimeUnit.MILLISECONDS.sleep(moment);
      nodes.kill(victim);
      nodes.restart(victim);

      arrivesOnce(sent);
    }
  }

  /** The message is on Belgrade's disk; its receipt does not come through. */
  private TwoNodes.Sent releasedWithReceiptHeld() throws IOException, InterruptedException {
    // One message first, so that the connection stands and only the answer is held back.
    nodes.awaitDelivered(nodes.release("An ordinary message that opens the connection."));
    nodes.toBelgrade.set(Line.Mode.ANSWERS_HELD);
    TwoNodes.Sent sent = nodes.release("Its receipt is held on the line.");
    while (nodes.inBelgrade(sent).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    JsonNode here = nodes.officer(City.BAKU, "DESK").get("cases/" + sent.caseId()).json();
    assertThat(here.path("messages").path(0).path("state").asString(""))
        .as("the receipt is still on the line")
        .isEqualTo("released");
    return sent;
  }

  private void arrivesOnce(TwoNodes.Sent sent) throws IOException, InterruptedException {
    JsonNode here = nodes.awaitDelivered(sent).path("messages").path(0);
    assertThat(nodes.inBelgrade(sent)).hasSize(1);
    JsonNode there = nodes.inBelgrade(sent).getFirst().path("messages").path(0);
    assertThat(there.path("receipt")).isEqualTo(here.path("receipt"));
    assertThat(receipt(City.BAKU, sent)).isEqualTo(receipt(City.BELGRADE, sent));
    for (City city : City.MINISTRIES) {
      byte[] ledger = nodes.officer(city, "SUPERVISOR").get("ledger/export").body();
      assertThat(LedgerFileVerifier.verify(new ByteArrayInputStream(ledger), Progress.NONE))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  private byte[] receipt(City city, TwoNodes.Sent sent) throws IOException {
    return nodes.officer(city, "DESK").get("messages/" + sent.message() + "/receipt").body();
  }
}
