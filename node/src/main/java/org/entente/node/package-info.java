/**
 * The running node: one process, one folder, one database. Each package below is a capability; this
 * one only reads the settings and puts them together ({@link org.entente.node.Parts}).
 */
@org.jspecify.annotations.NullMarked
package org.entente.node;
