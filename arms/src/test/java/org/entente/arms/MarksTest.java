package org.entente.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.entente.arms.marks.LotNumber;
import org.entente.arms.marks.Marks;
import org.entente.arms.marks.Reading;
import org.entente.arms.marks.ReferenceTable;
import org.entente.arms.marks.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarksTest {
  private static final List<String> KINDS =
      List.of("serial", "lot", "headstamp", "stencil", "mark");

  static List<String> rows() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/marks.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aMarkIsReadAsItsPatternHasIt(String row) {
    String[] cells = row.split("\t", -1);
    String seen = cells[1].replace("\\n", "\n");

    Reading reading = Told.read(cells[0], seen);

    assertThat(Told.of(reading)).isEqualTo(cells[2]);
    assertThat(reading.seen()).isEqualTo(seen);
    assertThat(cells[3]).isNotBlank();
  }

  @Test
  void theTableHoldsAtLeastAHundredAndTwentyMarks() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void whateverIsSeenIsReadWithinItsBounds(@ForAll("hostile") String seen) {
    for (String kind : KINDS) {
      Reading reading = Told.read(kind, seen);

      assertThat(reading.seen().length()).isLessThanOrEqualTo(Marks.MOST);
      assertThat(seen).startsWith(reading.seen());
      assertThat(reading.cut()).isEqualTo(seen.length() > reading.seen().length());
      assertThat(reading.understood().size()).isLessThanOrEqualTo(Marks.READINGS);
      assertThat(reading.toString()).doesNotContain("=");
    }
  }

  /** Marks of the table mixed with signs that break programs. */
  @Provide
  Arbitrary<String> hostile() throws IOException {
    List<String> seen = rows().stream().map(row -> row.split("\t", -1)[1]).toList();
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(seen),
            Arbitraries.strings().ofMaxLength(60),
            Arbitraries.strings().withChars("0?-/. XIVL\n;,\u202e\u0000\ud83dАБ٣").ofMaxLength(300),
            Arbitraries.of(
                "\ud83d", "\u0000", "\u202e", "ß", "İ", "ﷺ".repeat(60), "?".repeat(900)));
    return piece.list().ofMaxSize(6).map(pieces -> String.join(" ", pieces));
  }

  @Test
  void aYearOfTwoDigitsIsToldWithEveryCenturyThatIsPossible() {
    LotNumber lot = lot("QZK07D006-004");

    assertThat(lot.possibleYears(2026)).containsExactly(1907, 2007);
    assertThat(lot("QZK87D006-004").possibleYears(2026)).containsExactly(1987);
    assertThat(lot("QZK8?D006-004").possibleYears(2026)).isEmpty();
    assertThat(lot("3-1984-908").possibleYears(2026)).containsExactly(1984);
  }

  @Test
  void aReworkedLotNamesTheLotItWasMadeOf() {
    assertThat(lot("QX-06-01A").parent()).contains(lot("QX-06-01"));
    assertThat(lot("QX-06-01").parent()).isEmpty();
  }

  @Test
  void whatWasUnderstoodNeverReplacesWhatWasSeen() {
    Reading reading = Marks.serial("ХІІ");

    assertThat(reading.seen()).isEqualTo("ХІІ");
    assertThat(reading.folded()).isEqualTo("XII");
    assertThat(reading.understood()).contains(new Understood.Roman(12));
  }

  @Test
  void aCodeThatTwoStatesBoreIsAskedOfTheHeirsOfBoth() {
    MarkedCountry country = MarkedCountry.read("CS");

    assertThat(country.ended())
        .containsExactly(EndedState.SERBIA_AND_MONTENEGRO, EndedState.CZECHOSLOVAKIA);
    assertThat(country.askWhom()).containsExactly("RS", "ME", "CZ", "SK");
    assertThat(MarkedCountry.read("nowhere").known()).isFalse();
  }

  @Test
  void aMakerIsToldWithItsSourceAndABadLineOfTheListIsToldToo() {
    ReferenceTable table =
        ReferenceTable.read(
            """
            # remark
            QX\t1961\t\tOrlovac\tRS\tlist 1
            QX\t2001\t\tHazar\tAZ\tlist 2
            ZZ\t19x1\t\tNobody\tRS\tlist 1
            YY\t\t\tNobody\tRS\t
            only one
            """);

    assertThat(table.of("qх"))
        .extracting(ReferenceTable.Row::maker, ReferenceTable.Row::source)
        .containsExactly(tuple("Orlovac", "list 1"), tuple("Hazar", "list 2"));
    assertThat(table.of("ZZ")).isEmpty();
    assertThat(table.faults())
        .containsExactly(
            new ReferenceTable.Fault(4, ReferenceTable.Fault.Reason.NO_YEAR),
            new ReferenceTable.Fault(5, ReferenceTable.Fault.Reason.NO_SOURCE),
            new ReferenceTable.Fault(6, ReferenceTable.Fault.Reason.NOT_SIX_COLUMNS));
    assertThat(ReferenceTable.invented().faults()).isEmpty();
    assertThat(ReferenceTable.invented().of("908")).hasSize(1);
  }

  private static LotNumber lot(String seen) {
    return ((Understood.OfLot) Marks.lot(seen).understood().getFirst()).lot();
  }
}
