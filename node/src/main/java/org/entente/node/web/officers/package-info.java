/**
 * Accounts of officers, sign-in, and tokens of programs; pages and API. Uses no other room of the
 * web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.officers;
