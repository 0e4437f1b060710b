package org.entente.formats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** A dossier with something of every kind; all of it is invented. */
public final class Samples {
  public static final Instant AT = Instant.parse("2026-03-01T09:00:00.250Z");

  private Samples() {}

  /** Every kind once, and some twice in a way that matters. */
  public static Dossier whole() {
    List<Entry> entries =
        List.of(
            entry(
                SubjectKind.PERSON,
                Map.of(
                    ColumnMeaning.GIVEN,
                    List.of("Mira"),
                    ColumnMeaning.FAMILY,
                    List.of("Šljivančanin"),
                    ColumnMeaning.BORN,
                    List.of("1984-02-29"),
                    ColumnMeaning.NATIONALITY,
                    List.of("RS"),
                    ColumnMeaning.PASSPORT,
                    List.of("012345678")),
                new Standing(
                    Optional.of(Role.SUSPECT),
                    Evaluation.ofCode("B2"),
                    Set.of(HandlingCode.H1),
                    Optional.of("2026-02"),
                    Optional.of("Says \"Mirka\" on the phone."))),
            entry(
                SubjectKind.NETWORK,
                Map.of(
                    ColumnMeaning.IP_ADDRESS,
                    List.of("185[.]4[.]1[.]2"),
                    ColumnMeaning.SOURCE_PORT,
                    List.of("50123"),
                    ColumnMeaning.SEEN_AT,
                    List.of("2026-02-03T14:22:05+04:00")),
                Standing.in(Role.USED)),
            entry(
                SubjectKind.NETWORK,
                Map.of(
                    ColumnMeaning.IP_ADDRESS,
                    List.of("185.4.1.2"),
                    ColumnMeaning.SEEN_AT,
                    List.of("2026-02-04T01:00:00Z")),
                Standing.in(Role.USED)),
            one(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS, "2001:db8::7", Role.TARGET),
            one(
                SubjectKind.WEB,
                ColumnMeaning.WEB_ADDRESS,
                "hxxps://ledger[.]example/a'b",
                Role.USED),
            one(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, "ledger-cases.example", Role.USED),
            one(
                SubjectKind.HASH,
                ColumnMeaning.FILE_HASH,
                "9e107d9d372bb6826bd81d3542a419d6",
                Role.FOUND),
            one(
                SubjectKind.HASH,
                ColumnMeaning.FILE_HASH,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Role.FOUND),
            one(SubjectKind.ONLINE, ColumnMeaning.ONLINE, "mira@ledger.example", Role.USED),
            one(SubjectKind.ONLINE, ColumnMeaning.ONLINE, "telegram/mirka_84", Role.USED),
            one(SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER, "00:1A:2b:3C:4d:5E", Role.USED),
            one(SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER, "490154203237518", Role.SEIZED),
            one(
                SubjectKind.WALLET,
                ColumnMeaning.WALLET,
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                Role.PROCEEDS),
            one(SubjectKind.PHONE, ColumnMeaning.PHONE, "+381641234567", Role.USED),
            one(SubjectKind.ACCOUNT, ColumnMeaning.ACCOUNT, "RS35260005601001611379", Role.USED),
            entry(
                SubjectKind.VEHICLE,
                Map.of(
                    ColumnMeaning.PLATE,
                    List.of("BG 1234-ŠĆ"),
                    ColumnMeaning.COUNTRY,
                    List.of("RS"),
                    ColumnMeaning.MAKE,
                    List.of("Zastava")),
                Standing.in(Role.SEEN)),
            one(SubjectKind.FIREARM, ColumnMeaning.SERIAL, "K-12?45", Role.SEIZED),
            one(SubjectKind.VESSEL, ColumnMeaning.REGISTRATION, "IMO 9074729", Role.SEEN),
            one(SubjectKind.DOCUMENT, ColumnMeaning.PASSPORT, "C01X00T47", Role.FOUND),
            one(SubjectKind.ORGANISATION, ColumnMeaning.NAME, "Ledger Cases d.o.o.", Role.SUSPECT),
            entry(
                SubjectKind.PLACE,
                Map.of(
                    ColumnMeaning.PLACE_NAME,
                    List.of("Bathhouse at the harbour"),
                    ColumnMeaning.COUNTRY,
                    List.of("AZ"),
                    ColumnMeaning.COORDINATES,
                    List.of("40.37, 49.85")),
                Standing.in(Role.SEEN)),
            one(SubjectKind.PLACE, ColumnMeaning.PLACE_NAME, "Under the bridge", Role.SEEN));
    return new Dossier(
        new Origin(
            "az.mia",
            "2026-17",
            "A ledger that was locked",
            Optional.of(AT),
            Set.of(HandlingCode.H0, HandlingCode.H1)),
        entries,
        List.of(
            new Link(0, Link.Kind.USES, 1),
            new Link(0, Link.Kind.OWNS, 15),
            new Link(1, Link.Kind.COMMUNICATED_WITH, 3),
            new Link(0, Link.Kind.PAID, 12),
            new Link(0, Link.Kind.LOCATED_AT, 20),
            new Link(8, Link.Kind.SAME_AS, 9),
            new Link(0, Link.Kind.CONNECTED, 19)));
  }

  public static Entry one(SubjectKind kind, ColumnMeaning field, String value, Role role) {
    return Entry.of(kind, field, value, Standing.in(role));
  }

  private static Entry entry(
      SubjectKind kind, Map<ColumnMeaning, List<String>> said, Standing standing) {
    return new Entry("", kind, said, Set.of(), standing);
  }
}
