/**
 * How long cases are kept, and notices about what was exchanged; pages and API. Uses no other room
 * of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.keeping;
