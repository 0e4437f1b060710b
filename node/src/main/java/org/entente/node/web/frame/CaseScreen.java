package org.entente.node.web.frame;

import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.springframework.http.ResponseEntity;

/** The page of a case, for steps of other rooms that are taken from it. */
public interface CaseScreen {
  /** Shows a case that has been opened for this officer. */
  ResponseEntity<String> show(Visit visit, CaseView view);

  /** Shows a case with the reason why a step was not taken: the key of a sentence. */
  ResponseEntity<String> because(Visit visit, CaseId id, String key);

  /**
   * Shows a case with the reason why an act about it was refused.
   *
   * @param prefix where in the bundles the capability's sentences are, by code
   */
  ResponseEntity<String> refused(Visit visit, CaseId id, String prefix, Refusal why);
}
