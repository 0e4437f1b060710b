/** CASE 1.4 on UCO 1.4, the ontology of forensic tools, as JSON-LD. */
@org.jspecify.annotations.NullMarked
package org.entente.formats.casefile;
