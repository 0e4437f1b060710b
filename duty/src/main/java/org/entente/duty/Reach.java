package org.entente.duty;

/** One person by one way. */
public record Reach(PersonId person, Way way) {}
