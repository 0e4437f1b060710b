/**
 * Pages and API: thin. Every act goes to the same capability method, whichever way it came in.
 * Knows who is signed in, in which language and zone; decides nothing of the field.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web;
