package org.entente.formats;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.HandlingCode;

/**
 * Where a dossier is from.
 *
 * @param authority who made it, by the identifier or name that it gives itself; empty if it says
 *     nothing
 * @param reference of the case or file, as its maker writes it
 * @param title in one line
 * @param at when it was made; empty if it does not say
 * @param handling what its reader has to keep to, for every entry that says nothing of its own
 */
public record Origin(
    String authority,
    String reference,
    String title,
    Optional<Instant> at,
    Set<HandlingCode> handling) {
  private static final int LINE_MOST = 200;

  public static final Origin UNSAID = new Origin("", "", "", Optional.empty(), Set.of());

  public Origin {
    EnumSet<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    codes.addAll(handling);
    handling = Collections.unmodifiableSet(codes);
  }

  /** What a file says of itself, in one line of at most 200 characters. */
  public static String line(String text) {
    return Saying.cut(Saying.line(text), LINE_MOST);
  }

  @Override
  public String toString() {
    return "Origin[]";
  }
}
