/**
 * Identities of authorities, messages signed and encrypted between two of them, signed statements,
 * attachments, content at rest, and mutual TLS between pinned nodes.
 *
 * <p>Promises: what opens here came unchanged from the named authority and was meant for this one.
 * Never: trusts a certificate that is not pinned, chooses an algorithm outside {@link Algorithms},
 * registers a security provider for the whole process, prints a key or content. May use: the JDK,
 * Bouncy Castle, Tink.
 */
@org.jspecify.annotations.NullMarked
package org.entente.seal;
