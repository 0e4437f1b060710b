package org.entente.subject.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spellings that follow from official rules rather than from usage: Serbian Cyrillic, Azerbaijani
 * Cyrillic (1939–1991), and what passports and newspapers make of Turkish, Azerbaijani and South
 * Slavic letters (ICAO 9303 part 3 section 6; BGN/PCGN).
 */
final class RuleMade {
  record Form(Writing writing, String letters, String latin) {}

  /** Letters of other Cyrillic alphabets with their Latin values. */
  static final List<String> LETTERS =
      List.of(
          "ї yi i ji",
          "є ye ie e",
          "ґ g",
          "ў u w",
          "і i",
          "ң n ng",
          "қ k q",
          "ғ gh g",
          "ү u",
          "ұ u",
          "ө o u",
          "һ h",
          "ә a e",
          "ҹ j c",
          "ҝ g",
          "ј j y",
          "љ lj l ly",
          "њ nj n ny",
          "ћ c ch tj",
          "ђ dj d dj",
          "џ dz dzh j",
          "ѓ gj g",
          "ќ kj k",
          "ѕ dz",
          "ҳ h kh",
          "ҷ j ch",
          "ӣ i",
          "ӯ u",
          "ӏ i",
          "ъ a u");

  /** Korean family names as passports commonly write them, beside the official romanisation. */
  static final List<String> KOREAN =
      List.of(
          "김 kim gim",
          "이 lee yi rhee",
          "리 ri lee li",
          "박 park pak bak",
          "최 choi choe",
          "정 jung chung jeong chong",
          "강 kang gang",
          "조 cho jo",
          "윤 yoon yun youn",
          "장 jang chang",
          "임 lim im rim",
          "오 oh o",
          "서 seo suh so",
          "신 shin sin",
          "권 kwon gwon",
          "안 ahn an",
          "유 yoo yu you",
          "류 ryu yoo ryoo",
          "전 jeon chun chon",
          "고 ko go koh",
          "문 moon mun",
          "손 son sohn",
          "배 bae pae",
          "백 baek paik paek",
          "허 huh heo hur ho",
          "심 shim sim",
          "노 noh roh no",
          "로 ro roh",
          "곽 kwak gwak",
          "성 sung seong",
          "주 joo ju chu",
          "우 woo u",
          "구 koo ku gu",
          "나 na ra",
          "엄 eom um",
          "공 kong gong",
          "현 hyun hyeon",
          "변 byun byeon",
          "염 yum yeom",
          "여 yeo yuh",
          "추 choo chu",
          "석 seok suk",
          "명 myung myeong",
          "금 keum geum");

  private static final Map<Character, String> TURKISH =
      Map.ofEntries(
          Map.entry('ç', "ch"),
          Map.entry('ş', "sh"),
          Map.entry('ğ', "gh"),
          Map.entry('ı', "i"),
          Map.entry('ö', "oe"),
          Map.entry('ü', "ue"),
          Map.entry('c', "j"));
  private static final Map<Character, String> AZERBAIJANI =
      Map.ofEntries(
          Map.entry('ç', "ch"),
          Map.entry('ş', "sh"),
          Map.entry('ğ', "gh"),
          Map.entry('ı', "i"),
          Map.entry('ö', "o"),
          Map.entry('ü', "u"),
          Map.entry('c', "j"),
          Map.entry('ə', "a"),
          Map.entry('x', "kh"),
          Map.entry('q', "g"),
          Map.entry('j', "zh"));
  private static final Map<Character, String> SOUTH_SLAVIC =
      Map.ofEntries(
          Map.entry('č', "ch"),
          Map.entry('ć', "ch"),
          Map.entry('š', "sh"),
          Map.entry('ž', "zh"),
          Map.entry('đ', "dj"),
          Map.entry('j', "y"),
          Map.entry('c', "ts"));
  private static final Map<Character, String> SOUTH_SLAVIC_PLAIN = Map.of('đ', "dj");
  private static final String AZ_LATIN = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz";
  private static final String AZ_CYRILLIC = "абҹчдеәфҝғһхыижкглмноөпрсштуүвјз";
  private static final String SR_LATIN = "abvgdđežzijklmnoprstćufhcčš";
  private static final String SR_CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш";

  private RuleMade() {}

  static List<Form> of(String letters) {
    List<Form> forms = new ArrayList<>();
    boolean azerbaijani = letters.indexOf('ə') >= 0;
    boolean turkish = has(letters, "ğışüö") && !azerbaijani;
    boolean slavic = has(letters, "ćđčšž");
    if (azerbaijani) {
      forms.add(new Form(Writing.LATIN, letters, by(letters, AZERBAIJANI)));
      cyrillic(forms, letters, AZ_LATIN, AZ_CYRILLIC);
    }
    if (turkish) {
      forms.add(new Form(Writing.LATIN, letters, by(letters, TURKISH)));
      forms.add(new Form(Writing.LATIN, Letters.base(letters), by(letters, TURKISH)));
    }
    if (slavic) {
      forms.add(new Form(Writing.LATIN, letters, by(letters, SOUTH_SLAVIC)));
      forms.add(new Form(Writing.LATIN, letters, by(letters, SOUTH_SLAVIC_PLAIN)));
      forms.add(new Form(Writing.LATIN, Letters.base(letters), by(letters, SOUTH_SLAVIC)));
      String digraphs = letters.replace("lj", "љ").replace("nj", "њ").replace("dž", "џ");
      cyrillic(forms, digraphs, SR_LATIN + "љњџ", SR_CYRILLIC + "љњџ");
    }
    forms.removeIf(form -> form.latin().isEmpty());
    return forms;
  }

  private static boolean has(String letters, String any) {
    return letters.chars().anyMatch(c -> any.indexOf(c) >= 0);
  }

  private static String by(String letters, Map<Character, String> table) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      out.append(table.getOrDefault(letters.charAt(i), String.valueOf(letters.charAt(i))));
    }
    return Letters.base(out.toString());
  }

  private static void cyrillic(List<Form> forms, String letters, String from, String to) {
    Map<Character, Character> table = new HashMap<>();
    for (int i = 0; i < from.length(); i++) {
      table.put(from.charAt(i), to.charAt(i));
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      Character c = table.get(letters.charAt(i));
      if (c == null) {
        return;
      }
      out.append(c.charValue());
    }
    String latin = letters.replace("љ", "lj").replace("њ", "nj").replace("џ", "dz");
    forms.add(new Form(Writing.CYRILLIC, out.toString(), Letters.base(latin)));
  }
}
