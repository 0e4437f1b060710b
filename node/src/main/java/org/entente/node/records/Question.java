package org.entente.node.records;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.intake.SubjectKind;
import org.entente.subject.Account;
import org.entente.subject.Gender;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Keys;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Unreadable;
import org.entente.subject.WrittenName;
import org.entente.subject.dates.DateReading;

/**
 * What is asked of the index, as typed; an empty field asks nothing.
 *
 * @param vehicle plate or identification number
 * @param typing whether the name may still be unfinished
 */
public record Question(
    Optional<Person> person,
    String name,
    String born,
    String document,
    String vehicle,
    String firearm,
    String phone,
    String account,
    Optional<SubjectKind> kind,
    Optional<DataSubjectCategory> category,
    Optional<OffenceArea> offence,
    String source,
    boolean typing) {
  /** Nobody types more into a field of a search. */
  public static final int TEXT_MAX = WrittenName.MAX_LENGTH;

  public Question {
    for (String text : List.of(name, born, document, vehicle, firearm, phone, account, source)) {
      if (text.length() > TEXT_MAX) {
        throw new IllegalArgumentException("a field of a question has at most 400 characters");
      }
    }
  }

  /** A question that asks nothing yet. */
  public static Question empty() {
    return new Question(
        Optional.empty(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        false);
  }

  /** Who else is known by this description. */
  public static Question about(Person person) {
    return new Question(
        Optional.of(person),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Optional.of(SubjectKind.PERSON),
        Optional.empty(),
        Optional.empty(),
        "",
        false);
  }

  /** A word of these signs may be a day; a year alone is none, for numbers look like it. */
  private static final Pattern DAY =
      Pattern.compile("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}\\.?");

  private static final Pattern DIGIT = Pattern.compile(".*[0-9].*");

  /** A digit or two among letters may be letters of a name: Petr0vić. */
  private static final Pattern MISTYPED =
      Pattern.compile("(?=(?:[0-9]*\\p{L}){4})\\p{L}*[0-9]\\p{L}*(?:[0-9]\\p{L}*)?");

  /**
   * What was typed into one field: words with a day in them are a date of birth, others with digits
   * a number of any kind and perhaps a mistyped name, and the rest a name.
   */
  public static Question typed(String text) {
    List<String> name = new ArrayList<>();
    List<String> born = new ArrayList<>();
    List<String> number = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      boolean digits = DIGIT.matcher(word).matches();
      (DAY.matcher(word).matches() ? born : digits ? number : name).add(word);
      if (digits && MISTYPED.matcher(word).matches()) {
        name.add(word);
      }
    }
    String numbers = String.join(" ", number);
    return new Question(
        Optional.empty(),
        String.join(" ", name),
        String.join(" ", born),
        numbers,
        numbers,
        numbers,
        numbers,
        numbers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        false);
  }

  /** The same question for a name. */
  public Question named(String asked) {
    return new Question(
        person, asked, born, document, vehicle, firearm, phone, account, kind, category, offence,
        source, typing);
  }

  List<String> names() {
    List<String> all = new ArrayList<>();
    person.ifPresent(p -> p.names().forEach(n -> all.add(n.written())));
    if (!name.isBlank()) {
      all.add(name.strip());
    }
    return all;
  }

  List<PartialDate> dates() {
    List<PartialDate> all = new ArrayList<>(person.map(Person::born).orElse(List.of()));
    all.addAll(bornRead());
    return all;
  }

  /** Whether a date was typed that cannot be read; it is not looked for then. */
  public boolean dateUnread() {
    return !born.isBlank() && bornRead().isEmpty();
  }

  /** Every date that was perhaps meant. */
  private List<PartialDate> bornRead() {
    try {
      return born.isBlank() ? List.of() : DateReading.read(born).dates();
    } catch (Unreadable unread) {
      return List.of();
    }
  }

  /** Look-up keys of every number that was asked. */
  Set<String> numbers() {
    Set<String> all = new LinkedHashSet<>();
    person.ifPresent(p -> all.addAll(Keys.of(p)));
    all.addAll(
        Keys.ofDocument(
            new IdentityDocument(
                IdentityDocument.Kind.OTHER, document, Optional.empty(), Optional.empty())));
    all.addAll(Keys.ofPlate(vehicle, Optional.empty()));
    all.addAll(Keys.ofVin(vehicle));
    all.addAll(Keys.ofSerial(firearm, Optional.empty()));
    all.addAll(Keys.ofPhone(phone, Optional.empty()));
    all.addAll(Keys.ofAccount(account));
    all.addAll(Keys.ofWallet(account, Optional.empty()));
    all.addAll(Keys.ofHash(document));
    all.addAll(Keys.ofDevice(document));
    for (String text : List.of(document, name)) {
      // A domain or a mailbox may have no digit, and is then taken for a name as well.
      all.addAll(Keys.ofAddress(text));
      all.addAll(Keys.ofWeb(text));
      if (text.indexOf('@') >= 0) {
        all.addAll(Keys.ofOnline(text, Optional.empty()));
      }
    }
    return all;
  }

  boolean asksNothing() {
    return names().isEmpty() && dates().isEmpty() && numbers().isEmpty();
  }

  /** The person asked for with everything that was typed; empty if no name was. */
  Optional<Person> asPerson() {
    if (names().isEmpty()) {
      return Optional.empty();
    }
    Optional<Person> base = person;
    List<IdentityDocument> documents =
        new ArrayList<>(base.map(Person::documents).orElse(List.of()));
    if (!document.isBlank()) {
      documents.add(
          new IdentityDocument(
              IdentityDocument.Kind.OTHER, document.strip(), Optional.empty(), Optional.empty()));
    }
    List<Phone> phones = new ArrayList<>(base.map(Person::phones).orElse(List.of()));
    if (!phone.isBlank()) {
      phones.add(new Phone(phone.strip(), Optional.empty()));
    }
    List<Account> accounts = new ArrayList<>(base.map(Person::accounts).orElse(List.of()));
    if (!account.isBlank()) {
      accounts.add(new Account(account.strip()));
    }
    return Optional.of(
        new Person(
            names().stream().map(WrittenName::of).toList(),
            dates(),
            base.map(Person::gender).orElse(Gender.UNKNOWN),
            base.map(Person::nationalities).orElse(List.of()),
            base.map(Person::birthPlaces).orElse(List.of()),
            documents,
            phones,
            accounts,
            base.map(Person::online).orElse(List.of())));
  }

  @Override
  public String toString() {
    return "Question[…]";
  }
}
