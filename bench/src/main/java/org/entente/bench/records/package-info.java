/**
 * The national index of a real node, filled with invented persons over its own API: import, search
 * and screening, beside a plain Lucene index of the same names. Promises: everything that was
 * written is removed at the end. Never: uses persons that exist.
 */
@org.jspecify.annotations.NullMarked
package org.entente.bench.records;
