package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Urgency;
import org.entente.node.delivery.Understood;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Directive (EU) 2023/977 Art. 4(5) and 6 want in a message, and nothing less. */
class ContentRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String ENOUGH = "Eleven kilograms were seized.";
  private static final Evaluation B2 =
      new Evaluation(Evaluation.Source.B, Evaluation.Information.TWO);

  /** A complete request, with some of its fields replaced. */
  private static Content.Request request(Map<String, @Nullable String> replaced) {
    Map<String, @Nullable String> all = new HashMap<>();
    all.put("familyName", "Hüseynzadə");
    all.put("givenName", "Cavid");
    all.put("birthDate", "1984-03-21");
    all.put("birthPlace", "Bakı");
    all.put("nationality", "AZ");
    all.put("document", "passport C 0000000");
    all.put("informationSought", ENOUGH);
    all.put("purpose", ENOUGH);
    all.put("facts", ENOUGH);
    all.put("reasonsToBelieve", ENOUGH);
    all.put("link", ENOUGH);
    all.put("urgencyReasons", ENOUGH);
    all.put("restrictions", "For the investigation only.");
    all.put("language", "en");
    all.putAll(replaced);
    return new Content.Request(
        new PersonSought(
            text(all, "familyName"),
            text(all, "givenName"),
            List.of("Гусейнзаде Джавид"),
            all.get("birthDate"),
            all.get("birthPlace"),
            all.get("nationality"),
            all.get("document"),
            DataSubjectCategory.SUSPECT_OR_CONVICTED),
        text(all, "informationSought"),
        text(all, "purpose"),
        text(all, "facts"),
        text(all, "reasonsToBelieve"),
        text(all, "link"),
        all.get("urgencyReasons"),
        all.get("restrictions"),
        text(all, "language"),
        Set.of(HandlingCode.H1),
        List.of());
  }

  private static String text(Map<String, @Nullable String> all, String field) {
    String value = all.get(field);
    return value == null ? "" : value;
  }

  private static Content.Request with(String field, @Nullable String value) {
    return request(Collections.singletonMap(field, value));
  }

  private static Content.Reply reply(
      Set<HandlingCode> handling, @Nullable String handlingText, String asOf) {
    return new Content.Reply(ENOUGH, B2, handling, handlingText, false, asOf, List.of());
  }

  private static List<String> faults(Content content) {
    return faults(content, Urgency.URGENT);
  }

  private static List<String> faults(Content content, Urgency urgency) {
    return ContentRules.faults(content, urgency, NOW).stream()
        .map(f -> f.field() + " " + f.key())
        .toList();
  }

  @Test
  void aCompleteRequestMayLeave() {
    assertThat(faults(request(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "informationSought",
        "purpose",
        "facts",
        "reasonsToBelieve",
        "link",
        "urgencyReasons"
      })
  void whatTheDirectiveAsksForIsStatedInWords(String field) {
    assertThat(faults(with(field, ""))).containsExactly(field + " missing");
    assertThat(faults(with(field, " \n\t "))).containsExactly(field + " missing");
    assertThat(faults(with(field, null))).containsExactly(field + " missing");
    assertThat(faults(with(field, " too short "))).containsExactly(field + " short");
    assertThat(faults(with(field, "ten signs."))).isEmpty();
    assertThat(faults(with(field, "x".repeat(20_000)))).isEmpty();
    assertThat(faults(with(field, "x".repeat(20_001)))).containsExactly(field + " long");
    assertThat(faults(with(field, ENOUGH + "\0"))).containsExactly(field + " control");
    assertThat(faults(with(field, "Two lines,\r\n\tone indented."))).isEmpty();
  }

  @Test
  void onlyAnUrgentRequestSaysWhyItIsUrgent() {
    Content.Request silent = with("urgencyReasons", null);

    assertThat(faults(silent, Urgency.NORMAL)).isEmpty();
    assertThat(faults(silent, Urgency.URGENT)).containsExactly("urgencyReasons missing");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(faults(request(Map.of("purpose", "", "facts", "short", "language", "xx"))))
        .containsExactly("purpose missing", "facts short", "language unknown");
  }

  @Test
  void restrictionsMayBeLeftOut() {
    assertThat(faults(with("restrictions", null))).isEmpty();
    assertThat(faults(with("restrictions", "x".repeat(20_001))))
        .containsExactly("restrictions long");
    assertThat(faults(with("restrictions", "\u001b[2J"))).containsExactly("restrictions control");
  }

  @Test
  void aRequestIsWrittenInALanguageOfTheArrangement() {
    for (String language : List.of("en", "az", "sr", "sr-Latn")) {
      assertThat(faults(with("language", language))).isEmpty();
    }
    for (String language : List.of("", "EN", "de", "sr-Cyrl")) {
      assertThat(faults(with("language", language))).containsExactly("language unknown");
    }
  }

  @Test
  void aPersonHasAtLeastOneName() {
    assertThat(faults(with("familyName", ""))).isEmpty();
    assertThat(faults(with("givenName", ""))).isEmpty();
    assertThat(faults(request(Map.of("familyName", " ", "givenName", ""))))
        .containsExactly("familyName missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"familyName", "givenName", "birthPlace", "document"})
  void whatStandsInOneLineStaysThere(String field) {
    assertThat(faults(with(field, "Ə".repeat(200)))).isEmpty();
    assertThat(faults(with(field, "Ə".repeat(201)))).containsExactly(field + " long");
    assertThat(faults(with(field, "Cavid\u0007"))).containsExactly(field + " control");
  }

  @ParameterizedTest
  @CsvSource({
    "1984-03-21,", "1984-03,", "1984,", "1984-02-29,",
    "1985-02-29, date", "1984-13, date", "84, date", "21.03.1984, date",
    "'', date", "1984-3-1, date", "unknown, date", "1984-03-21T00:00, date"
  })
  void aBirthDateMayBePartialAndIsReal(String date, @Nullable String fault) {
    List<String> expected = fault == null ? List.of() : List.of("birthDate " + fault);

    assertThat(faults(with("birthDate", date))).isEqualTo(expected);
  }

  @Test
  void aNationalityIsTwoCapitals() {
    for (String nationality : List.of("", "az", "AZE", "A1", "AZ ", "ƏZ")) {
      assertThat(faults(with("nationality", nationality))).containsExactly("nationality country");
    }
    assertThat(faults(with("nationality", null))).isEmpty();
  }

  @Test
  void twentySpellingsOfANameAreEnough() {
    assertThat(faults(spelt(Collections.nCopies(20, "Javid")))).isEmpty();
    assertThat(faults(spelt(Collections.nCopies(21, "Javid"))))
        .containsExactly("otherSpellings many");
    assertThat(faults(spelt(List.of("Javid", "J".repeat(201)))))
        .containsExactly("otherSpellings long");
    assertThat(faults(spelt(List.of("Javid\u0000")))).containsExactly("otherSpellings control");
  }

  private static Content.Request spelt(List<String> spellings) {
    Content.Request whole = request(Map.of());
    PersonSought p = whole.about().orElseThrow();
    PersonSought spelt =
        new PersonSought(
            p.familyName(),
            p.givenName(),
            spellings,
            p.birthDate(),
            p.birthPlace(),
            p.nationality(),
            p.document(),
            p.category());
    return about(whole, spelt, whole.handling());
  }

  private static Content.Request about(
      Content.Request r, PersonSought person, Set<HandlingCode> handling) {
    return new Content.Request(
        person,
        r.informationSought(),
        r.purpose(),
        r.facts(),
        r.reasonsToBelieve(),
        r.link(),
        r.urgencyReasons(),
        r.restrictions(),
        r.language(),
        handling,
        List.of());
  }

  @Test
  void everyRequestAndReplySaysHowItMayBeHandled() {
    Content.Request whole = request(Map.of());

    assertThat(faults(about(whole, whole.about().orElseThrow(), Set.of())))
        .containsExactly("handling missing");
    assertThat(faults(reply(Set.of(), null, "2026-11-24"))).containsExactly("handling missing");
  }

  @Test
  void aHandlingOfItsOwnIsSpeltOut() {
    assertThat(faults(reply(Set.of(HandlingCode.H1), null, "2026-11-24"))).isEmpty();
    for (String silent : new String[] {null, "", " "}) {
      assertThat(faults(reply(Set.of(HandlingCode.H1, HandlingCode.H3), silent, "2026-11-24")))
          .containsExactly("handlingText missing");
    }
    assertThat(faults(reply(Set.of(HandlingCode.H3), "Ask us first.", "2026-11-24"))).isEmpty();
    assertThat(faults(reply(Set.of(HandlingCode.H3), "x".repeat(20_001), "2026-11-24")))
        .containsExactly("handlingText long");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,",
    "1999-01-01,",
    "2026-11-25,",
    "2026-11-26, future",
    "2027-01-01, future",
    "2026-11, date",
    "2026, date",
    "'', missing",
    "today, date",
    "2026-02-30, date"
  })
  void aReplySaysOfWhichDayItIs(String asOf, @Nullable String fault) {
    List<String> expected = fault == null ? List.of() : List.of("asOf " + fault);

    assertThat(faults(reply(Set.of(HandlingCode.H1), null, asOf))).isEqualTo(expected);
  }

  @Test
  void aConsentEndsAfterItBegins() {
    Instant later = NOW.plus(Duration.ofDays(30));

    assertThat(faults(new Content.ConsentGrant(ENOUGH, later))).isEmpty();
    assertThat(faults(new Content.ConsentGrant(ENOUGH, NOW))).containsExactly("until past");
    assertThat(faults(new Content.ConsentGrant(ENOUGH, Instant.MIN))).containsExactly("until past");
    assertThat(faults(new Content.ConsentGrant("", later))).containsExactly("text missing");
  }

  @Test
  void everyOtherMessageSaysSomething() {
    assertThat(faults(new Content.Question("", List.of()))).containsExactly("text missing");
    assertThat(faults(new Content.Answer("yes", List.of()))).containsExactly("text short");
    assertThat(faults(new Content.Refusal(RefusalGround.NOT_AVAILABLE, "", List.of())))
        .containsExactly("reasons missing");
    assertThat(faults(new Content.ConsentQuestion("x".repeat(20_001))))
        .containsExactly("reasons long");
    assertThat(faults(new Content.ConsentDenial("no"))).containsExactly("text short");
    assertThat(faults(new Content.Closure(" "))).containsExactly("outcome missing");
    for (Content enough :
        List.of(
            new Content.Question(ENOUGH, List.of()),
            new Content.Answer(ENOUGH, List.of()),
            new Content.Refusal(RefusalGround.NOT_AVAILABLE, ENOUGH, List.of()),
            new Content.ConsentQuestion(ENOUGH),
            new Content.ConsentDenial(ENOUGH),
            new Content.Closure(ENOUGH))) {
      assertThat(faults(enough)).as("%s", enough.kind()).isEmpty();
    }
  }

  @Property(tries = 500)
  void noContentMakesTheCheckThrow(
      @ForAll Urgency urgency,
      @ForAll String text,
      @ForAll String name,
      @ForAll String date,
      @ForAll String code,
      @ForAll Instant until) {
    Map<String, @Nullable String> replaced = new HashMap<>();
    replaced.put("familyName", name);
    replaced.put("birthDate", date);
    replaced.put("nationality", code);
    replaced.put("facts", text);
    replaced.put("language", code);
    Set<HandlingCode> handling = Set.of(HandlingCode.values());
    for (Content content :
        List.of(
            request(replaced),
            new Content.Question(text, List.of()),
            new Content.Answer(text, List.of()),
            reply(handling, text, date),
            new Content.Refusal(RefusalGround.NOT_AVAILABLE, text, List.of()),
            new Content.ConsentQuestion(text),
            new Content.ConsentGrant(text, until),
            new Content.ConsentDenial(text),
            new Content.Closure(text))) {
      assertThatCode(() -> ContentRules.faults(content, urgency, NOW)).doesNotThrowAnyException();
      assertThat(content.toString()).isEqualTo(content.getClass().getSimpleName() + "[…]");
    }
  }

  @Property(tries = 500)
  void whatMayLeaveIsReadBackAsItWasWritten(@ForAll String text, @ForAll String name)
      throws Exception {
    Content.Request content = request(Map.of("facts", text, "familyName", name));

    byte[] bytes = Contents.bytes(content);

    assertThat(Contents.read(content.kind(), bytes)).isEqualTo(Understood.of(content));
  }
}
