package org.entente.node.duty;

/**
 * Something that holds now and that a person must know of. Its alarm ends when it holds no more.
 *
 * @param about the identifier of a case, a partner or a post
 */
record Sign(AlarmKind kind, String about) {}
