package org.entente.duty;

/** Whom a step of a chain reaches. */
public sealed interface Whom {
  /** The person who holds the post at that instant. */
  record OnWatch() implements Whom {}

  /** The person who holds the post next. */
  record NextWatch() implements Whom {}

  /** Always the same person, such as the head of the desk. */
  record Named(PersonId person) implements Whom {}

  /** Everybody of the post. */
  record Everyone() implements Whom {}
}
