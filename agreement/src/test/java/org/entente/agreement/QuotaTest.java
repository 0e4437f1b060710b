package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class QuotaTest {
  private static final int PER_DAY = 5;
  private static final Agreement LIMITED =
      Demo.changed().arrangement(node -> quota(node, "request", PER_DAY)).read();

  private static void quota(ObjectNode arrangement, String act, int perDay) {
    arrangement.withArray("/quotas").addObject().put("act", act).put("perDay", perDay);
  }

  @Property
  void anActIsPermittedAsLongAsItsQuotaLasts(@ForAll @IntRange(max = 20) int used) {
    Decision decision =
        LIMITED.decide(
            Demo.request(OffenceArea.TERRORISM), Consents.none(), kind -> used, Demo.IN_FORCE);

    assertThat(decision instanceof Decision.Permitted).isEqualTo(used < PER_DAY);
    if (decision instanceof Decision.Refused refused) {
      assertThat(refused.grounds())
          .extracting(Ground::code)
          .containsExactly(GroundCode.QUOTA_EXHAUSTED);
    }
  }

  @Test
  void aKindWithoutAQuotaIsNotCounted() {
    Act reply = Act.of(ActKind.REPLY, Demo.BELGRADE, Demo.BAKU, OffenceArea.TERRORISM);

    assertThat(LIMITED.decide(reply, Consents.none(), kind -> 1_000, Demo.IN_FORCE))
        .isInstanceOf(Decision.Permitted.class);
  }

  @Test
  void aQuotaForWhatIsNotExchangedOrStandsTwiceIsAFault() {
    assertThat(codes("joint-work")).containsExactly(FaultCode.DANGLING_REFERENCE);
    assertThat(codes("request", "request")).containsExactly(FaultCode.DUPLICATE);
    assertThat(codes("nonsense")).containsExactly(FaultCode.DANGLING_REFERENCE);
  }

  private static List<FaultCode> codes(String... acts) {
    Demo demo = Demo.changed();
    for (String act : acts) {
      demo.arrangement(node -> quota(node, act, PER_DAY));
    }
    return demo.reading() instanceof Reading.Broken broken
        ? broken.faults().stream().map(Fault::code).toList()
        : List.of();
  }
}
