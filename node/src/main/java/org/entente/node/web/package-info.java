/**
 * Pages and API, a room for each capability: thin. Every act goes to the same capability method,
 * whichever way it came in. Decides nothing of the field. Pages are rendered by the server, without
 * inline script or style, in the officer's language and zone; the API under {@code /api/v1} speaks
 * JSON, stable codes and problem details by RFC 9457.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web;
