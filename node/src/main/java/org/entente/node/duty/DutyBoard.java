package org.entente.node.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.entente.duty.PostId;
import org.entente.node.officers.OfficerId;

/**
 * A board on the wall of a post: it reads counts and references, in the language and zone of its
 * maker.
 *
 * @param label where it hangs
 */
public record DutyBoard(
    UUID id,
    PostId post,
    String label,
    Locale language,
    ZoneId zone,
    OfficerId madeBy,
    Instant madeAt) {
  /** The longest label. */
  public static final int LABEL_MOST = 60;
}
