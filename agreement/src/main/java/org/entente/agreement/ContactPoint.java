package org.entente.agreement;

import java.util.Optional;

/**
 * Where an authority is reached: an office, never a person.
 *
 * @param authority whose
 * @param name the office
 * @param address its electronic address
 * @param telephone in international form, if it was arranged
 * @param hours when somebody answers there, in words, if it was arranged
 */
public record ContactPoint(
    AuthorityId authority,
    LocalText name,
    String address,
    Optional<String> telephone,
    Optional<LocalText> hours) {}
