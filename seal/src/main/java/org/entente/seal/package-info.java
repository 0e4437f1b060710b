/** To be described. */
@org.jspecify.annotations.NullMarked
package org.entente.seal;
