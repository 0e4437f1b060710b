/**
 * Database access. Promises that a unit of work is written whole or not at all and is on disk when
 * the call returns; that units are written one after another; that SQLite and PostgreSQL behave
 * alike. Never holds a rule of the field and never sees content in clear. May use work.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.store;
