package org.entente.node.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.nio.charset.StandardCharsets;
import org.entente.agreement.UrgencyReason;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** A partner's node that holds another arrangement, in which there are no alerts. */
@OnMixedDatabases
class MeasureNotTakenTest extends MeasureCorrespondence {
  @Override
  protected void beforeTheyStart() {
    holds(baku, belgrade, arrangement());
    String without =
        new String(arrangement(), StandardCharsets.UTF_8).replaceFirst("\"alert\",? ?", "");
    holds(belgrade, baku, without.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAlertThatThePartnersNodeDidNotTakeRingsAtItsSenderUntilSomebodyKnows() {
    MeasureId id = sent(baku, alert(), stated(UrgencyReason.THREAT_TO_LIFE), belgrade.id);
    awaitLeg(baku, id, Sending.REFUSED);

    assertThat(leg(baku, id).refusal()).contains("agreement-differs");
    assertThat(view(baku, id).unseenHere()).isTrue();
    assertThat(view(baku, id).settledAt()).isEmpty();

    done(baku.measures.desk().seen(baku.desk, id));

    assertThat(view(baku, id).settledAt()).isPresent();
    assertThat(leg(baku, id).steps()).isEmpty();
  }
}
