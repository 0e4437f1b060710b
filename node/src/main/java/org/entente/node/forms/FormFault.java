package org.entente.node.forms;

/**
 * Something in a form that keeps its message from leaving.
 *
 * @param path of the field
 * @param key of the sentence
 * @param limit what the sentence names, if it names one
 */
public record FormFault(String path, String key, int limit) {}
