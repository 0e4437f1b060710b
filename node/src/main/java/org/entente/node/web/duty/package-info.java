/**
 * The duty post: open alarms, who is on watch, planning, and how officers are reached; pages and
 * API. Uses no other room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.duty;
