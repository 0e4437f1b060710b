/**
 * Blind checks, lists of checks and what partners may ask; pages and API. Uses no other room of the
 * web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.checks;
