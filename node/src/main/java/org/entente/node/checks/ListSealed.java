package org.entente.node.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.FileLayout;
import org.entente.node.checks.Justification.Aim;
import org.entente.node.store.Vault;
import org.entente.node.store.Vault.Locked;
import org.entente.seal.OpeningGrant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Seals lists and what is planned with them. */
final class ListSealed {
  private final Vault vault;
  private final OpeningGrant own;

  ListSealed(Vault vault, OpeningGrant own) {
    this.vault = vault;
    this.own = own;
  }

  private record Json(
      String name,
      FileLayout reading,
      Map<String, String> columns,
      List<String> partners,
      @Nullable List<String> agreements,
      @Nullable Why why) {}

  private record Why(
      String purpose,
      String caseReference,
      String offence,
      String category,
      String aim,
      @Nullable Integer maxPenaltyMonths) {}

  Locked lockList(ListId id, byte[] list) {
    return vault.lock(list, "check-list/" + id);
  }

  byte[] list(ListId id, Locked list) {
    return vault.unlock(list, "check-list/" + id).open(own);
  }

  Locked lockPlan(ListId id, ListView.Plan plan) {
    Map<String, String> columns = new LinkedHashMap<>();
    plan.columns().forEach((column, field) -> columns.put(column, field.code()));
    Why why =
        plan.why()
            .map(w ->
                new Why(
                    w.purpose(),
                    w.caseReference(),
                    w.offence().code(),
                    w.category().code(),
                    w.aim().code(),
                    w.maxPenaltyMonths()))
            .orElse(null);
    Json json =
        new Json(
            plan.name(),
            plan.reading(),
            columns,
            plan.partners().stream().map(AuthorityId::value).toList(),
            plan.agreements(),
            why);
    return vault.lock(JsonMapper.shared().writeValueAsBytes(json), "check-plan/" + id);
  }

  ListView.Plan plan(ListRows.Row row) {
    byte[] bytes = vault.unlock(row.plan(), "check-plan/" + row.id()).open(own);
    Json json = JsonMapper.shared().readValue(bytes, Json.class);
    Map<String, ColumnMeaning> columns = new LinkedHashMap<>();
    json.columns()
        .forEach((column, code) -> columns.put(column, ColumnMeaning.ofCode(code).orElseThrow()));
    return new ListView.Plan(
        json.name(),
        json.reading(),
        columns,
        json.partners().stream().map(AuthorityId::new).toList(),
        Optional.ofNullable(json.agreements()).orElse(List.of()),
        Optional.ofNullable(json.why()).map(ListSealed::why));
  }

  private static Justification why(Why w) {
    return new Justification(
        w.purpose(),
        w.caseReference(),
        OffenceArea.ofCode(w.offence()).orElseThrow(),
        DataSubjectCategory.ofCode(w.category()).orElseThrow(),
        Aim.ofCode(w.aim()).orElseThrow(),
        w.maxPenaltyMonths());
  }
}
