package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.act.Outcomes.done;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.ActKind;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Urgency;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** A draft is kept however incomplete it is; only what is handed in has to be whole. */
@OnMixedDatabases
class UnfinishedDraftTest extends Correspondence {
  private final Officer colleague =
      new Officer(
          new OfficerId(UUID.randomUUID()),
          "colleague",
          "Somebody",
          Set.of(Role.DESK),
          Locale.ENGLISH,
          ZoneOffset.UTC);

  private static Content.Unfinished begun(String facts) {
    return new Content.Unfinished(
        ActKind.REQUEST,
        Map.of("familyName", List.of("Hüseynzadə"), "facts", List.of(facts)),
        List.of("urgency", "category"),
        List.of());
  }

  private MessageStep begin(String facts) {
    return done(
        baku.casework
            .drafts()
            .begin(baku.desk, belgrade.id, OffenceArea.DRUG_TRAFFICKING, begun(facts)));
  }

  private List<String> missing(Outcome<MessageStep> outcome) {
    return outcome.refusal().orElseThrow() instanceof Hindrance.Faulty faulty
        ? faulty.faults().stream().map(ContentFault::field).toList()
        : List.of();
  }

  @Test
  void aRequestOfWhichOnlyPartnerAndCrimeAreKnownIsKeptAndSaysWhatIsMissing() {
    MessageId id = begin("Eleven").message();

    assertThat(baku.message(id).orElseThrow().content()).isEqualTo(begun("Eleven"));
    assertThat(missing(baku.casework.approval().submit(baku.desk, id)))
        .containsExactly("urgency", "category");
    assertThat(baku.message(id).orElseThrow().state()).isEqualTo(MessageState.DRAFT);
  }

  @Test
  void anUnfinishedRequestBecomesAWholeOneAndLeaves() {
    MessageId id = begin("Eleven").message();
    done(
        baku.casework
            .drafts()
            .change(baku.desk, id, Optional.of(terms(OffenceArea.DRUG_TRAFFICKING)), request()));

    baku.send(id);
    awaitState(baku, id, MessageState.DELIVERED);
    assertThat(belgrade.message(id).orElseThrow().header().act().urgency())
        .isEqualTo(Urgency.URGENT);
  }

  @Test
  void textsThatAreTooShortAreKeptInADraftAndNamedWhenItIsHandedIn() {
    CaseId file = caseOn(belgrade, arrived());
    MessageId answer =
        done(belgrade
                .casework
                .drafts()
                .answer(belgrade.desk, file, new Content.Question("Why", List.of())))
            .message();

    assertThat(missing(belgrade.casework.approval().submit(belgrade.desk, answer)))
        .containsExactly("text");
  }

  @Test
  void whatCannotBeStoredIsRefusedInADraftToo() {
    Outcome<MessageStep> outcome =
        baku.casework
            .drafts()
            .begin(
                baku.desk,
                belgrade.id,
                OffenceArea.DRUG_TRAFFICKING,
                begun("x".repeat(ContentRules.TEXT_MAX + 1)));

    assertThat(missing(outcome)).containsExactly("facts");
  }

  @Test
  void aPartnerCannotSendWhatIsUnfinished() {
    byte[] bytes = Contents.bytes(begun("Eleven"));

    assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("{\"unfinished\":");
    assertThatThrownBy(() -> Contents.read(ActKind.REQUEST, bytes))
        .isInstanceOf(ContentRefused.class);
  }

  @Test
  void aColleagueTakesADraftOverAsItWasSeenAndGoesOn() {
    MessageId id = drafted(OffenceArea.DRUG_TRAFFICKING);
    String seen = baku.message(id).orElseThrow().seen();
    Drafts drafts = baku.casework.drafts();

    assertThat(drafts.takeOver(baku.approver, id, Optional.of(seen)))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(drafts.takeOver(baku.desk, id, Optional.of(seen)))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
    assertThat(drafts.takeOver(colleague, id, Optional.of("0".repeat(64))))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));
    done(drafts.takeOver(colleague, id, Optional.of(seen)));

    assertThat(baku.message(id).orElseThrow().draftedBy()).contains(colleague.id());
    assertThat(drafts.change(baku.desk, id, Optional.empty(), request(), Optional.of(seen)))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    assertThat(baku.casework.approval().submit(colleague, id, Optional.of(seen)))
        .isEqualTo(Outcome.refused(Rejection.CHANGED_MEANWHILE));
    done(baku.casework.approval().submit(colleague, id));
    assertThat(drafts.takeOver(baku.desk, id, Optional.empty()))
        .isEqualTo(Outcome.refused(Usual.WRONG_STATE));
  }

  @Test
  void whomAnOfficerAskedLastIsRemembered() {
    assertThat(baku.casework.drafts().askedLast(baku.desk)).isEmpty();
    begin("Eleven");
    assertThat(baku.casework.drafts().askedLast(baku.desk)).contains(belgrade.id);
  }
}
