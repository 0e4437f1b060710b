package org.entente.formats.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.formats.Entry;
import org.entente.formats.ForeignFile;
import org.entente.formats.Format;
import org.entente.formats.FormatBroken;
import org.entente.formats.FormatFault;
import org.entente.formats.Link;
import org.entente.formats.Origin;
import org.entente.formats.Taken;
import org.entente.formats.Taking;
import org.entente.formats.Untaken;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.Description;
import org.entente.intake.SubjectKind;
import org.entente.subject.PartialDate;
import org.entente.subject.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of lists of sanctions; the lists are invented. */
class ListFileTest {
  private static InputStream file(String name) {
    return Objects.requireNonNull(ListFileTest.class.getResourceAsStream("/lists/" + name));
  }

  private static List<Listed> read(InputStream in, Taking taking) throws IOException {
    ListFile list = ListFile.open(in, taking);
    List<Listed> all = new ArrayList<>();
    Listed next = list.next();
    while (next != null) {
      all.add(next);
      next = list.next();
    }
    return all;
  }

  private static List<Listed> read(String name) throws IOException {
    return read(file(name), new Taking());
  }

  private static Person person(Entry entry) {
    return (Person)
        ((Description.Read.Meant) Description.understood(entry.kind(), entry.said())).subject();
  }

  @Test
  void fourNamesOfTheUnitedNationsAreOneNameInTheirOrder() throws IOException {
    Listed listed = read("un.xml").getFirst();

    assertThat(listed.list()).isEqualTo("UN Al-Qaida");
    assertThat(listed.reference()).isEqualTo("QDi.900");
    assertThat(listed.since()).contains("2019-04-01");
    assertThat(listed.updated()).contains("2024-05-06");
    assertThat(listed.entry().all(ColumnMeaning.NAME))
        .containsExactly("KARIM SALEH AL-INVENTED", "كريم صالح");
    assertThat(listed.entry().all(ColumnMeaning.FAMILY)).isEmpty();
    assertThat(listed.entry().all(ColumnMeaning.ALIAS))
        .containsExactly("Karim Salih", "Karim S.", "Abu Karim");
    assertThat(listed.entry().weak()).containsExactly("Abu Karim");
    assertThat(listed.entry().one(ColumnMeaning.PASSPORT)).isEqualTo("01234567");
    assertThat(person(listed.entry()).born())
        .contains(PartialDate.of(1975, 7, 8))
        .anyMatch(date -> date.year() == 1974 && date.yearsAround() > 0);
  }

  @Test
  void anAzerbaijaniNameIsGivenFamilyFather() throws IOException {
    Entry entry = read("un.xml").get(1).entry();

    assertThat(entry.one(ColumnMeaning.GIVEN)).isEqualTo("Elşən");
    assertThat(entry.one(ColumnMeaning.FAMILY)).isEqualTo("Uydurulmuş");
    assertThat(entry.one(ColumnMeaning.PATRONYMIC)).isEqualTo("Kamil");
    assertThat(entry.all(ColumnMeaning.NAME)).containsExactly("Uydurulmuş Elşən Kamil oğlu");
  }

  @Test
  void aNameOfTheUnionIsWeakIfItIsNotStrongOrOfLowQuality() throws IOException {
    List<Listed> all = read("eu.xml");
    Entry person = all.getFirst().entry();

    assertThat(all.getFirst().reference()).isEqualTo("EU.9001.1");
    assertThat(person.one(ColumnMeaning.FAMILY)).isEqualTo("Izmišljena");
    assertThat(person.weak()).containsExactlyInAnyOrder("Peca", "The Lady");
    assertThat(person(person.strong().orElseThrow()).names())
        .extracting(name -> name.written())
        .contains("Petra Izmišljena", "Петра Измишљена")
        .doesNotContain("Peca", "The Lady");
    assertThat(person(person).born())
        .contains(PartialDate.of(1978, 9, 10))
        .anyMatch(date -> date.year() == 1977 && date.yearsAround() > 0);
    assertThat(all.get(1).entry().one(ColumnMeaning.REGISTRATION)).isEqualTo("20111222");
  }

  @Test
  void theTwoFormsOfOneListSayTheSameOfOnePerson() throws IOException {
    Entry plain = read("sdn.xml").getFirst().entry();
    Entry advanced = read("sdn-advanced.xml").getFirst().entry();

    for (ColumnMeaning field :
        List.of(
            ColumnMeaning.FAMILY,
            ColumnMeaning.PASSPORT,
            ColumnMeaning.GENDER,
            ColumnMeaning.NATIONALITY)) {
      assertThat(advanced.all(field)).as(field.code()).isEqualTo(plain.all(field)).isNotEmpty();
    }
    assertThat(plain.one(ColumnMeaning.GIVEN)).isEqualTo("Igor Pavlovich");
    assertThat(advanced.one(ColumnMeaning.GIVEN)).isEqualTo("Igor");
    assertThat(advanced.one(ColumnMeaning.PATRONYMIC)).isEqualTo("Pavlovich");
    assertThat(advanced.weak()).isEqualTo(plain.weak()).containsExactly("GHOST");
    assertThat(person(plain).born()).containsExactly(PartialDate.of(1987, 11, 4));
    assertThat(person(advanced).born()).containsExactly(PartialDate.year(1987));
  }

  @Test
  void aWalletIsAThingOfItsOwnAndAVesselHasItsNumber() throws IOException {
    Taken taken = ForeignFile.read(file("sdn.xml"));

    assertThat(taken.format()).isEqualTo(Format.OFAC_LIST);
    assertThat(taken.dossier().entries())
        .extracting(Entry::kind)
        .containsExactly(SubjectKind.PERSON, SubjectKind.WALLET, SubjectKind.VESSEL);
    assertThat(taken.dossier().links()).containsExactly(new Link(0, Link.Kind.OWNS, 1));
    assertThat(taken.dossier().entries().get(2).one(ColumnMeaning.REGISTRATION))
        .isEqualTo("IMO 9074729");
    assertThat(taken.untaken()).extracting(Untaken::what).containsExactly("sdnType Aircraft");
    assertThat(read("sdn-advanced.xml").getFirst().beside().getFirst().one(ColumnMeaning.CHAIN))
        .isEqualTo("ETH");
  }

  @Test
  void whatHasNoPlaceIsNamed() throws IOException {
    Taking taking = new Taking();
    read(file("un.xml"), taking);

    assertThat(taking.taken(Format.UN_LIST, Origin.UNSAID).untaken())
        .extracting(Untaken::what)
        .containsExactly("INDIVIDUAL.FAVOURITE_COLOUR");
  }

  /** Somebody who is listed under a nickname alone is nobody that a search may meet. */
  @Test
  void aWeakAliasAloneMeansNobody() throws IOException {
    String list =
        "<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>1</DATAID><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>"
            + "<ALIAS_NAME>The Doctor</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></CONSOLIDATED_LIST>";

    Listed listed = read(stream(list), new Taking()).getFirst();

    assertThat(listed.entry().strong()).isEqualTo(Optional.empty());
  }

  @Test
  void whomAListDropsIsWithdrawnAndAFileThatBreaksOffWithdrawsNobody() throws IOException {
    String whole = new String(file("un.xml").readAllBytes(), StandardCharsets.UTF_8);
    String second =
        whole.substring(whole.lastIndexOf("<INDIVIDUAL>"), whole.indexOf("</INDIVIDUALS>"));
    Edition before = edition(whole);
    Edition now = edition(whole.replace(second, "").replace("Aden", "Sanaa"));

    Edition.Changes changes = now.since(before);

    assertThat(changes.withdrawn()).containsExactly("7000002");
    assertThat(changes.changed()).containsExactlyInAnyOrder("QDi.900", "QDe.901");
    assertThat(changes.added()).isEmpty();
    assertThat(changes.cut()).isFalse();
    assertThat(edition("<CONSOLIDATED_LIST/>").since(before).cut()).isTrue();
    assertThatThrownBy(() -> edition(whole.substring(0, whole.length() - 40)))
        .isInstanceOf(FormatBroken.class);
  }

  private static Edition edition(String list) throws IOException {
    Edition.Making making = new Edition.Making();
    read(stream(list), new Taking()).forEach(making::add);
    return making.made();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&x;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>",
        "<!DOCTYPE c [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><CONSOLIDATED_LIST>&c;</CONSOLIDATED_LIST>",
        "<!DOCTYPE c SYSTEM \"http://127.0.0.1:9/x.dtd\"><CONSOLIDATED_LIST/>"
      })
  void entitiesAndOutsideDefinitionsAreRefused(String list) {
    assertThat(fault(stream(list))).isEqualTo(FormatFault.DECLARES_ENTITIES);
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThat(fault(stream("<html><body/></html>"))).isEqualTo(FormatFault.NOT_KNOWN);
    assertThat(fault(stream("<CONSOLIDATED_LIST><INDIVIDUAL>"))).isEqualTo(FormatFault.DAMAGED);
    assertThat(fault(stream("<CONSOLIDATED_LIST><INDIVIDUAL>" + "<a>".repeat(100))))
        .isEqualTo(FormatFault.TOO_LARGE);
  }

  @Test
  void theLimitsAreThoseOfAnEntryNotOfTheList() throws IOException {
    String one =
        "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A B</FIRST_NAME><COMMENTS1>"
            + "x".repeat(400)
            + "</COMMENTS1></INDIVIDUAL>";
    int persons = 30_000;
    ListFile list =
        ListFile.open(
            stream("<CONSOLIDATED_LIST>" + one.repeat(persons) + "</CONSOLIDATED_LIST>"),
            new Taking());

    int count = 0;
    while (list.next() != null) {
      count++;
    }

    assertThat(count).isEqualTo(persons);
    assertThat(
            read(
                stream(
                    "<CONSOLIDATED_LIST><INDIVIDUAL>"
                        + "<a/>".repeat(persons)
                        + "</INDIVIDUAL></CONSOLIDATED_LIST>"),
                new Taking()))
        .isEmpty();
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FormatFault fault(InputStream in) {
    FormatFault[] fault = new FormatFault[1];
    assertThatThrownBy(() -> read(in, new Taking()))
        .isInstanceOfSatisfying(FormatBroken.class, broken -> fault[0] = broken.why());
    return fault[0];
  }
}
