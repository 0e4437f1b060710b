/** How fast an officer's pages begin when a node holds many cases. */
@org.jspecify.annotations.NullMarked
package org.entente.bench.lists;
