/**
 * The pages: server-rendered, without inline script or style, in the officer's language and zone.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.page;
