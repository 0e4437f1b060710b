package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class AgreementReaderTest {

  private static final ShippedAgreements.Shipped SHIPPED = ShippedAgreements.serbiaAzerbaijan2010();
  private static final String INSTRUMENT = text(SHIPPED.instrument());
  private static final String ARRANGEMENT = text(SHIPPED.arrangement(Demo.IDENTITIES));

  @Test
  void theShippedFilesMakeAnAgreement() {
    Agreement agreement = Demo.agreement();

    assertThat(agreement.id()).hasToString("rs-az-2010-05-13");
    assertThat(agreement.parties()).extracting(Party::country).containsExactly("AZ", "RS");
    assertThat(agreement.instrument().crimes()).hasSize(8);
    assertThat(agreement.arrangement().demonstration()).isTrue();
    assertThat(agreement.fingerprintOf(Demo.BAKU)).contains(Demo.IDENTITIES.get(Demo.BAKU));
    assertThat(agreement.fingerprintOf(new AuthorityId("hr.mup"))).isEmpty();
  }

  @Test
  void anArrangementWithoutIdentitiesIsNoArrangement() {
    Reading reading =
        new AgreementReader().read(SHIPPED.instrument(), SHIPPED.arrangementTemplate());

    assertThat(codes(reading)).containsExactly(FaultCode.PARTY_MISSING, FaultCode.PARTY_MISSING);
  }

  @Test
  void anUnknownFieldIsRefusedAtItsLine() {
    Fault fault =
        only(inInstrument(replace("  \"signed\" : {", "  \"siegned\" : 1,\n  \"signed\" : {")));

    assertThat(fault.code()).isEqualTo(FaultCode.UNKNOWN_FIELD);
    assertThat(fault.line()).isEqualTo(lineOf(INSTRUMENT, "\"signed\""));
    assertThat(fault.pointer()).isEqualTo("/siegned");
    assertThat(fault.sentence()).contains("siegned");
    assertThat(fault.mend()).isNotBlank();
  }

  @Test
  void aKeyThatStandsTwiceIsRefusedAtItsSecondPlace() {
    Fault fault =
        only(inInstrument(replace("  \"signed\" : {", "  \"id\" : \"xx-yy\",\n  \"signed\" : {")));

    assertThat(fault.code()).isEqualTo(FaultCode.DUPLICATE_KEY);
    assertThat(fault.line()).isEqualTo(lineOf(INSTRUMENT, "\"signed\""));
    assertThat(fault.column()).isEqualTo(3);
  }

  @Test
  void aMissingFieldIsReportedAtTheObjectThatLacksIt() {
    Fault fault = only(inArrangement(replace("  \"reviewMonths\" : 6,\n", "")));

    assertThat(fault.code()).isEqualTo(FaultCode.MISSING_FIELD);
    assertThat(fault.pointer()).isEqualTo("/reviewMonths");
    assertThat(fault.line()).isEqualTo(1);
  }

  @Test
  void aTextWhereANumberIsDueIsRefused() {
    assertFault(
        inArrangement(replace("\"reviewMonths\" : 6", "\"reviewMonths\" : \"6\"")),
        FaultCode.WRONG_TYPE,
        lineOf(ARRANGEMENT, "\"reviewMonths\""));
  }

  @Test
  void aReviewLaterThanSixMonthsIsRefused() {
    assertFault(
        inArrangement(replace("\"reviewMonths\" : 6", "\"reviewMonths\" : 7")),
        FaultCode.OUT_OF_BOUNDS,
        lineOf(ARRANGEMENT, "\"reviewMonths\""));
  }

  @Test
  void anUrgentAnswerMayNotBeDueLaterThanAnother() {
    assertFault(
        inArrangement(replace("\"otherDays\" : 7", "\"otherDays\" : 2")),
        FaultCode.OUT_OF_BOUNDS,
        lineOf(ARRANGEMENT, "\"deadlines\""));
  }

  @Test
  void anotherVersionIsRefusedAndNothingElseIsGuessedAboutTheFile() {
    assertFault(
        inInstrument(replace("\"version\" : 1,", "\"version\" : 3, \"new\" : true,")),
        FaultCode.UNKNOWN_VERSION,
        lineOf(INSTRUMENT, "\"version\""));
    assertFault(
        inArrangement(replace("entente-arrangement", "entente-instrument")),
        FaultCode.UNKNOWN_VERSION,
        lineOf(ARRANGEMENT, "\"format\""));
  }

  @Test
  void aMappingOntoAnUnknownAreaIsRefused() {
    assertFault(
        inInstrument(replace("\"drug-trafficking\"", "\"drug-dealing\"")),
        FaultCode.UNKNOWN_AREA,
        lineOf(INSTRUMENT, "\"drug-trafficking\""));
  }

  @Test
  void aMappingOntoAnUnknownActIsRefused() {
    assertFault(
        inInstrument(replace("\"alert\"", "\"alarm\"")),
        FaultCode.UNKNOWN_ACT,
        lineOf(INSTRUMENT, "\"alert\""));
  }

  @Test
  void anArrangementThatPermitsMoreThanItsInstrumentIsRefused() {
    Fault fault = only(inArrangement(replace("\"alert\",", "\"alert\", \"onward-transfer\",")));

    assertThat(fault.code()).isEqualTo(FaultCode.WIDENS_INSTRUMENT);
    assertThat(fault.file()).isEqualTo("arrangement");
    assertThat(fault.sentence()).contains("onward-transfer");
  }

  @Test
  void anArrangementCannotTakeBackACrimeThatTheInstrumentLists() {
    assertFault(
        inArrangement(replace("\"insider-dealing\"", "\"terrorism\"")),
        FaultCode.EXCLUDES_LISTED_AREA,
        lineOf(ARRANGEMENT, "\"insider-dealing\""));
  }

  @Test
  void anArrangementForOtherWordsIsRefused() {
    Reading reading = inInstrument(replace("Forms of cooperation", "Forms of co-operation"));

    assertFault(reading, FaultCode.OTHER_INSTRUMENT, lineOf(ARRANGEMENT, "\"hash\""));
  }

  @Test
  void anIdentityOfSomebodyWhoIsNoPartyIsRefused() {
    Reading reading = inArrangement(text -> text.replace("\"az.mia\"", "\"hr.mup\""));

    assertThat(codes(reading))
        .containsOnly(FaultCode.DANGLING_REFERENCE, FaultCode.PARTY_MISSING)
        .hasSize(4);
  }

  @Test
  void twoPartiesCannotShareAnIdentity() {
    assertThat(codes(inArrangement(replace("0b".repeat(32), "0a".repeat(32)))))
        .containsExactly(FaultCode.DUPLICATE);
  }

  @Test
  void anApprovalForAnActThatIsNotExchangedIsRefused() {
    assertThat(
            codes(
                inArrangement(
                    replace("\"approvalFor\" : [", "\"approvalFor\" : [\"joint-work\","))))
        .containsExactly(FaultCode.DANGLING_REFERENCE);
  }

  @Test
  void anInstrumentLeavesOtherAreasOpenInOneParagraphOnly() {
    Reading reading =
        Demo.changed()
            .instrument(node ->
                Demo.array(node, "/articles/1/paragraphs")
                    .add(
                        node.at("/articles/0/paragraphs/1").deepCopy().asObject().put("number", 7)))
            .reading();

    assertThat(faults(reading))
        .extracting(Fault::code, Fault::pointer)
        .containsExactly(Tuple.tuple(FaultCode.DUPLICATE, "/articles/1/paragraphs/1"));
  }

  @Test
  void aParagraphIsExactlyOneThing() {
    Reading reading =
        Demo.changed()
            .instrument(node ->
                ((tools.jackson.databind.node.ObjectNode) node.at("/articles/0/paragraphs/0"))
                    .set("otherAreas", node.at("/articles/0/paragraphs/1/otherAreas")))
            .reading();

    assertThat(codes(reading)).containsExactly(FaultCode.OUT_OF_BOUNDS);
  }

  @Test
  void aDayThatDoesNotExistIsRefused() {
    assertThat(codes(inInstrument(replace("\"2010-05-13\"", "\"2010-02-30\""))))
        .containsExactly(FaultCode.MALFORMED);
  }

  @Test
  void aTextThatTurnsTheReadingDirectionIsRefused() {
    assertThat(codes(inInstrument(replace("Forms of cooperation", "Forms \u202eof cooperation"))))
        .containsExactly(FaultCode.MALFORMED);
  }

  @Test
  void whatIsNotJsonIsRefusedWhereItBreaks() {
    assertFault(
        inInstrument(replace("\"signed\" :", "\"signed\" ;")),
        FaultCode.NOT_JSON,
        lineOf(INSTRUMENT, "\"signed\""));
    assertThat(codes(inInstrument(text -> text + "{}"))).containsExactly(FaultCode.NOT_JSON);
    assertThat(codes(inInstrument(text -> ""))).containsExactly(FaultCode.NOT_JSON);
    assertThat(codes(inInstrument(replace("Baku", "\\ud800")))).containsExactly(FaultCode.NOT_JSON);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] latin1 = {'{', '"', (byte) 0xe4, '"', ':', '1', '}'};

    assertThat(codes(new AgreementReader().read(latin1, SHIPPED.arrangementTemplate())))
        .containsExactly(FaultCode.NOT_UTF8);
  }

  @Test
  void whatIsTooLargeTooDeepOrTooLongIsRefused() {
    assertThat(codes(inInstrument(text -> " ".repeat(SourceReader.MAX_BYTES) + text)))
        .containsExactly(FaultCode.TOO_LARGE);
    assertThat(codes(inInstrument(text -> "[".repeat(17)))).containsExactly(FaultCode.TOO_LARGE);
    assertThat(codes(inInstrument(replace("\"Baku\"", "\"" + "B".repeat(4_001) + "\""))))
        .containsExactly(FaultCode.TOO_LARGE);
    assertThat(codes(inInstrument(replace("\"version\" : 1", "\"version\" : 1e999"))))
        .containsExactly(FaultCode.TOO_LARGE);
    assertThat(codes(inInstrument(replace("\"Baku\"", "\"" + "B".repeat(1_001) + "\""))))
        .containsExactly(FaultCode.OUT_OF_BOUNDS);
  }

  @Test
  void noMoreThanFiftyFaultsAreReported() {
    Reading reading =
        Demo.changed()
            .instrument(node -> {
              for (int i = 0; i < 80; i++) {
                node.put("field" + i, i);
              }
            })
            .reading();

    assertThat(codes(reading)).hasSize(AgreementReader.MAX_FAULTS);
  }

  @Test
  void bothFilesAreCheckedInOneGo() {
    Reading reading =
        new AgreementReader()
            .read(
                bytes(replace("\"Baku\"", "1").apply(formatted(INSTRUMENT))),
                bytes(ARRANGEMENT.replace("\"H1\"", "\"H9\"")));

    assertThat(faults(reading))
        .extracting(Fault::file, Fault::code)
        .containsExactly(
            Tuple.tuple("instrument", FaultCode.WRONG_TYPE),
            Tuple.tuple("arrangement", FaultCode.UNKNOWN_VALUE));
  }

  private static Reading inInstrument(UnaryOperator<String> change) {
    return new AgreementReader()
        .read(bytes(change.apply(formatted(INSTRUMENT))), bytes(ARRANGEMENT));
  }

  private static Reading inArrangement(UnaryOperator<String> change) {
    return new AgreementReader().read(bytes(INSTRUMENT), bytes(change.apply(ARRANGEMENT)));
  }

  private static UnaryOperator<String> replace(String from, String to) {
    return text -> {
      assertThat(text).as("what the test changes").contains(from);
      int at = text.indexOf(from);
      return text.substring(0, at) + to + text.substring(at + from.length());
    };
  }

  /** The spelling of the filled arrangement, so that one way of changing fits both. */
  private static String formatted(String json) {
    return json.replace("\": ", "\" : ");
  }

  private static int lineOf(String text, String word) {
    return 1 + (int) text.substring(0, text.indexOf(word)).chars().filter(c -> c == '\n').count();
  }

  private static void assertFault(Reading reading, FaultCode code, int line) {
    Fault fault = only(reading);
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(line);
  }

  private static Fault only(Reading reading) {
    assertThat(faults(reading)).hasSize(1);
    return faults(reading).getFirst();
  }

  private static List<FaultCode> codes(Reading reading) {
    return faults(reading).stream().map(Fault::code).toList();
  }

  private static List<Fault> faults(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> List.of();
      case Reading.Broken broken -> broken.faults();
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
