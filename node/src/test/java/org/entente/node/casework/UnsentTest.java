package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer typed and could not send is there again, for that officer alone. */
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

  private UUID kept() {
    return unsent.keep(baku.desk.id(), PLACE, PLACE, FIELDS).orElseThrow();
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
  void theSameFormIsKeptOnceAndGoneOnceItWasTaken() {
    UUID first = kept();
    UUID second = kept();

    assertThat(unsent.open(baku.desk.id(), first)).isEmpty();
    assertThat(unsent.open(baku.desk.id(), second)).isPresent();
    unsent.taken(baku.desk.id(), PLACE);
    assertThat(unsent.of(baku.desk.id())).isEmpty();
  }

  @Test
  void itIsBoundedInLengthNumberAndAge() {
    Map<String, List<String>> endless = Map.of("facts", List.of("x".repeat(Unsent.MOST_CHARS)));
    assertThat(unsent.keep(baku.desk.id(), PLACE, PLACE, endless)).isEmpty();
    for (int i = 0; i < Unsent.MOST_EACH + 5; i++) {
      clock.pass(Duration.ofSeconds(1));
      unsent.keep(baku.desk.id(), PLACE + i, PLACE, FIELDS);
    }
    assertThat(unsent.of(baku.desk.id())).hasSize(Unsent.MOST_EACH);

    clock.pass(Unsent.KEPT.plusSeconds(1));
    assertThat(unsent.of(baku.desk.id())).isEmpty();
    kept();
    long left =
        baku.store.read(tx -> tx.sql("SELECT COUNT(*) FROM unsent").query(Long.class).single());
    assertThat(left).isEqualTo(1);
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
