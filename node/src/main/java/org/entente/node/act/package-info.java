/**
 * What every act of an officer has in common: what came of it, why it was refused, who has the
 * right to it, and which acts take a second person. Promises that a right, and who has it, is
 * written in one place. Never knows what an act is about. May use officers.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.act;
