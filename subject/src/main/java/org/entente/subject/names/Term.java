package org.entente.subject.names;

/**
 * A term by which an index finds names.
 *
 * @param text what the index holds
 * @param weight how much it says that a name has it, greater than 0
 */
public record Term(String text, float weight) {}
