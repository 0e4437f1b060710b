package org.entente.node.web.frame;

import org.entente.node.act.Refusal;
import org.entente.node.measures.MeasureId;
import org.springframework.http.ResponseEntity;

/** The page of an urgent measure, for steps of other rooms that are taken from it. */
public interface MeasureScreen {
  /**
   * Shows a measure with the reason why an act about it was refused.
   *
   * @param prefix where in the bundles the capability's sentences are, by code
   */
  ResponseEntity<String> refused(Visit visit, MeasureId id, String prefix, Refusal why);
}
