/**
 * The protocol for names: retrieval, pairs and hard cases over files that stay outside the project,
 * beside other people's ways of doing it.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench.names;
