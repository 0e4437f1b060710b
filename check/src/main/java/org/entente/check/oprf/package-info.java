/**
 * The verifiable oblivious pseudorandom function of RFC 9497 (mode VOPRF), on ristretto255-SHA512
 * and P256-SHA256.
 *
 * <p>Promises: who evaluates learns nothing of the input; who asks learns the output of inputs it
 * asked and sees by the proof that the committed key was used. Never: takes the neutral element or
 * an encoding off the group, prints a key. Secret numbers meet libsodium where it loads, else code
 * without branches on them; Bouncy Castle's P-256 hides them less well (its numbers are
 * BigIntegers). May use: the JDK, Bouncy Castle, libsodium.
 */
@org.jspecify.annotations.NullMarked
package org.entente.check.oprf;
