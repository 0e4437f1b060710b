package org.entente.node.checks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's answer says beside the evaluated elements.
 *
 * @param question SHA-256 of the whole question as it came, in hexadecimal
 * @param code why it was refused, stable; null where it was answered
 * @param revision of the index that belongs to the answer
 * @param challenge of the proof, in hexadecimal; null where it was refused
 * @param response of the proof, in hexadecimal; null where it was refused
 * @param entry position in the owner's ledger
 * @param checkpoint of the owner's ledger that covers the entry
 */
record Answered(
    int version,
    UUID check,
    String owner,
    String asker,
    String question,
    UUID epoch,
    @Nullable String code,
    long revision,
    @Nullable String challenge,
    @Nullable String response,
    Instant at,
    long entry,
    String checkpoint,
    String payload)
    implements Parcel.Spoken {
  static final String PURPOSE = "check-answer";
}
