package org.entente.subject.things;

import java.util.HashMap;
import java.util.Map;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A firearm's maker under one name for its many: Crvena Zastava and Zastava Arms, S&amp;W and Smith
 * and Wesson.
 *
 * @param written as written
 * @param canonical letters and digits in upper case without diacritics
 */
public record Make(String written, String canonical) {

  // One maker a line: the canonical name, then others, tidied.
  private static final String MAKERS =
      """
      ZASTAVA CRVENAZASTAVA ZASTAVAARMS ZASTAVAORUZJE ZAVODICRVENAZASTAVA M70ZASTAVA
      CZ CESKAZBROJOVKA CZUB CESKAZBROJOVKAUHERSKYBROD
      SW SMITHWESSON SMITHANDWESSON SMITHUNDWESSON
      HK HECKLERKOCH HECKLERANDKOCH HECKLERUNDKOCH
      BERETTA PIETROBERETTA FABBRICADARMIPIETROBERETTA
      FN FNHERSTAL FABRIQUENATIONALE FABRIQUENATIONALEHERSTAL
      SIG SIGSAUER SAUER SIGSAUERGMBH
      GLOCK GLOCKGMBH GLOCKGESMBH
      WALTHER CARLWALTHER CARLWALTHERWAFFENFABRIK
      IZHMASH ИЖМАШ KALASHNIKOV KALASHNIKOVCONCERN KONCERNKALASHNIKOV
      BAIKAL IZHMECH IZHEVSKMECHANICALPLANT
      TARIQ TARIK
      BROWNING BROWNINGARMS
      REMINGTON REMINGTONARMS
      COLT COLTS COLTSMFG COLTDEFENSE
      STURMRUGER RUGER STURMRUGERCO
      ARSENAL ARSENALAD ARSENAL2000
      HSPRODUKT HS HSPRODUCT
      """;

  private static final Map<String, String> KNOWN = table();

  /**
   * Reads a maker's name.
   *
   * @throws Unreadable {@code make-empty} or {@code too-long}
   */
  public static Make read(String written) {
    String plain = Marking.plain(Marking.canonical(written));
    if (plain.isEmpty()) {
      throw new Unreadable("make-empty", "A maker needs a name.");
    }
    return new Make(written, KNOWN.getOrDefault(plain, plain));
  }

  private static Map<String, String> table() {
    Map<String, String> known = new HashMap<>();
    for (String line : MAKERS.strip().split("\n", -1)) {
      String[] names = line.strip().split(" ", -1);
      for (String name : names) {
        known.put(Marking.plain(Marking.canonical(name)), names[0]);
      }
    }
    return Map.copyOf(known);
  }
}
