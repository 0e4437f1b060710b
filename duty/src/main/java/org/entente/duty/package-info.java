/**
 * Who is on watch, and alarms that are never missed in silence.
 *
 * <p>Promises: an alarm that nobody acknowledged has a next step, or says that nobody is left to
 * reach and repeats to the whole post for ever; an alarm that ended never fires again; what was
 * acknowledged calls off every other attempt. Never: reads a clock, a disk or the network, knows
 * what an alarm is about or a person's name. May use: the JDK; no other part of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.duty;
