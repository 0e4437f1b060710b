/**
 * Persons and things in the formats of others: files of threat platforms, forensic tools and lists
 * of sanctions become one neutral {@link org.entente.formats.Dossier}, and a dossier is written in
 * their formats.
 *
 * <p>Promises: what a file says and what was not understood of it are both told; a file takes no
 * more memory than its limit, whatever it claims; the same dossier gives the same bytes. Never:
 * reads a clock, a disk or the network, follows what a file refers to, decides whether something
 * may leave. May use: the subject, agreement and intake libraries, Jackson, the JDK; no other part
 * of the project.
 */
@org.jspecify.annotations.NullMarked
package org.entente.formats;
