package org.entente.node.delivery;

/**
 * Where partners' nodes are listened for.
 *
 * @param host the address
 * @param port 0 lets the system choose
 */
public record Listening(String host, int port) {}
