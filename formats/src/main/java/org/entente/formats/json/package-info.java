/** Documents of JSON that others wrote, part by part within limits. */
@org.jspecify.annotations.NullMarked
package org.entente.formats.json;
