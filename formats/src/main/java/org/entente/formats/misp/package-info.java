/** MISP core format and objects (draft-dulaunoy-misp-core-format). */
@org.jspecify.annotations.NullMarked
package org.entente.formats.misp;
