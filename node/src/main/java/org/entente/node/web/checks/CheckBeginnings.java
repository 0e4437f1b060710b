package org.entente.node.web.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.node.act.Outcome;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.PersonSought;
import org.entente.node.casework.ToldSubject;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.records.RecordId;
import org.entente.node.records.RecordPage;
import org.entente.node.records.Records;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.SubjectFields;
import org.entente.node.web.frame.SubjectText;
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
import org.entente.subject.WrittenName;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a new check begins with when it is asked from a record or from the person of a case, so that
 * nothing that is known is typed again.
 */
@Component
class CheckBeginnings {
  private final Records records;
  private final Casework casework;

  CheckBeginnings(Records records, Casework casework) {
    this.records = records;
    this.casework = casework;
  }

  /** What is checked, and what is known of it. */
  record Begun(SubjectKind kind, Form form) {}

  /**
   * The form for a new check.
   *
   * @param from parameters of the address: {@code record} or {@code case}; what this officer may
   *     not see begins nothing
   */
  Begun form(Officer officer, Map<String, String> from) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    SubjectKind kind =
        SubjectKind.ofCode(from.getOrDefault("kind", "person"))
            .filter(CheckForm.kinds()::contains)
            .orElse(SubjectKind.PERSON);
    if (from.containsKey("record")
        && records.read(officer, Addresses.read(from.get("record"), RecordId::of))
            instanceof Outcome.Done<RecordPage>(RecordPage page)) {
      kind =
          CheckForm.kinds().contains(page.record().kind())
              ? page.record().kind()
              : SubjectKind.PERSON;
      put(fields, "offence", page.record().provisions().offence().code());
      put(fields, "category", page.record().provisions().category().code());
      fill(fields, page.record().described().subject());
    } else if (from.containsKey("message")) {
      kind = told(fields, officer, from).orElse(kind);
    } else if (from.containsKey("case")) {
      kind = SubjectKind.PERSON;
      casework
          .cases()
          .view(officer, Addresses.read(from.get("case"), CaseId::of))
          .ifPresent(view -> matter(fields, view));
    }
    return new Begun(kind, new Form(fields));
  }

  /**
   * One of the persons and things that a message tells of; its kind where it can be asked about.
   */
  private Optional<SubjectKind> told(
      MultiValueMap<String, String> fields, Officer officer, Map<String, String> from) {
    MessageId id = Addresses.read(from.getOrDefault("message", ""), MessageId::of);
    String place = from.getOrDefault("subject", "");
    int at = place.matches("[0-9]{1,3}") ? Integer.parseInt(place) : -1;
    Optional<CaseView> view =
        casework.cases().caseOf(id).flatMap(file -> casework.cases().view(officer, file));
    Optional<ToldSubject> told =
        view.stream()
            .flatMap(file -> file.messages().stream())
            .filter(message -> message.id().equals(id))
            .findFirst()
            .flatMap(message -> message.corrected().told(at))
            .filter(subject -> SubjectFields.checkable(subject.kind()));
    if (view.isEmpty() || told.isEmpty()) {
      return Optional.empty();
    }
    put(fields, "offence", view.get().summary().offence().code());
    put(fields, "reference", view.get().summary().reference());
    put(fields, "category", told.get().role().category().code());
    told.get().known().forEach((field, values) -> put(fields, field, String.join("\n", values)));
    return Optional.of(told.get().kind());
  }

  private static void matter(MultiValueMap<String, String> fields, CaseView view) {
    put(fields, "offence", view.summary().offence().code());
    put(fields, "reference", view.summary().reference());
    for (MessageView message : view.messages()) {
      if (message.corrected() instanceof Content.Request request) {
        put(fields, "purpose", request.purpose());
        if (request.person() == null) {
          return;
        }
        PersonSought person = request.person();
        put(fields, "category", person.category().code());
        put(fields, ColumnMeaning.FAMILY, person.familyName());
        put(fields, ColumnMeaning.GIVEN, person.givenName());
        put(fields, ColumnMeaning.ALIAS, String.join("\n", person.otherSpellings()));
        if (person.birthDate() != null) {
          put(fields, ColumnMeaning.BORN, AsWritten.shown(person.birthDate()));
        }
        if (person.nationality() != null) {
          put(fields, ColumnMeaning.NATIONALITY, person.nationality());
        }
        return;
      }
    }
  }

  private static void fill(MultiValueMap<String, String> fields, Subject subject) {
    switch (subject) {
      case Person person -> person(fields, person);
      case Organisation body -> put(fields, ColumnMeaning.NAME, SubjectText.headline(body));
      case IdentityDocument document -> put(fields, ColumnMeaning.DOCUMENT, document.number());
      case Vehicle vehicle -> {
        vehicle.plate().ifPresent(plate -> put(fields, ColumnMeaning.PLATE, plate));
        vehicle.country().ifPresent(country -> put(fields, ColumnMeaning.COUNTRY, country));
        vehicle.vin().ifPresent(vin -> put(fields, ColumnMeaning.VIN, vin));
      }
      case Firearm firearm -> {
        firearm.make().ifPresent(make -> put(fields, ColumnMeaning.MAKE, make));
        firearm.model().ifPresent(model -> put(fields, ColumnMeaning.MODEL, model));
        firearm.calibre().ifPresent(calibre -> put(fields, ColumnMeaning.CALIBRE, calibre));
        firearm.serial().ifPresent(serial -> put(fields, ColumnMeaning.SERIAL, serial));
      }
      case Phone phone -> put(fields, ColumnMeaning.PHONE, phone.written());
      case Account account -> put(fields, ColumnMeaning.ACCOUNT, account.written());
      case OnlineIdentifier name -> put(fields, ColumnMeaning.ONLINE, name.written());
      case Vessel vessel -> {
        vessel.name().ifPresent(name -> put(fields, ColumnMeaning.NAME, name));
        vessel.imo().ifPresent(imo -> put(fields, ColumnMeaning.REGISTRATION, imo));
      }
      // Version 1 of the tokens knows none of these.
      case NetworkAddress address -> {}
      case FileHash hash -> {}
      case WebAddress address -> {}
      case CryptoAddress wallet -> {}
      case Device device -> {}
      case Place place -> {}
    }
  }

  private static void person(MultiValueMap<String, String> fields, Person person) {
    WrittenName first = person.names().getFirst();
    String family = SubjectText.part(first, WrittenName.Role.FAMILY);
    put(fields, ColumnMeaning.FAMILY, family.isEmpty() ? first.written() : family);
    put(fields, ColumnMeaning.GIVEN, SubjectText.part(first, WrittenName.Role.GIVEN));
    List<String> others = person.names().stream().skip(1).map(WrittenName::written).toList();
    put(fields, ColumnMeaning.ALIAS, String.join("\n", others));
    person.born().stream()
        .findFirst()
        .ifPresent(d -> put(fields, ColumnMeaning.BORN, AsWritten.shown(SubjectText.date(d))));
    person.nationalities().stream()
        .findFirst()
        .ifPresent(country -> put(fields, ColumnMeaning.NATIONALITY, country));
    for (IdentityDocument document : person.documents()) {
      switch (document.kind()) {
        case PASSPORT -> put(fields, ColumnMeaning.PASSPORT, document.number());
        case IDENTITY_CARD -> put(fields, ColumnMeaning.IDENTITY_CARD, document.number());
        case NATIONAL_NUMBER -> put(fields, ColumnMeaning.NATIONAL_NUMBER, document.number());
        case VISA, RESIDENCE_PERMIT, DRIVING_LICENCE, OTHER -> {}
      }
    }
    person.phones().stream()
        .findFirst()
        .ifPresent(phone -> put(fields, ColumnMeaning.PHONE, phone.written()));
  }

  private static void put(
      MultiValueMap<String, String> fields, ColumnMeaning meaning, String value) {
    put(fields, meaning.code(), value);
  }

  private static void put(MultiValueMap<String, String> fields, String name, String value) {
    if (!value.isEmpty() && !fields.containsKey(name)) {
      fields.add(name, value);
    }
  }
}
