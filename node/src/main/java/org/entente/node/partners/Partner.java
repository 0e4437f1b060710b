package org.entente.node.partners;

import java.net.URI;
import org.entente.agreement.AuthorityId;
import org.entente.seal.IdentityCard;

/**
 * Another authority whose identity an agreement in force names.
 *
 * @param address of its node for partners, https
 */
public record Partner(AuthorityId id, IdentityCard card, URI address) {}
