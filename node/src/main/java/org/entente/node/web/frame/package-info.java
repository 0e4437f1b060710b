/**
 * What all pages and programs share: who is signed in and may come to an address, the reader of a
 * page, forms, texts, lists, files and problem details. Knows no room of the web; every room uses
 * it.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.web.frame;
