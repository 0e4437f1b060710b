/**
 * How fast it is, each time beside a peer in the same run. Results are files in {@code
 * bench/results}, with the command that made them.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench;
