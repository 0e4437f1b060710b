package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.delivery.WireJson;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** What comes back to its drafter before it leaves. */
@OnMixedDatabases
class GivenBackTest extends Correspondence {
  private MessageId waiting() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(baku.casework.approval().submit(baku.desk, draft));
    return draft;
  }

  private Optional<GivenBack> givenBack(MessageId draft) {
    return baku.message(draft).orElseThrow().givenBack();
  }

  @Test
  void aDrafterTakesBackWhatWaitsForRelease() {
    MessageId draft = waiting();

    assertThat(baku.casework.approval().takeBack(baku.approver, draft))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    done(baku.casework.approval().takeBack(baku.desk, draft));

    assertThat(baku.state(draft)).isEqualTo(MessageState.DRAFT);
    assertThat(baku.proofs.since(Event.TAKEN_BACK, clock.instant().minusSeconds(3_600)))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.references()).containsEntry("message", draft.toString()));
    assertThat(baku.casework.approval().release(baku.approver, draft))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    assertThat(baku.casework.approval().takeBack(baku.desk, draft))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  @Test
  void whatLeftIsNotTakenBack() {
    MessageId request = arrived();

    assertThat(baku.casework.approval().takeBack(baku.desk, request))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  @Test
  void whatWasGivenBackIsKeptUntilTheMessageLeaves() {
    MessageId draft = waiting();
    done(baku.casework.approval().giveBack(baku.approver, draft, "About another crime."));
    done(
        baku.casework
            .drafts()
            .change(baku.desk, draft, Optional.of(terms(OffenceArea.TERRORISM)), request()));

    GivenBack.Version before = givenBack(draft).orElseThrow().version().orElseThrow();
    assertThat(before.content()).isEqualTo(request());
    assertThat(before.header().act().offence()).isEqualTo(OffenceArea.DRUG_TRAFFICKING);

    baku.send(draft);
    awaitState(baku, draft, MessageState.DELIVERED);

    assertThat(givenBack(draft)).contains(new GivenBack("About another crime.", Optional.empty()));
  }

  @Test
  void aNoteOfAnEarlierReleaseIsReadWithoutAVersion() throws Exception {
    assertThat(GivenBack.read(ActKind.REQUEST, WireJson.bytes("Shorter.")))
        .isEqualTo(new GivenBack("Shorter.", Optional.empty()));
  }
}
