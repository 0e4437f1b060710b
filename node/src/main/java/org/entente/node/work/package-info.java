/**
 * Work in the background, and the order in which the parts of a node start and stop. Promises that
 * no worker ends unseen or because a round of it failed, and that every part is closed once, the
 * one that started last first. Never knows what the work is about. May use nothing of the other
 * capabilities.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.work;
