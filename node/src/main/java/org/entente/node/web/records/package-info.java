/**
 * The national index: search, imports, duplicates and lists held against it; pages and API. Uses no
 * other room of the web but the frame.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.records;
