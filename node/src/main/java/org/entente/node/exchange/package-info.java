/**
 * What both nodes call the same: the identifiers of messages and attachments.
 *
 * <p>May use nothing of the node.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.exchange;
