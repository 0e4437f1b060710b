/**
 * Names across scripts: how alike two written names are, why, and the terms by which an index finds
 * them.
 *
 * <p>Promises: every letter of every script takes part; comparison is symmetric and independent of
 * the order of parts and of case; each score names the parts that met. Never: learns from what it
 * is shown. May use: ICU4J, the JDK.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.names;
