package org.entente.subject.things;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.subject.Marking;
import org.entente.subject.Unreadable;

/**
 * A firearm's calibre under one name for its many: 9x19, 9 mm Para and 9mm Luger are one cartridge.
 *
 * @param written as written
 * @param canonical the metric or common name in lower case without spaces
 * @param known whether the cartridge stands in the table; else {@code canonical} is only tidied
 */
public record Calibre(String written, String canonical, boolean known) {

  // One cartridge a line: its canonical name, then its other names, tidied.
  private static final String CARTRIDGES =
      """
      9x19 9para 9parabellum 9luger 9x19para 9x19parabellum 9x19luger 9x19nato 9nato 9pb 9p08
      9x18 9makarov 9x18makarov 9mak 9pm 9x18pm
      9x17 9kurz 9short 9browning 9browningshort 9browningcourt 9corto .380acp .380auto .380 380acp 9x17kurz
      7.65x17 7.65browning 7.65x17sr .32acp .32auto 32acp 7.65
      6.35x15 6.35browning .25acp .25auto 25acp 6.35
      7.62x25 7.62tokarev 7.62tt 7.62x25tokarev 7.62x25tt
      7.62x39 7.62x39r1943 7.62soviet 7.62x39soviet
      7.62x54r 7.62x54 7.62x53r 7.62mosin
      7.62x51 7.62nato 7.62x51nato
      .308win .308winchester 308win .308
      5.56x45 5.56nato 5.56 5.56x45nato
      .223rem .223remington 223rem .223
      5.45x39 5.45 5.45soviet
      7.92x57 7.92mauser 8x57 8x57is 7.92x57mauser 8mauser 8x57mauser
      9x21 9x21imi
      9x39 9x39soviet
      .45acp .45auto 45acp 11.43x23 .45
      .40sw .40s&w 40s&w 40sw 10x22
      10auto 10x25 10x25auto
      .38spl .38special 38special 38spl 9x29r .38
      .357mag .357magnum 357magnum 357mag 9x33r .357
      .44mag .44magnum 44magnum 44mag
      .22lr .22longrifle 22lr 22longrifle 5.6x15r 5.6lr .22
      .22short 22short
      .22wmr .22magnum 22wmr 22magnum
      .300wm .300winmag 300winmag .300winchestermagnum
      .30-06 30-06 .30-06springfield 7.62x63
      .338lm .338lapua .338lapuamagnum 338lapua 8.6x70
      .50bmg 50bmg 12.7x99 12.7nato
      12.7x108 12.7soviet
      9pak 9p.a.k. 9x22 9knall 9blank
      8k 8knall 8blank 8x20
      12/70 12ga 12gauge 12 12x70 cal12 12/76 12x76
      16/70 16ga 16gauge 16
      20/70 20ga 20gauge 20 20/76
      .410 410 .410bore 36ga
      """;

  private static final Map<String, String> KNOWN = table();
  private static final Pattern SPACE = Pattern.compile("[\\s_]+");
  private static final Pattern UNIT = Pattern.compile("(?<=[0-9])mm\\.?");
  private static final Pattern LEADING =
      Pattern.compile("^(?:calibre|caliber|kalibar|kalibr|cal\\.?|kal\\.?)");

  /**
   * Reads a calibre.
   *
   * @throws Unreadable {@code calibre-empty} or {@code too-long}
   */
  public static Calibre read(String written) {
    if (written.length() > Marking.MAX_LENGTH) {
      throw new Unreadable("too-long", "More than 200 characters are no calibre.");
    }
    String tidy = tidy(written);
    if (tidy.isEmpty()) {
      throw new Unreadable("calibre-empty", "A calibre needs a number.");
    }
    String name = KNOWN.get(tidy);
    return name == null ? new Calibre(written, tidy, false) : new Calibre(written, name, true);
  }

  private static String tidy(String written) {
    String lower =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace(',', '.')
            .replace('×', 'x')
            .replace('х', 'x') // the Cyrillic one
            .replace('*', 'x')
            .replace("мм", "mm");
    String close = SPACE.matcher(lower).replaceAll("");
    String bare = LEADING.matcher(close).replaceFirst("");
    return UNIT.matcher(bare).replaceAll("").replace("(", "").replace(")", "");
  }

  private static Map<String, String> table() {
    Map<String, String> known = new HashMap<>();
    for (String line : CARTRIDGES.strip().split("\n", -1)) {
      String[] names = line.strip().split(" ", -1);
      for (String name : names) {
        known.put(name, names[0]);
      }
    }
    return Map.copyOf(known);
  }
}
