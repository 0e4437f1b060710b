package org.entente.node.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.subject.Account;
import org.entente.subject.Firearm;
import org.entente.subject.IdentityDocument;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;

/** Exact look-up terms for what has a number: documents, vehicles, firearms, phones, accounts. */
final class IdentifierTerms {
  /** Families of numbers: equal characters of two families do not mean the same thing. */
  enum Family {
    DOCUMENT,
    VEHICLE,
    SERIAL,
    PHONE,
    ACCOUNT,
    ONLINE,
    REGISTRATION
  }

  private IdentifierTerms() {}

  /** The terms of a number as written; none if it has neither letter nor digit. */
  static List<String> of(Family family, String written) {
    String canonical = written.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    return canonical.isEmpty()
        ? List.of()
        : List.of(family.name().toLowerCase(Locale.ROOT) + ":" + canonical);
  }

  /** The terms of everything in a subject that has a number. */
  static List<String> of(Subject subject) {
    List<String> terms = new ArrayList<>();
    switch (subject) {
      case Person p -> {
        p.documents().forEach(d -> terms.addAll(of(Family.DOCUMENT, d.number())));
        p.phones().forEach(n -> terms.addAll(of(Family.PHONE, n.written())));
        p.accounts().forEach(a -> terms.addAll(of(Family.ACCOUNT, a.written())));
        p.online().forEach(o -> terms.addAll(of(Family.ONLINE, o.written())));
      }
      case Organisation o ->
          o.registrations().forEach(r -> terms.addAll(of(Family.REGISTRATION, r)));
      case IdentityDocument d -> terms.addAll(of(Family.DOCUMENT, d.number()));
      case Vehicle v -> {
        add(terms, Family.VEHICLE, v.plate());
        add(terms, Family.VEHICLE, v.vin());
      }
      case Firearm f -> add(terms, Family.SERIAL, f.serial());
      case Phone p -> terms.addAll(of(Family.PHONE, p.written()));
      case Account a -> terms.addAll(of(Family.ACCOUNT, a.written()));
      case OnlineIdentifier o -> terms.addAll(of(Family.ONLINE, o.written()));
      case Vessel v -> add(terms, Family.REGISTRATION, v.imo());
    }
    return terms;
  }

  private static void add(List<String> terms, Family family, Optional<String> written) {
    written.ifPresent(w -> terms.addAll(of(family, w)));
  }
}
