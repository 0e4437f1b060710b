/**
 * The supervisor's desk: transfers, unusual use, persons, access answers, breaches; pages and API.
 * Uses no other room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.oversight;
