package org.entente.check.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.entente.subject.Account;
import org.entente.subject.Firearm;
import org.entente.subject.IdentityDocument;
import org.entente.subject.OnlineIdentifier;
import org.entente.subject.Organisation;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.entente.subject.Phone;
import org.entente.subject.Subject;
import org.entente.subject.Vehicle;
import org.entente.subject.Vessel;
import org.entente.subject.WrittenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The canonical form, pinned: partners of two versions meet only if it stays. A line that changes
 * needs a new version of the domain and of the learned weights of names.
 */
class TokenVectorsTest {
  private record Line(String title, Subject subject) {}

  private static List<Line> subjects() {
    List<Line> lines = new ArrayList<>();
    PartialDate born = PartialDate.of(1980, 5, 12);
    for (String name :
        List.of(
            "Miloš Đorđević",
            "Милош Ђорђевић",
            "Elçin Həsənov",
            "Елчин Һәсәнов",
            "Abd al Rahman Mansouri",
            "عبد الرحمن المنصوري",
            "გიორგი ბერიძე",
            "Κώστας Παπαδόπουλος",
            "王小明",
            "김철수",
            "Li Na")) {
      lines.add(new Line(name + " 1980-05-12", Person.named(name, born)));
    }
    lines.add(new Line("Ana Kovač 1980", Person.named("Ana Kovač", PartialDate.year(1980))));
    lines.add(
        new Line("Ana Kovač 1980 ± 2", Person.named("Ana Kovač", new PartialDate(1980, 0, 0, 2))));
    lines.add(
        new Line("Ana Kovač 1980-05", Person.named("Ana Kovač", new PartialDate(1980, 5, 0, 0))));
    lines.add(
        new Line(
            "document AB 123456 RS",
            new IdentityDocument(
                IdentityDocument.Kind.PASSPORT, "AB 123456", Optional.of("RS"), Optional.empty())));
    lines.add(new Line("phone +381 64 1234567", new Phone("+381 64 1234567", Optional.empty())));
    lines.add(new Line("phone 064 1234567", new Phone("064 1234567", Optional.empty())));
    lines.add(
        new Line(
            "vehicle BG 123-ČĆ RS 1M8GDM9AXKP042788",
            new Vehicle(
                Optional.of("BG 123-ČĆ"),
                Optional.of("RS"),
                Optional.of("1M8GDM9AXKP042788"),
                Optional.empty(),
                Optional.empty())));
    lines.add(
        new Line(
            "firearm Zastava A 12-345",
            new Firearm(
                Optional.of("Zastava"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("A 12-345"))));
    lines.add(
        new Line(
            "vessel IMO 9074729",
            new Vessel(Optional.empty(), Optional.of("IMO 9074729"), Optional.empty())));
    lines.add(new Line("account RS35260005601001611379", new Account("RS35260005601001611379")));
    lines.add(
        new Line(
            "online Invented@Example.org",
            new OnlineIdentifier("Invented@Example.org", Optional.empty())));
    lines.add(
        new Line(
            "organisation 12-345-678 RS",
            new Organisation(
                List.of(WrittenName.of("Invented Ltd")), List.of("RS"), List.of("12-345-678"))));
    return lines;
  }

  /** A line per subject, then one per token: side, quality, bytes in hexadecimal, text. */
  private static List<String> text() {
    List<String> out = new ArrayList<>();
    out.add("# Invented subjects and their tokens: side, family, bytes in hexadecimal, text.");
    for (Line line : subjects()) {
      out.add("subject " + line.title());
      SubjectTokens.kept(line.subject()).forEach(token -> out.add(line("kept", token)));
      SubjectTokens.asked(line.subject()).forEach(token -> out.add(line("asked", token)));
    }
    return out;
  }

  private static String line(String side, Token token) {
    return side
        + " "
        + token.family()
        + " "
        + HexFormat.of().formatHex(token.bytes())
        + " "
        + token.text();
  }

  @Test
  void theCommittedSubjectsGiveTheCommittedTokens() throws IOException {
    try (var in = TokenVectorsTest.class.getResourceAsStream("/vectors/tokens.txt")) {
      if (in == null) {
        throw new IOException("no vectors");
      }
      assertThat(text())
          .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  /** Run with {@code -Dentente.vectors=<folder>} after a new version of the form. */
  @Test
  @EnabledIfSystemProperty(named = "entente.vectors", matches = ".+")
  void vectorsAreWrittenAnew() throws IOException {
    Path file = Path.of(System.getProperty("entente.vectors", "."), "tokens.txt");
    Files.writeString(file, String.join("\n", text()) + "\n");

    assertThat(file).exists();
  }
}
