/**
 * Persons that do not exist, for demonstrations and benchmarks: names as frequent as names are in
 * life, in the scripts of twenty-odd countries, with documents, telephones and second spellings.
 * Promises: the same seed gives the same persons, one after another, in constant memory. Never:
 * stands for a real person; a likeness is chance. The lists hold common names and stems only.
 */
@org.jspecify.annotations.NullMarked
package org.entente.subject.invented;
