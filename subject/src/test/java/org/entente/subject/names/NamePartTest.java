package org.entente.subject.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartTest {
  private static List<NamePart> parts(String name, int most) {
    return NameSounds.first().parts(name, most);
  }

  @ParameterizedTest
  @CsvSource({
    "kovacevic, kfsfk",
    "schmidt, smt",
    "philip, flp",
    "anna, ana",
    "li, li",
    "lee, li",
    "nguyen, nkn",
    "aoi, a",
    "oh, u",
    "zhao, sa",
    "ekaterina, ktrn"
  })
  void aSoundIsTheConsonantsByClassAndWhereTheseAreFewTheVowelsToo(String latin, String sound) {
    assertThat(NamePart.sound(latin)).isEqualTo(sound);
  }

  @Test
  void titlesParticlesAndInitialsAreNoPartsOfTheirOwn() {
    assertThat(parts("Dr. Jan van der Berg M.", 1).stream().filter(part -> part.words() == 1))
        .hasSize(2);
  }

  @Test
  void neighboursThatOthersWriteAsOneArePartsBesideTheirWords() {
    List<NamePart> parts = parts("Abd al Rahman Mansouri", 1);
    String together = parts("Abdalrahman", 1).getFirst().sounds().getFirst();

    assertThat(parts).anyMatch(part -> part.words() == 3 && part.sounds().contains(together));
    assertThat(parts("Ana Li", 1)).allMatch(part -> part.words() == 1);
  }

  @Test
  void partsOverlapWhereTheyShareAWord() {
    NamePart two = new NamePart(1, 2, List.of("a"));

    assertThat(two.overlaps(new NamePart(2, 1, List.of("b")))).isTrue();
    assertThat(two.overlaps(new NamePart(0, 1, List.of("b")))).isFalse();
    assertThat(two.overlaps(new NamePart(3, 1, List.of("b")))).isFalse();
  }

  @Test
  void moreWaysToSayAWordAreAskedForAndTheFirstStayTheSame() {
    List<String> two = parts("Ђорђевић", 2).getFirst().sounds();
    List<String> four = parts("Ђорђевић", 4).getFirst().sounds();

    assertThat(two).hasSize(2);
    assertThat(four).startsWith(two.toArray(String[]::new)).hasSizeGreaterThan(2);
  }

  @Test
  void georgianCapitalsAreReadAsSmallLetters() {
    assertThat(parts("ᲒᲘᲝᲠᲒᲘ ᲑᲔᲠᲘᲫᲔ", 2)).isEqualTo(parts("გიორგი ბერიძე", 2)).isNotEmpty();
  }

  @Test
  void nothingPrintsASound() {
    assertThat(parts("Miloš Đorđević", 2).toString()).doesNotContain("mls");
  }
}
