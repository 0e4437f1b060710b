package org.entente.node.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.formats.Entry;
import org.entente.formats.ForeignFile;
import org.entente.formats.FormatBroken;
import org.entente.formats.Link;
import org.entente.formats.Role;
import org.entente.intake.SubjectKind;
import org.entente.node.LedgerOf;
import org.entente.node.act.Outcome;
import org.entente.node.act.Usual;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Correspondence;
import org.entente.node.casework.MessageState;
import org.entente.node.casework.SubjectLink;
import org.entente.node.casework.SubjectRole;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Event;
import org.entente.node.store.OnMixedDatabases;
import org.junit.jupiter.api.Test;

/** Persons and things of a case that a supervisor takes out for another system. */
@OnMixedDatabases
class SubjectFilesTest extends Correspondence {
  private static final String WHY = "For the national centre that blocks the address.";
  private static final ToldSubject ADDRESS =
      ToldSubject.of(
          SubjectKind.NETWORK, Map.of("ip-address", List.of("198.51.100.7")), SubjectRole.USED);
  private static final ToldSubject DOMAIN =
      ToldSubject.of(
          SubjectKind.WEB, Map.of("web-address", List.of("pay-fast.example")), SubjectRole.USED);
  private static final ToldSubject PISTOL =
      ToldSubject.of(
          SubjectKind.FIREARM,
          Map.of("make", List.of("Zastava"), "serial", List.of("A12345")),
          SubjectRole.SEIZED);

  private static ToldSubject under(ToldSubject told, HandlingCode code) {
    return new ToldSubject(told.kind(), told.said(), told.role(), null, Set.of(code), null, null);
  }

  /** A request from Baku that tells of these, arrived in Belgrade. */
  private MessageId asked(List<ToldSubject> told, List<SubjectLink> links) {
    MessageId request =
        done(baku.casework
                .drafts()
                .request(
                    baku.desk,
                    belgrade.id,
                    terms(OffenceArea.DRUG_TRAFFICKING),
                    about(new Subjects(told, links))))
            .message();
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return request;
  }

  private Outcome<SubjectFile> taken(CaseId id, SubjectFormat format) {
    return belgrade.evidence.subjects().take(belgrade.supervisor, id, Optional.of(format), WHY);
  }

  private static List<Entry> entries(SubjectFile file) throws IOException, FormatBroken {
    return ForeignFile.read(new ByteArrayInputStream(file.bytes())).dossier().entries();
  }

  @Test
  void whatAPartnerToldLeavesAsStixWithItsRolesAndLinksAndItsReasonIsInTheLedger()
      throws Exception {
    MessageId request =
        asked(
            List.of(DOMAIN, ADDRESS),
            List.of(new SubjectLink(0, SubjectLink.Kind.COMMUNICATED_WITH, 1)));
    CaseId id = caseOn(belgrade, request);

    SubjectFile file = done(taken(id, SubjectFormat.STIX));

    var dossier = ForeignFile.read(new ByteArrayInputStream(file.bytes())).dossier();
    assertThat(dossier.entries())
        .extracting(Entry::kind)
        .containsExactly(SubjectKind.WEB, SubjectKind.NETWORK);
    assertThat(dossier.entries())
        .allSatisfy(entry -> assertThat(entry.standing().role()).contains(Role.USED));
    assertThat(dossier.links()).containsExactly(new Link(0, Link.Kind.COMMUNICATED_WITH, 1));
    assertThat(dossier.origin().authority()).isEqualTo(belgrade.id.value());
    assertThat(file.name()).endsWith(".stix.json");
    var entry = belgrade.proofs.since(Event.SUBJECTS_EXPORTED, Instant.EPOCH).getLast();
    assertThat(entry.references()).containsEntry("format", "stix");
    assertThat(LedgerOf.text(belgrade.store)).doesNotContain("blocks the address", "pay-fast");
    assertThat(belgrade.evidence.of(belgrade.supervisor, id))
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.reason()).isEqualTo(WHY);
          assertThat(listed.format()).contains(SubjectFormat.STIX);
        });
  }

  @Test
  void whatOnlyItsProviderMayPassOnStaysAndIsCountedButTheOwnWordLeaves() throws Exception {
    MessageId request = asked(List.of(under(ADDRESS, HandlingCode.H2), DOMAIN), List.of());

    SubjectFile there = done(taken(caseOn(belgrade, request), SubjectFormat.MISP));
    SubjectFile here =
        done(
            baku.evidence
                .subjects()
                .take(
                    baku.supervisor, caseOn(baku, request), Optional.of(SubjectFormat.MISP), WHY));

    assertThat(entries(there)).extracting(Entry::kind).containsExactly(SubjectKind.WEB);
    assertThat(there.heldBack()).isEqualTo(1);
    assertThat(new String(there.bytes(), StandardCharsets.UTF_8)).doesNotContain("198.51.100.7");
    assertThat(entries(here)).hasSize(2);
    assertThat(here.heldBack()).isZero();
  }

  @Test
  void onlyWhatWasSeizedIsInTheFormOfSeizuresAndNothingIsNoFile() {
    MessageId request = asked(List.of(DOMAIN, PISTOL), List.of());
    MessageId without = asked(List.of(DOMAIN), List.of());

    SubjectFile file = done(taken(caseOn(belgrade, request), SubjectFormat.NIEM));

    assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
        .contains("A12345")
        .doesNotContain("pay-fast");
    assertThat(file.entries()).isEqualTo(1);
    assertThat(taken(caseOn(belgrade, without), SubjectFormat.NIEM))
        .isEqualTo(Outcome.refused(EvidenceRefusal.NOTHING_TOLD));
  }

  @Test
  void theSameThingInTwoMessagesIsThereOnceAndADraftIsNot() throws Exception {
    MessageId request = asked(List.of(DOMAIN), List.of());
    CaseId id = caseOn(belgrade, request);
    MessageId answer =
        done(belgrade
                .casework
                .drafts()
                .answer(
                    belgrade.desk,
                    id,
                    replying(
                        reply(clock.instant()), new Subjects(List.of(DOMAIN, ADDRESS), List.of()))))
            .message();

    assertThat(entries(done(taken(id, SubjectFormat.STIX)))).hasSize(1);

    belgrade.send(answer);
    awaitState(belgrade, answer, MessageState.DELIVERED);
    assertThat(entries(done(taken(id, SubjectFormat.STIX)))).hasSize(2);
  }

  @Test
  void whoIsNoSupervisorOrGivesNoReasonOrNoFormatTakesNothing() {
    MessageId request = asked(List.of(DOMAIN), List.of());
    CaseId id = caseOn(belgrade, request);
    SubjectFiles files = belgrade.evidence.subjects();
    Optional<SubjectFormat> stix = Optional.of(SubjectFormat.STIX);

    assertThat(files.take(belgrade.desk, id, stix, WHY))
        .isEqualTo(Outcome.refused(Usual.ROLE_MISSING));
    assertThat(files.take(belgrade.supervisor, id, stix, "  why  "))
        .isEqualTo(Outcome.refused(Usual.REASON_MISSING));
    assertThat(files.take(belgrade.supervisor, id, Optional.empty(), WHY))
        .isEqualTo(Outcome.refused(EvidenceRefusal.FORMAT_MISSING));
    assertThat(files.take(belgrade.supervisor, CaseId.next(), stix, WHY))
        .isEqualTo(Outcome.refused(Usual.NOT_FOUND));
    assertThat(LedgerOf.events(belgrade.store)).doesNotContain("subjects-exported");
  }

  @Test
  void everyRoleAndLinkOfAMessageHasItsWordInTheFormats() {
    assertThat(Arrays.stream(SubjectRole.values()).map(SubjectRole::code))
        .allSatisfy(code -> assertThat(Role.ofCode(code)).isPresent());
    assertThat(Arrays.stream(SubjectLink.Kind.values()).map(SubjectLink.Kind::code))
        .allSatisfy(code -> assertThat(Link.Kind.ofCode(code)).isPresent());
  }
}
