/**
 * Weapons that do not exist, and what wear, hands and other alphabets make of their descriptions.
 * Promises: the same seed gives the same weapons. Never: repeats a number of a real weapon on
 * purpose; a likeness is chance. Makes and models are those of everyday registers.
 */
@org.jspecify.annotations.NullMarked
package org.entente.arms.invented;
