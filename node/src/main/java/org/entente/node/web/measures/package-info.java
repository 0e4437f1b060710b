/**
 * Urgent measures: the list, writing, releasing, seeing and answering one, and calls that are to be
 * confirmed in writing; pages, the printed form of a preservation request and API. Uses no other
 * room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.measures;
