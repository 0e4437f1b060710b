/** Lists of sanctioned persons and things, entry by entry, so that a list of any length is read. */
@org.jspecify.annotations.NullMarked
package org.entente.formats.lists;
