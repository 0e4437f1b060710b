/**
 * Evidence files of cases, with their cover; page and API. Uses no other room of the web but the
 * frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.evidence;
