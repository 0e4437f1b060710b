package org.entente.seal;

import org.junit.jupiter.api.Test;

class DbgTest {
  @Test
  void x() throws Exception {
    var s = SealTest.sealed(new byte[4]);
    java.nio.file.Files.write(java.nio.file.Path.of("/tmp/sealx/s.der"), s);
    var opener =
        new org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient(
            KeyPairs.bound(Parties.RECIPIENT.keys().recipient()));
    opener.setProvider(Cryptography.BOUNCY_CASTLE).setContentProvider((String) null);
    var r =
        new org.bouncycastle.cms.CMSAuthEnvelopedData(s)
            .getRecipientInfos()
            .getRecipients()
            .iterator()
            .next()
            .getContent(opener);
    java.nio.file.Files.write(java.nio.file.Path.of("/tmp/sealx/i.der"), r);
    SignedObject.read(r, Algorithms.Own.MESSAGE).verify(Parties.SENDER.card());
  }
}
