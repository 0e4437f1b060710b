/**
 * The work list, cases with their steps, requests, consents and possible matches beside a case;
 * pages and API. Uses no other room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.cases;
