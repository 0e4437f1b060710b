package org.entente.node.checks;

import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectJson;
import org.entente.node.checks.Justification.Aim;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Seals who a question is about and why, each under a key of its own. */
final class AboutSealed {
  private final Vault vault;
  private final OpeningGrant own;

  AboutSealed(Vault vault, OpeningGrant own) {
    this.vault = vault;
    this.own = own;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Json(
      byte[] subject,
      String purpose,
      String caseReference,
      String offence,
      String category,
      String aim,
      @Nullable Integer maxPenaltyMonths) {}

  Locked lock(CheckId id, CheckView.About about) {
    Justification why = about.why();
    Json json =
        new Json(
            SubjectJson.bytes(about.subject()),
            why.purpose(),
            why.caseReference(),
            why.offence().code(),
            why.category().code(),
            why.aim().code(),
            why.maxPenaltyMonths());
    return vault.lock(JsonMapper.shared().writeValueAsBytes(json), row(id));
  }

  CheckView.About open(CheckId id, Locked locked) {
    byte[] bytes = vault.unlock(locked, row(id)).open(own);
    Json json = JsonMapper.shared().readValue(bytes, Json.class);
    return new CheckView.About(
        SubjectJson.subject(json.subject()),
        new Justification(
            json.purpose(),
            json.caseReference(),
            OffenceArea.ofCode(json.offence()).orElseThrow(),
            DataSubjectCategory.ofCode(json.category()).orElseThrow(),
            Aim.ofCode(json.aim()).orElseThrow(),
            json.maxPenaltyMonths()));
  }

  private static String row(CheckId id) {
    return "check/" + id;
  }
}
