package org.entente.node.web.frame;

import java.util.List;
import java.util.Locale;
import org.entente.node.evidence.Exported;

/**
 * What a page offers and tells of evidence files.
 *
 * @param files that were taken, newest first
 * @param languages of a cover
 * @param stampsTime whether a service is asked for the time
 * @param restricted whether something of it is restricted
 */
public record TakenOut(
    List<Exported> files, List<Locale> languages, boolean stampsTime, boolean restricted) {
  public TakenOut {
    files = List.copyOf(files);
    languages = List.copyOf(languages);
  }
}
