package org.entente.node.web.keeping;

import java.util.Optional;
import org.entente.node.act.TwoHands;
import org.entente.node.casework.CaseId;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;

/** The page that asks before what waits for a second person is taken back for good. */
final class Withdrawal {
  private Withdrawal() {}

  /**
   * @param act what waits
   * @param caseId the case whose page shows it; empty where there is nothing
   * @param what says what follows: the key of a sentence
   * @param place the address of what waits
   */
  static ResponseEntity<String> page(
      Pages pages, Visit visit, TwoHands act, Optional<CaseId> caseId, String what, String place) {
    return caseId.isEmpty() || act.againstWithdrawal(visit.officer()).isPresent()
        ? pages.notFound(visit)
        : pages.show(
            200,
            visit,
            (templates, reader) ->
                templates.frameSure(
                    reader,
                    reader.t("withdraw.title"),
                    reader.t(what),
                    place + "/withdrawal",
                    reader.t("action.withdraw"),
                    "/cases/" + caseId.get()));
  }
}
