/** FollowTheMoney, the model of Aleph and OpenSanctions: one entity a line. */
@org.jspecify.annotations.NullMarked
package org.entente.formats.money;
