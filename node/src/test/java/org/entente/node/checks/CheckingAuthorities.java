package org.entente.node.checks;

import static org.awaitility.Awaitility.await;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.FirstLook;
import org.entente.intake.SubjectKind;
import org.entente.node.Authority;
import org.entente.node.TwoAuthorities;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.node.records.FileState;
import org.entente.node.records.ImportId;
import org.entente.node.records.Importing;
import org.entente.node.records.Plan;
import org.junit.jupiter.api.BeforeEach;

/** Baku asks Belgrade; the index of Belgrade holds invented persons. */
abstract class CheckingAuthorities extends TwoAuthorities {
  static final String HEADER = "id,given name,family name,date of birth,passport\n";
  static final String PETAR = "2,Petar,Đorđević,1990-01-02,P004711\n";
  static final String MILICA = "3,Milica,Tošović,1985-11-30,P004712\n";

  final Officer owner = officer(Role.DATA_OWNER);
  final Officer desk = officer(Role.DESK);
  final Officer supervisor = officer(Role.SUPERVISOR);

  /** The shipped arrangement with something more at its end. */
  static byte[] arrangement(String end) {
    String text = new String(arrangement(), StandardCharsets.UTF_8).strip();
    return (text.substring(0, text.length() - 1) + end).getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void open() throws IOException {
    for (Authority each : List.of(baku, belgrade)) {
      each.records.start();
      each.checks.start();
    }
  }

  PartnerAnswer asked(String given, String family, String born) {
    return checked(baku.checks, wish(given, family, born, why())).answers().getFirst();
  }

  CheckView checked(Checks checks, Asking.Wish wish) {
    CheckId id = done(checks.asking().ask(desk, wish));
    patiently().until(() -> !done(checks.reading().view(desk, id)).waiting());
    return done(checks.reading().view(desk, id));
  }

  Asking.Wish wish(String given, String family, String born, Justification why) {
    Map<ColumnMeaning, String> said = new EnumMap<>(ColumnMeaning.class);
    said.put(ColumnMeaning.GIVEN, given);
    said.put(ColumnMeaning.FAMILY, family);
    said.put(ColumnMeaning.BORN, born);
    return new Asking.Wish(meant(said), why, Set.of(belgrade.id));
  }

  static Description.Read.Meant meant(Map<ColumnMeaning, String> said) {
    return switch (Description.read(SubjectKind.PERSON, said)) {
      case Description.Read.Meant meant -> meant;
      case Description.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
    };
  }

  static Justification why() {
    return why(OffenceArea.DRUG_TRAFFICKING);
  }

  static Justification why(OffenceArea offence) {
    return new Justification(
        "Who rented the vehicle",
        "AZ-2026-17",
        offence,
        DataSubjectCategory.SUSPECT_OR_CONVICTED,
        Justification.Aim.IDENTIFY,
        120);
  }

  /** A list of given name, family name and date of birth that Baku asks Belgrade about. */
  ListId released(Officer analyst, String rows) throws Exception {
    Lists lists = baku.checks.lists();
    ListId id =
        done(
            lists.receive(
                analyst, "list.csv", bytes("given name,family name,date of birth\n" + rows)));
    done(
        lists.start(
            analyst,
            id,
            done(lists.look(analyst, id)).proposed(),
            Set.of(belgrade.id),
            Set.of(),
            why()));
    done(lists.release(officer(Role.APPROVER), id));
    return id;
  }

  void offered(String rows) throws InterruptedException {
    imported(rows);
    published();
  }

  void published() {
    done(belgrade.checks.offers().publish(owner, baku.id, 500));
    patiently().until(() -> !belgrade.checks.behind(baku.id));
  }

  void imported(String rows) throws InterruptedException {
    imported(rows, OffenceArea.DRUG_TRAFFICKING, List.of(baku.id));
  }

  void imported(String rows, OffenceArea offence, List<AuthorityId> checkable)
      throws InterruptedException {
    Importing importing = belgrade.records.importing();
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    ImportId id = done(importing.receive(owner, "file.csv", new ByteArrayInputStream(file)));
    FirstLook look = done(importing.look(owner, id));
    done(
        importing.start(
            owner,
            id,
            new Plan(
                look.reading(),
                SubjectKind.PERSON,
                look.proposed(),
                "wanted",
                DataSubjectCategory.SUSPECT_OR_CONVICTED,
                offence,
                new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO),
                Set.of(HandlingCode.H1),
                365,
                1_000,
                checkable)));
    patiently().until(() -> done(importing.view(owner, id)).state() == FileState.DONE);
    belgrade.records.awaitIndex();
  }

  static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
  }

  static Officer officer(Role role) {
    return new Officer(
        new OfficerId(UUID.randomUUID()),
        role.name().toLowerCase(Locale.ROOT),
        "Somebody",
        Set.of(role),
        Locale.ENGLISH,
        ZoneOffset.UTC);
  }
}
