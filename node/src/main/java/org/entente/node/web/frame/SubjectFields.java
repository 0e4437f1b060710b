package org.entente.node.web.frame;

import java.util.List;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** By which fields a page describes each kind of person or thing. */
public final class SubjectFields {
  private SubjectFields() {}

  /** Whether a blind check can ask about a kind: version 1 of the tokens has families for it. */
  public static boolean checkable(SubjectKind kind) {
    return switch (kind) {
      case PERSON, ORGANISATION, DOCUMENT, VEHICLE, FIREARM, PHONE, ACCOUNT, ONLINE, VESSEL -> true;
      case NETWORK, HASH, WEB, WALLET, DEVICE, PLACE -> false;
    };
  }

  /** The fields of a kind, the one that it is known by first. */
  public static List<ColumnMeaning> of(SubjectKind kind) {
    return switch (kind) {
      case PERSON ->
          List.of(
              ColumnMeaning.FAMILY,
              ColumnMeaning.GIVEN,
              ColumnMeaning.PATRONYMIC,
              ColumnMeaning.NAME,
              ColumnMeaning.ALIAS,
              ColumnMeaning.BORN,
              ColumnMeaning.GENDER,
              ColumnMeaning.NATIONALITY,
              ColumnMeaning.PASSPORT,
              ColumnMeaning.IDENTITY_CARD,
              ColumnMeaning.NATIONAL_NUMBER,
              ColumnMeaning.DOCUMENT,
              ColumnMeaning.PHONE);
      case ORGANISATION ->
          List.of(ColumnMeaning.NAME, ColumnMeaning.REGISTRATION, ColumnMeaning.COUNTRY);
      case DOCUMENT ->
          List.of(
              ColumnMeaning.DOCUMENT,
              ColumnMeaning.PASSPORT,
              ColumnMeaning.IDENTITY_CARD,
              ColumnMeaning.COUNTRY);
      case VEHICLE ->
          List.of(
              ColumnMeaning.PLATE,
              ColumnMeaning.COUNTRY,
              ColumnMeaning.VIN,
              ColumnMeaning.MAKE,
              ColumnMeaning.MODEL);
      case FIREARM ->
          List.of(
              ColumnMeaning.SERIAL, ColumnMeaning.MAKE, ColumnMeaning.MODEL, ColumnMeaning.CALIBRE);
      case PHONE -> List.of(ColumnMeaning.PHONE, ColumnMeaning.COUNTRY);
      case ACCOUNT -> List.of(ColumnMeaning.ACCOUNT);
      case ONLINE -> List.of(ColumnMeaning.ONLINE);
      case VESSEL -> List.of(ColumnMeaning.NAME, ColumnMeaning.REGISTRATION, ColumnMeaning.COUNTRY);
      case NETWORK ->
          List.of(ColumnMeaning.IP_ADDRESS, ColumnMeaning.SOURCE_PORT, ColumnMeaning.SEEN_AT);
      case HASH -> List.of(ColumnMeaning.FILE_HASH);
      case WEB -> List.of(ColumnMeaning.WEB_ADDRESS);
      case WALLET -> List.of(ColumnMeaning.WALLET, ColumnMeaning.CHAIN);
      case DEVICE -> List.of(ColumnMeaning.DEVICE_NUMBER, ColumnMeaning.MAKE, ColumnMeaning.MODEL);
      case PLACE ->
          List.of(ColumnMeaning.PLACE_NAME, ColumnMeaning.COUNTRY, ColumnMeaning.COORDINATES);
    };
  }
}
