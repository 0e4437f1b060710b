/**
 * Draws the first pages of a document that somebody else made, so that an officer can look at it
 * without a program of their own that opens it. Promises that the document is read in a process of
 * its own, which has no key, little memory and little time, and that neither document nor picture
 * touches a disk. Never keeps what it drew. May use nothing of the other capabilities.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.preview;
