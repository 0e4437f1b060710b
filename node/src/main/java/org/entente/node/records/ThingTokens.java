package org.entente.node.records;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.arms.marks.LotNumber;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Understood;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Pasted;
import org.entente.intake.SubjectKind;
import org.entente.intake.ValueReading;
import org.entente.node.casework.Subjects;
import org.entente.node.casework.ToldSubject;
import org.entente.node.forms.FilledForm;
import org.entente.subject.Marking;

/**
 * By what a thing is the same in two matters: its number in canonical form, as a keyed digest. What
 * is never told apart by it alone (names, makes, places) makes no token.
 */
final class ThingTokens {
  /** The day by which times in pasted words are read; no token has one. */
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 30);

  /** Shorter numbers are in too many hands. */
  private static final int LEAST = 4;

  private final IndexSecrets secrets;

  ThingTokens(IndexSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Something that identifies a thing.
   *
   * @param field what it is; empty for a logo, or a lot, which are no fields of a subject
   * @param written as it stands in the message
   */
  record Seen(Optional<ColumnMeaning> field, String written) {
    @Override
    public String toString() {
      return "Seen[" + field + "]";
    }
  }

  /** What a message tells of, by token. */
  Map<String, Seen> of(Subjects subjects) {
    Map<String, Seen> tokens = new LinkedHashMap<>();
    for (ToldSubject told : subjects.told()) {
      add(tokens, told.kind(), told.known());
    }
    for (FilledForm form : subjects.forms()) {
      for (FilledForm.Identified each : form.identified()) {
        switch (each.as()) {
          case PLATE -> add(tokens, SubjectKind.VEHICLE, ColumnMeaning.PLATE, each.words());
          case DOCUMENT -> add(tokens, SubjectKind.DOCUMENT, ColumnMeaning.DOCUMENT, each.words());
          case WALLET -> add(tokens, SubjectKind.WALLET, ColumnMeaning.WALLET, each.words());
          case LOGO -> put(tokens, "logo", plain(each.words()), Optional.empty(), each.words());
          case SERIAL -> serial(tokens, each.words());
          case LOT -> put(tokens, "lot", lot(each.words()), Optional.empty(), each.words());
          case ANY ->
              Pasted.read(each.words(), Optional.empty(), ANY_DAY)
                  .found()
                  .forEach(found -> add(tokens, found.kind(), found.said()));
        }
      }
    }
    return tokens;
  }

  /** A number of which a sign is in doubt is no key: many weapons have it. */
  private void serial(Map<String, Seen> tokens, String words) {
    if (words.indexOf(Marking.DOUBT) < 0) {
      add(tokens, SubjectKind.FIREARM, ColumnMeaning.SERIAL, words);
    }
  }

  /** A lot as its pattern has it; one with a sign in doubt, or of no pattern, is no key. */
  private static String lot(String words) {
    return Marks.lot(words).understood().stream()
        .flatMap(read ->
            read instanceof Understood.OfLot(LotNumber number)
                ? Stream.of(number.canonical())
                : Stream.empty())
        .findFirst()
        .filter(canonical -> canonical.indexOf(Marking.DOUBT) < 0)
        .orElse("");
  }

  private void add(Map<String, Seen> tokens, SubjectKind kind, ColumnMeaning field, String words) {
    add(tokens, kind, Map.of(field, List.of(words)));
  }

  private void add(
      Map<String, Seen> tokens, SubjectKind kind, Map<ColumnMeaning, List<String>> said) {
    for (ValueReading reading : ValueReading.of(kind, said)) {
      family(reading.field())
          .ifPresent(family ->
              put(
                  tokens,
                  family,
                  canonical(reading),
                  Optional.of(reading.field()),
                  reading.written()));
    }
  }

  /** Numbers without the marks between their parts; what has case and marks of its own stays. */
  private static String canonical(ValueReading reading) {
    return switch (reading.field()) {
      case PLATE, VIN, DOCUMENT, PASSPORT, IDENTITY_CARD, NATIONAL_NUMBER, SERIAL, REGISTRATION ->
          plain(reading.canonical());
      default -> reading.canonical();
    };
  }

  private void put(
      Map<String, Seen> tokens,
      String family,
      String canonical,
      Optional<ColumnMeaning> field,
      String written) {
    if (canonical.length() >= (family.equals("logo") ? 1 : LEAST)) {
      String whole = "thing:" + family + ":" + canonical;
      tokens.putIfAbsent(
          secrets.digest(whole.getBytes(StandardCharsets.UTF_8)), new Seen(field, written));
    }
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Fields that hold the same kind of number are one family; those that hold none have none. */
  private static Optional<String> family(ColumnMeaning field) {
    return switch (field) {
      case DOCUMENT, PASSPORT, IDENTITY_CARD, NATIONAL_NUMBER -> Optional.of("document");
      case PLATE,
          VIN,
          PHONE,
          ACCOUNT,
          ONLINE,
          SERIAL,
          REGISTRATION,
          IP_ADDRESS,
          FILE_HASH,
          WEB_ADDRESS,
          WALLET,
          DEVICE_NUMBER ->
          Optional.of(field.code());
      case KEY,
          NAME,
          FAMILY,
          GIVEN,
          PATRONYMIC,
          ALIAS,
          BORN,
          GENDER,
          NATIONALITY,
          BIRTH_PLACE,
          COUNTRY,
          MAKE,
          MODEL,
          CALIBRE,
          SOURCE_PORT,
          SEEN_AT,
          CHAIN,
          PLACE_NAME,
          COORDINATES,
          CATEGORY,
          OFFENCE,
          EVALUATION,
          HANDLING ->
          Optional.empty();
    };
  }
}
