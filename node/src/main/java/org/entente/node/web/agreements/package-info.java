/**
 * Agreements, the steps of their life, partners, and what is permitted now; pages and API. Uses no
 * other room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.agreements;
