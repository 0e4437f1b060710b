/**
 * What both nodes call the same: the identifiers of messages and attachments.
 *
 * <p>May use nothing of the other capabilities.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.exchange;
