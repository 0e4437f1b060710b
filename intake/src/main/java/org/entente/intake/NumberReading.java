package org.entente.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.CountryCode;
import org.entente.subject.IdentityDocument;
import org.entente.subject.Unsaid;

/**
 * The number of a document with what is written beside it: {@code passport: P0101001 (RS)}.
 *
 * @param issuer the country that is named beside it
 */
record NumberReading(IdentityDocument.Kind kind, String number, Optional<String> issuer) {
  private static final Map<String, IdentityDocument.Kind> KINDS = kinds();

  /** A word for a kind, and a sign before the number. */
  private static final Pattern SIGNED = Pattern.compile("(\\p{L}[^:=#№\\d]*)[:=#№]\\s*(\\S.*)");

  private static final Pattern BEHIND = Pattern.compile("(.*?\\S)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");

  /** Words that name a kind. */
  private static final int MOST_WORDS = 4;

  /** Longer than a number with its kind and country. */
  private static final int MOST_CHARS = 100;

  static NumberReading of(IdentityDocument.Kind usual, String written) {
    return written.length() > MOST_CHARS
        ? new NumberReading(usual, written, Optional.empty())
        : read(usual, written);
  }

  private static NumberReading read(IdentityDocument.Kind usual, String written) {
    Matcher behind = BEHIND.matcher(written);
    if (behind.matches()) {
      Optional<String> country = CountryCode.read(behind.group(2));
      IdentityDocument.Kind kind = KINDS.get(Unsaid.word(behind.group(2)));
      if (country.isPresent() || kind != null) {
        NumberReading number = of(usual, behind.group(1));
        return new NumberReading(
            kind == null ? number.kind() : kind, number.number(), country.or(number::issuer));
      }
    }
    Matcher signed = SIGNED.matcher(written);
    if (signed.matches()) {
      IdentityDocument.Kind kind = KINDS.get(Unsaid.word(signed.group(1)));
      if (kind != null) {
        return new NumberReading(kind, signed.group(2).strip(), Optional.empty());
      }
    }
    return worded(usual, written);
  }

  /** The first words before the number, as many as are a kind. */
  private static NumberReading worded(IdentityDocument.Kind usual, String written) {
    String[] words = written.split("\\s+", MOST_WORDS + 2);
    for (int count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
      String number = String.join(" ", Arrays.asList(words).subList(count, words.length));
      IdentityDocument.Kind kind =
          KINDS.get(Unsaid.word(String.join("", Arrays.asList(words).subList(0, count))));
      if (kind != null && number.codePoints().anyMatch(Character::isDigit)) {
        return new NumberReading(kind, number, Optional.empty());
      }
    }
    return new NumberReading(usual, written, Optional.empty());
  }

  private static Map<String, IdentityDocument.Kind> kinds() {
    Map<String, IdentityDocument.Kind> kinds = new HashMap<>();
    add(
        kinds,
        IdentityDocument.Kind.PASSPORT,
        "passport, passport no, passport number, pass, ppt, pp, pasoš, pasoš br, pasoš broj, br pasoša, broj pasoša, pasosh, putovnica, putna isprava, пасош, пасоша, pasport, pasaport, паспорт, паспорт номер, паспорт серия, загранпаспорт, reisepass, passeport, passaporto, pasaporte, paszport, pașaport, pasaporta, útlevél, διαβατήριο, პასპორტი, անձնագիր, جواز سفر, گذرنامه, דרכון, 护照");
    add(
        kinds,
        IdentityDocument.Kind.IDENTITY_CARD,
        "id, id card, id no, id number, identity card, idcard, ic, i d, card, lk, l k, br lk, lk br, lk broj, lična karta, licna karta, osobna, osobna iskaznica, лк, л к, лична карта, şəxsiyyət vəsiqəsi, vəsiqə, ş v, kimlik, nüfus cüzdanı, удостоверение, удостоверение личности, personalausweis, ausweis, carte d'identité, cni, carta d'identità, dowód osobisty, dowód, letërnjoftim, ταυτότητα, პირადობის მოწმობა, بطاقة هوية, کارت ملی, תעודת זהות, 身份证");
    add(
        kinds,
        IdentityDocument.Kind.NATIONAL_NUMBER,
        "national number, national id, personal number, pin, fin, fin kod, jmbg, јмбг, jmb, embg, oib, egn, егн, tckn, tc kimlik no, инн, снилс, iin, pesel, cnp, ssn, nie, dni, afm, pn");
    add(
        kinds,
        IdentityDocument.Kind.DRIVING_LICENCE,
        "driving licence, driving license, driver licence, driver's license, drivers license, dl, vozačka, vozačka dozvola, возачка дозвола, возачка, sürücülük vəsiqəsi, sürücü belgesi, ehliyet, водительское удостоверение, права, ву, führerschein, permis de conduire, patente, prawo jazdy");
    add(
        kinds,
        IdentityDocument.Kind.RESIDENCE_PERMIT,
        "residence permit, residence, rp, dozvola boravka, boravišna dozvola, боравишна дозвола, yaşayış icazəsi, ikamet, вид на жительство, внж, aufenthaltstitel, titre de séjour");
    add(kinds, IdentityDocument.Kind.VISA, "visa, viza, виза, visum, vizası");
    add(
        kinds,
        IdentityDocument.Kind.OTHER,
        "document, doc, dokument, isprava, sənəd, belge, документ, исправа, number, no, br, broj, број, номер, nömrə");
    return Map.copyOf(kinds);
  }

  private static void add(
      Map<String, IdentityDocument.Kind> kinds, IdentityDocument.Kind kind, String words) {
    for (String word : words.split(",", -1)) {
      kinds.putIfAbsent(Unsaid.word(word), kind);
    }
  }

  @Override
  public String toString() {
    return "NumberReading[" + kind + "]";
  }
}
