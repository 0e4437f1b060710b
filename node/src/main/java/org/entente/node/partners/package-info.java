/**
 * Partner authorities, their pinned identities, the agreements in force and the consents recorded
 * under them; the one place where a node asks whether an act is permitted and where a permission
 * becomes the grant to open content. Never pins an identity whose fingerprint the agreement's annex
 * does not name. May use ledger, store and the agreement and seal libraries.
 */
@org.jspecify.annotations.NullMarked
package org.entente.node.partners;
