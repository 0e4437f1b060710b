package org.entente.agreement;

/**
 * Where an authority is reached: an office, never a person.
 *
 * @param authority whose
 * @param name the office
 * @param address its electronic address
 */
public record ContactPoint(AuthorityId authority, LocalText name, String address) {}
