package org.entente.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.intake.RowReading.Result;
import org.entente.subject.Firearm;
import org.entente.subject.Person;
import org.entente.subject.Vehicle;
import org.junit.jupiter.api.Test;

class RowReadingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static Result read(SubjectKind kind, Map<ColumnMeaning, String> cells) {
    Map<String, List<String>> row = new TreeMap<>();
    Map<String, ColumnMeaning> columns = new TreeMap<>();
    cells.forEach((meaning, cell) -> {
      columns.put(meaning.code(), meaning);
      row.put(meaning.code(), List.of(cell));
    });
    return new RowReading(kind, columns, CellForms.USUAL, DAY).read(RawRow.of(7, row));
  }

  private static Result.Ready ready(SubjectKind kind, Map<ColumnMeaning, String> cells) {
    return (Result.Ready) read(kind, cells);
  }

  private static String fault(SubjectKind kind, Map<ColumnMeaning, String> cells) {
    Result.Faulty faulty = (Result.Faulty) read(kind, cells);
    return faulty.field() + " " + faulty.fault().code();
  }

  @Test
  void aPersonKeepsEveryNameAndNumberAsWritten() {
    Described described =
        ready(
                SubjectKind.PERSON,
                Map.of(
                    ColumnMeaning.KEY, "K-1",
                    ColumnMeaning.GIVEN, "Петар",
                    ColumnMeaning.FAMILY, "Ђорђевић",
                    ColumnMeaning.ALIAS, "Pera; Petar Đ.",
                    ColumnMeaning.PHONE, "+381 64 1234567",
                    ColumnMeaning.PASSPORT, "012345678"))
            .described();
    Person person = (Person) described.subject();

    assertThat(described.key()).isEqualTo("K-1");
    assertThat(person.names().stream().map(n -> n.written()))
        .containsExactly("Петар Ђорђевић", "Pera", "Petar Đ.");
    assertThat(described.written()).containsEntry("alias", List.of("Pera; Petar Đ."));
    assertThat(described.toString()).doesNotContain("Петар");
  }

  private static List<String> notes(SubjectKind kind, Map<ColumnMeaning, String> cells) {
    return ready(kind, cells).notes().stream()
        .map(note -> note.field() + " " + note.fault().code())
        .toList();
  }

  @Test
  void everyFaultNamesTheColumnAndNotWhatStandsInIt() {
    assertThat(fault(SubjectKind.PERSON, Map.of(ColumnMeaning.NAME, "4711")))
        .isEqualTo("name name-missing");
    assertThat(fault(SubjectKind.FIREARM, Map.of(ColumnMeaning.MAKE, "Zastava")))
        .isEqualTo("serial number-missing");
    assertThat(fault(SubjectKind.PHONE, Map.of(ColumnMeaning.PHONE, "1".repeat(2_001))))
        .isEqualTo("phone value-too-long");
  }

  @Test
  void aRowIsNotLostForOneFieldThatIsNotUnderstood() {
    assertThat(
            notes(
                SubjectKind.PERSON,
                Map.of(ColumnMeaning.NAME, "Ana Lukić", ColumnMeaning.BORN, "31.02.1980")))
        .containsExactly("born date-not-read");
    assertThat(
            notes(
                SubjectKind.VEHICLE,
                Map.of(ColumnMeaning.PLATE, "BG 123-AA", ColumnMeaning.COUNTRY, "Atlantis")))
        .containsExactly("country country-unknown");
    assertThat(notes(SubjectKind.PERSON, Map.of(ColumnMeaning.NAME, "Ana", ColumnMeaning.KEY, " ")))
        .containsExactly("key key-missing");
    assertThat(
            notes(
                SubjectKind.PERSON,
                Map.of(ColumnMeaning.NAME, "Ana", ColumnMeaning.HANDLING, "H1, H9")))
        .containsExactly("handling code-unknown");
    assertThat(
            notes(
                SubjectKind.PERSON,
                Map.of(ColumnMeaning.NAME, "Ana", ColumnMeaning.PHONE, "1".repeat(2_001))))
        .containsExactly("phone value-too-long");
  }

  @Test
  void whatARowStatesOfItselfIsReadAsPeopleWriteIt() {
    Stated stated =
        ready(
                SubjectKind.VEHICLE,
                Map.of(
                    ColumnMeaning.PLATE, "BG 123-AA",
                    ColumnMeaning.OFFENCE, "Drug trafficking",
                    ColumnMeaning.EVALUATION, "b2",
                    ColumnMeaning.HANDLING, "h1, H0"))
            .stated();

    assertThat(stated.category()).isEmpty();
    assertThat(stated.offence()).isEqualTo(OffenceArea.ofCode("drug-trafficking"));
    assertThat(stated.evaluation()).isEqualTo(Evaluation.ofCode("B2"));
    assertThat(stated.handling()).containsExactly(HandlingCode.H0, HandlingCode.H1);
  }

  @Test
  void aRowThatStatesNothingLeavesAllToTheReader() {
    assertThat(ready(SubjectKind.FIREARM, Map.of(ColumnMeaning.SERIAL, "A 1234")).stated())
        .isEqualTo(new Stated(Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));
  }

  @Test
  void aSubjectComesBackFromItsBytes() {
    for (Result.Ready each :
        List.of(
            ready(SubjectKind.PERSON, Map.of(ColumnMeaning.NAME, "Elçin Hüseynov")),
            ready(SubjectKind.VEHICLE, Map.of(ColumnMeaning.PLATE, "10-AA-123")),
            ready(SubjectKind.FIREARM, Map.of(ColumnMeaning.SERIAL, "A 1234")))) {
      Described described = each.described();

      assertThat(SubjectJson.described(SubjectJson.bytes(described))).isEqualTo(described);
      assertThat(SubjectJson.subject(SubjectJson.bytes(described.subject())))
          .isEqualTo(described.subject());
    }
    assertThat(List.of(Vehicle.class, Firearm.class))
        .allSatisfy(type -> assertThat(SubjectKind.values()).anyMatch(k -> k.type() == type));
  }

  @Test
  void theBytesOfASubjectAreThoseThatAFolderOfTodayHolds() {
    Described described =
        ready(SubjectKind.FIREARM, Map.of(ColumnMeaning.KEY, "9", ColumnMeaning.SERIAL, "A 1234"))
            .described();

    assertThat(new String(SubjectJson.bytes(described), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"kind\":\"firearm\",\"subject\":{\"make\":null,\"model\":null,\"calibre\":null,"
                + "\"serial\":\"A 1234\"},\"key\":\"9\",\"written\":{\"key\":[\"9\"],"
                + "\"serial\":[\"A 1234\"]}}");
  }

  @Test
  void aListHandsOutItsLinesAlsoFromTheMiddle() throws IOException {
    SubjectList list =
        SubjectList.of(
            "name,born\nAna Lukić,1980\nMira Lukić,soon\nVesna Lukić,1982\n"
                .getBytes(StandardCharsets.UTF_8));
    Map<String, ColumnMeaning> columns = list.look(DAY).proposed();

    assertThat(list.count()).isEqualTo(3);
    assertThat(columns).isEqualTo(Map.of("name", ColumnMeaning.NAME, "born", ColumnMeaning.BORN));
    List<SubjectLines.Line> lines = list.lines(columns, DAY, 1, 5);
    assertThat(lines).extracting(SubjectLines.Line::line).containsExactly(3L, 4L);
    assertThat(lines.getFirst().read())
        .isInstanceOfSatisfying(
            Description.Read.Meant.class,
            meant ->
                assertThat(meant.notes())
                    .containsExactly(Note.of(RowFault.DATE_NOT_READ, ColumnMeaning.BORN)));
    assertThat(lines.getLast().read())
        .isInstanceOfSatisfying(
            Description.Read.Meant.class, meant -> assertThat(meant.identifiers()).isEqualTo(3));
  }

  @Test
  void aFileWithoutAColumnThatIdentifiesIsSeenBeforeItsFirstRow() {
    assertThat(SubjectKind.PERSON.knownBy(List.of(ColumnMeaning.BORN, ColumnMeaning.GENDER)))
        .isFalse();
    assertThat(SubjectKind.PERSON.knownBy(List.of(ColumnMeaning.BORN, ColumnMeaning.FAMILY)))
        .isTrue();
    assertThat(SubjectKind.values())
        .allSatisfy(kind -> assertThat(kind.knownBy(List.of(ColumnMeaning.MODEL))).isFalse())
        .allSatisfy(kind -> assertThat(kind.knownBy(List.of(ColumnMeaning.values()))).isTrue());
  }
}
