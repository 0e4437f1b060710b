package org.entente.formats.casefile;

/**
 * On what the handing over rests.
 *
 * @param kind such as {@code agreement}
 * @param identifier of the decision, and the article
 */
public record Permission(String kind, String identifier) {}
