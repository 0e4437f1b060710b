/**
 * Nights by the thousand: random rosters and chains, clocks that jump, nodes that crash between any
 * two writes, two nodes on one database. Promises that a seed is the same night each time and names
 * the clause that was broken. Never waits for real time.
 */
@org.jspecify.annotations.NullMarked
package org.entente.duty.simulation;
