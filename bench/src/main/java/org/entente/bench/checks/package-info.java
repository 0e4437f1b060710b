/**
 * Measurements of the blind check: how often the exact tokens of two descriptions of one person
 * meet, and how often those of two persons.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench.checks;
