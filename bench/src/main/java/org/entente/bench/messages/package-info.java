/** How quickly messages travel between two real nodes, and what one costs. */
@org.jspecify.annotations.NullMarked
package org.entente.bench.messages;
