package org.entente.node.delivery;

/**
 * An attempt to deliver that did not come through and will be repeated.
 *
 * @param code stable; its sentence stands in the message bundles
 * @param line whether the line or the partner's node is at fault, so that others need not be tried
 */
record Fault(String code, boolean line) {}
