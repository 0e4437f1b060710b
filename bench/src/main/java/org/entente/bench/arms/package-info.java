/**
 * Weapons of a register found again from worn and foreign descriptions, beside plain edit distance
 * in the same run.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench.arms;
