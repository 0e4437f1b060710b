/**
 * Feeds parsers with whatever a coverage-guided fuzzer (Jazzer) comes upon. A parser is one {@link
 * org.entente.fuzz.Target} of a few lines, listed in {@link org.entente.fuzz.Targets}; a parser
 * that is private to its package gets its target in a package of the same name here.
 */
@org.jspecify.annotations.NullMarked
package org.entente.fuzz;
