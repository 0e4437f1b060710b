/** NIEM 6 (OASIS), the exchange model of records systems of North America and others, as XML. */
@org.jspecify.annotations.NullMarked
package org.entente.formats.niem;
