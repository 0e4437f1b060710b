/** What desk officers write into a node that is measured. */
@org.jspecify.annotations.NullMarked
package org.entente.bench.desk;
