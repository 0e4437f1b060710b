package org.entente.node.countersigning;

import java.time.InstantSource;
import org.entente.agreement.AuthorityId;
import org.entente.ledger.CheckpointSigner;
import org.entente.ledger.CosignatureVerifier;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.ledger.Journal;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import org.entente.seal.Identity;

/** What comparing ledgers works with. */
public record Needs(
    AuthorityId own,
    Identity identity,
    Store store,
    Journal journal,
    Vault vault,
    Partners partners,
    Decisions decisions,
    PartnersAbilities abilities,
    InstantSource clock) {
  /** The name under which an authority countersigns. */
  static String witnessName(AuthorityId authority) {
    return authority.value() + "/witness";
  }

  CheckpointSigner witness() {
    return new CheckpointSigner() {
      @Override
      public byte[] sign(byte[] message) {
        return identity.countersign(message);
      }

      @Override
      public byte[] publicKey32() {
        return identity.witnessPublicKey();
      }

      @Override
      public String name() {
        return witnessName(own);
      }
    };
  }

  CosignatureVerifier witnessKey() {
    return new CosignatureVerifier(witnessName(own), identity.witnessPublicKey());
  }
}
