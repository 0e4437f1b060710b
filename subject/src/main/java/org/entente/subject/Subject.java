package org.entente.subject;

/** Whom or what a message or a record is about. */
public sealed interface Subject
    permits Person,
        Organisation,
        IdentityDocument,
        Vehicle,
        Firearm,
        Phone,
        Account,
        OnlineIdentifier,
        Vessel,
        NetworkAddress,
        FileHash,
        WebAddress,
        CryptoAddress,
        Device,
        Place {}
