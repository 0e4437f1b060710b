/** STIX 2.1, the format of threat intelligence (OASIS). */
@org.jspecify.annotations.NullMarked
package org.entente.formats.stix;
