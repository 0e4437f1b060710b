package org.entente.node.checks;

import java.util.EnumSet;
import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.subject.Account;
import org.entente.subject.CryptoAddress;
import org.entente.subject.Device;
import org.entente.subject.FileHash;
import org.entente.subject.Firearm;
import org.entente.subject.IdentityDocument;
import org.entente.subject.NetworkAddress;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Place;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WebAddress;

/**
 * Which kinds of data a question asks by, as the agreement knows them (Regulation (EU) 2016/794
 * Annex II B.2).
 */
final class Kinds {
  private Kinds() {}

  static Set<DataCategory> of(Subject subject) {
    EnumSet<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
    switch (subject) {
      case Person person -> {
        kinds.add(DataCategory.PERSONAL_DETAILS);
        if (!person.documents().isEmpty()) {
          kinds.add(DataCategory.IDENTIFICATION_NUMBERS);
        }
        if (!person.phones().isEmpty() || !person.online().isEmpty()) {
          kinds.add(DataCategory.COMMUNICATION);
        }
        if (!person.accounts().isEmpty()) {
          kinds.add(DataCategory.ECONOMIC);
        }
      }
      case IdentityDocument document -> kinds.add(DataCategory.IDENTIFICATION_NUMBERS);
      case Phone phone -> kinds.add(DataCategory.COMMUNICATION);
      case OnlineIdentifier name -> kinds.add(DataCategory.COMMUNICATION);
      case Vehicle vehicle -> kinds.add(DataCategory.TRANSPORT);
      case Vessel vessel -> kinds.add(DataCategory.TRANSPORT);
      case Account account -> kinds.add(DataCategory.ECONOMIC);
      case Firearm firearm -> kinds.add(DataCategory.BEHAVIOUR);
      case Organisation body -> kinds.add(DataCategory.LEGAL_PERSONS);
      case NetworkAddress address -> kinds.add(DataCategory.COMMUNICATION);
      case WebAddress address -> kinds.add(DataCategory.COMMUNICATION);
      case Device device -> kinds.add(DataCategory.COMMUNICATION);
      case CryptoAddress wallet -> kinds.add(DataCategory.ECONOMIC);
      case FileHash hash -> kinds.add(DataCategory.CRIMINAL_CONDUCT);
      case Place place -> kinds.add(DataCategory.BEHAVIOUR);
    }
    return kinds;
  }
}
