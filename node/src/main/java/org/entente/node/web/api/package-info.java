/**
 * The REST API under {@code /api/v1}: JSON, stable codes, problem details by RFC 9457, access
 * tokens.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.api;
