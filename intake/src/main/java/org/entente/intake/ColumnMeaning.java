package org.entente.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of a file can mean, with the headings by which it is known. */
public enum ColumnMeaning {
  KEY(
      "id",
      "key",
      "record id",
      "no",
      "nömrə",
      "qeyd nömrəsi",
      "redni broj",
      "šifra",
      "шифра",
      "рб"),
  NAME(
      "name",
      "full name",
      "whole name",
      "ad soyad",
      "ad və soyad",
      "tam ad",
      "soyad ad ata adı",
      "ime i prezime",
      "prezime i ime",
      "puno ime",
      "име и презиме",
      "презиме и име",
      "naziv",
      "назив"),
  FAMILY("family name", "last name", "surname", "soyad", "soyadı", "prezime", "презиме"),
  GIVEN("given name", "first name", "forename", "ad", "adı", "ime", "име"),
  PATRONYMIC(
      "patronymic",
      "father's name",
      "middle name",
      "ata adı",
      "atasının adı",
      "ime oca",
      "ime roditelja",
      "име оца",
      "име родитеља",
      "srednje ime"),
  ALIAS(
      "alias",
      "aliases",
      "also known as",
      "aka",
      "nickname",
      "ləqəb",
      "ləqəbi",
      "digər adlar",
      "nadimak",
      "надимак",
      "alijas",
      "алијас"),
  BORN(
      "date of birth",
      "birth date",
      "dob",
      "born",
      "doğum tarixi",
      "təvəllüd",
      "datum rođenja",
      "датум рођења"),
  GENDER("gender", "sex", "cins", "cinsi", "pol", "пол"),
  NATIONALITY(
      "nationality", "citizenship", "vətəndaşlığı", "vətəndaşlıq", "državljanstvo", "држављанство"),
  BIRTH_PLACE("place of birth", "birth place", "doğum yeri", "mesto rođenja", "место рођења"),
  DOCUMENT(
      "document",
      "document number",
      "sənəd",
      "sənədin nömrəsi",
      "dokument",
      "broj dokumenta",
      "број документа",
      "документ"),
  PASSPORT(
      "passport",
      "passport number",
      "pasport",
      "pasportun nömrəsi",
      "pasoš",
      "broj pasoša",
      "пасош",
      "број пасоша"),
  IDENTITY_CARD(
      "identity card",
      "id card",
      "şəxsiyyət vəsiqəsi",
      "lična karta",
      "broj lične karte",
      "лична карта",
      "број личне карте"),
  NATIONAL_NUMBER("national number", "personal number", "fin", "fin kod", "jmbg", "јмбг"),
  PHONE("phone", "telephone", "mobile", "telefon", "mobil", "телефон"),
  ACCOUNT("account", "iban", "bank account", "hesab", "račun", "broj računa", "рачун"),
  ONLINE("email", "e-mail", "handle", "profile", "e-poçt", "elektron poçt", "imejl", "имејл"),
  PLATE(
      "plate",
      "number plate",
      "registration plate",
      "dövlət nömrəsi",
      "nömrə nişanı",
      "registarska oznaka",
      "tablice",
      "регистарска ознака",
      "таблице"),
  VIN("vin", "chassis", "chassis number", "ban nömrəsi", "şassi", "broj šasije", "број шасије"),
  COUNTRY("country", "issuing country", "ölkə", "država", "zemlja", "држава", "земља"),
  MAKE("make", "manufacturer", "marka", "marka vozila", "марка", "proizvođač", "произвођач"),
  MODEL("model", "modeli", "tip", "модел", "тип"),
  CALIBRE("calibre", "caliber", "kalibr", "kalibar", "калибар"),
  SERIAL(
      "serial",
      "serial number",
      "seriya nömrəsi",
      "seriya",
      "serijski broj",
      "fabrički broj",
      "серијски број",
      "фабрички број"),
  REGISTRATION(
      "registration", "registration number", "voen", "vöen", "matični broj", "матични број", "imo"),
  CATEGORY("category", "role", "kateqoriya", "kategorija", "категорија"),
  OFFENCE("offence", "offense", "crime", "cinayət", "krivično delo", "кривично дело"),
  EVALUATION("evaluation", "4x4", "qiymətləndirmə", "ocena", "процена", "procena", "оцена"),
  HANDLING("handling", "handling code", "rukovanje", "руковање");

  private static final Map<String, ColumnMeaning> BY_HEADING = new HashMap<>();

  static {
    for (ColumnMeaning meaning : values()) {
      meaning.headings.lines().forEach(h -> BY_HEADING.put(plain(h), meaning));
      BY_HEADING.put(plain(meaning.name()), meaning);
    }
  }

  private final String headings;

  ColumnMeaning(String... headings) {
    this.headings = String.join("\n", headings);
  }

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ColumnMeaning> ofCode(String code) {
    for (ColumnMeaning meaning : values()) {
      if (meaning.code().equals(code)) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  /** What a heading means, if it is one that is known. */
  static Optional<ColumnMeaning> ofHeading(String heading) {
    return Optional.ofNullable(BY_HEADING.get(plain(heading)));
  }

  /** Whether a cell may hold several values, parted by semicolons. */
  boolean many() {
    return switch (this) {
      case ALIAS,
          NATIONALITY,
          DOCUMENT,
          PASSPORT,
          IDENTITY_CARD,
          NATIONAL_NUMBER,
          PHONE,
          ACCOUNT,
          ONLINE,
          REGISTRATION,
          HANDLING ->
          true;
      case KEY,
          NAME,
          FAMILY,
          GIVEN,
          PATRONYMIC,
          BORN,
          GENDER,
          BIRTH_PLACE,
          PLATE,
          VIN,
          COUNTRY,
          MAKE,
          MODEL,
          CALIBRE,
          SERIAL,
          CATEGORY,
          OFFENCE,
          EVALUATION ->
          false;
    };
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
