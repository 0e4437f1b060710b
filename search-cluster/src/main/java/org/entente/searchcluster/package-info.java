/**
 * A real OpenSearch of one node for the tests of {@code org.entente.node.records}: a process of its
 * own, because its libraries are not those of a node. Promises: listens on 127.0.0.1 only; ends
 * when its standard input does. Never part of what an authority installs.
 */
@org.jspecify.annotations.NullMarked
package org.entente.searchcluster;
