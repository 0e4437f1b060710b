/** Two real nodes, a line between them that can fail, and a real browser. */
@org.jspecify.annotations.NullMarked
package org.entente.acceptance;
