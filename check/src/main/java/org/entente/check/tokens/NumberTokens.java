package org.entente.check.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.subject.Keys;
import org.entente.subject.Subject;
import org.entente.subject.things.Vin;

/** Tokens of what {@link Keys} reads: documents, telephones, vehicles and other numbered things. */
final class NumberTokens {
  /** Between a country, maker or service and the number, as {@link Keys} writes them. */
  private static final char BESIDE = '/';

  /** The first letters and digits of an IBAN: country and check digits. */
  private static final int IBAN_HEAD = 4;

  /** Families of keys that version 1 of the tokens has no family for. */
  private static final Set<String> WITHOUT = Set.of("device", "hash", "ip", "wallet", "web");

  private NumberTokens() {}

  /** The exact ones first. */
  static List<Token> of(Subject subject, Side side) {
    Set<String> keys = Keys.of(subject);
    boolean countryKnown = keys.stream().anyMatch(key -> key.startsWith("phone:"));
    Set<Token> tokens = new LinkedHashSet<>();
    for (String key : keys) {
      int cut = key.indexOf(':');
      String held = key.substring(cut + 1);
      String family = key.substring(0, cut);
      if (held.isEmpty() || held.length() >= Token.LONGEST_TEXT || WITHOUT.contains(family)) {
        continue;
      }
      if (family.equals("phone-national")) {
        tokens.addAll(nationalPhone(held, countryKnown, side));
      } else {
        tokens.add(new Token(family(family, held), held));
      }
    }
    List<Token> sorted = new ArrayList<>(tokens);
    sorted.sort(Comparator.comparing((Token token) -> token.family().quality()));
    return sorted;
  }

  /**
   * National numbers count only where one side lacks the country ({@link Keys#meet}): a mark says
   * whether who keeps one has it, and who has it asks only for those kept without.
   */
  private static List<Token> nationalPhone(String number, boolean countryKnown, Side side) {
    Token without = new Token(Family.NATIONAL_PHONE, "-" + number);
    Token with = new Token(Family.NATIONAL_PHONE, "+" + number);
    return switch (side) {
      case KEPT -> List.of(countryKnown ? with : without);
      case ASKED -> countryKnown ? List.of(without) : List.of(without, with);
    };
  }

  private static Family family(String name, String held) {
    boolean narrow = held.indexOf(BESIDE) >= 0;
    return switch (name) {
      case "document" -> narrow ? Family.ISSUED_DOCUMENT : Family.DOCUMENT;
      case "phone" -> Family.PHONE;
      case "plate" -> narrow ? Family.COUNTRY_PLATE : Family.PLATE;
      case "vin" -> held.length() == Vin.LENGTH ? Family.VIN : Family.CHASSIS;
      case "serial+make" -> Family.MADE_SERIAL;
      case "serial" -> Family.SERIAL;
      case "imo" -> Family.IMO;
      case "account" -> isIban(held) ? Family.IBAN : Family.ACCOUNT;
      case "online" -> narrow || held.indexOf('@') >= 0 ? Family.ONLINE : Family.HANDLE;
      case "registration" -> narrow ? Family.COUNTRY_REGISTRATION : Family.REGISTRATION;
      default -> throw new IllegalStateException("a family of keys without tokens");
    };
  }

  /** By its form: both sides hold the same text and must come to the same family. */
  private static boolean isIban(String account) {
    return account.length() > IBAN_HEAD
        && isLetter(account.charAt(0))
        && isLetter(account.charAt(1))
        && isDigit(account.charAt(2))
        && isDigit(account.charAt(3));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
