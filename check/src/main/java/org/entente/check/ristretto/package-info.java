/**
 * The group ristretto255 (RFC 9496) in plain Java.
 *
 * <p>Promises: arithmetic with a secret takes no branch and reads no address that depends on it;
 * two encodings of one element are equal bytes. Never: accepts a non-canonical encoding. Not
 * proven: that the compiler keeps the code free of such branches, and the arithmetic itself, which
 * rests on the RFC's vectors and on comparison with libsodium and BigInteger, not on a formal
 * proof. May use: the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.check.ristretto;
