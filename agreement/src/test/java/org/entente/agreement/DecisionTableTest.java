package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the four shipped instruments say, case by case. */
class DecisionTableTest {
  private static final Map<String, Agreement> SHIPPED =
      Map.of(
          "rs-az-2010", read(ShippedAgreements.serbiaAzerbaijan2010(), "az.mia", "rs.mup"),
          "directive-2023-977",
              read(ShippedAgreements.directive2023977(), "hr.mup", "hu.orfk", "si.policija"),
          "prum-2-police-records",
              read(ShippedAgreements.prum2PoliceRecords(), "hr.mup", "si.policija"),
          "academies", read(ShippedAgreements.academies(), "az.pa", "rs.kpu"));

  private static Agreement read(ShippedAgreements.Shipped shipped, String... parties) {
    Map<AuthorityId, Fingerprint> identities = new HashMap<>();
    for (int i = 0; i < parties.length; i++) {
      String digits = HexFormat.of().toHexDigits((byte) (i + 1)).repeat(32);
      identities.put(new AuthorityId(parties[i]), new Fingerprint(digits));
    }
    return switch (shipped.read(identities)) {
      case Reading.Read read -> read.agreement();
      case Reading.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  @ParameterizedTest(name = "{0}: {1} about {4} {5} is {6} {7}{8}")
  @CsvFileSource(resources = "/vectors/decisions.csv", numLinesToSkip = 1, maxCharsPerColumn = 200)
  void anActIsDecidedAsTheInstrumentSays(
      String instrument,
      String kind,
      String from,
      String to,
      String offence,
      @Nullable String stated,
      String says,
      @Nullable String cites,
      @Nullable String grounds) {
    Map<String, String> options = options(stated);
    Instant at = Instant.parse(options.getOrDefault("at", "2026-03-02T10:00:00Z"));
    Act act = act(kind, from, to, offence, options);

    Decision decision =
        Objects.requireNonNull(SHIPPED.get(instrument)).decide(act, consents(act, options), at);

    switch (decision) {
      case Decision.Permitted permitted -> {
        assertThat(says).isEqualTo("permitted");
        assertThat(permitted.articles()).extracting(ArticleReference::label).contains(cites);
      }
      case Decision.NeedsConsent needs -> {
        assertThat(says).isEqualTo("needs-consent");
        assertThat(needs.under().label()).isEqualTo(cites);
      }
      case Decision.Refused refused -> {
        assertThat(says).isEqualTo("refused");
        assertThat(refused.grounds())
            .extracting(ground -> ground.code().code())
            .containsExactlyInAnyOrder(Objects.requireNonNull(grounds).split(" ", -1));
        assertThat(refused.grounds())
            .allSatisfy(ground -> {
              assertThat(ground.sentence(Locale.ENGLISH)).endsWith(".");
              assertThat(ground.remedy(Locale.ENGLISH)).endsWith(".");
            });
      }
    }
  }

  @Test
  void theTableHoldsAHundredAndFiftyCasesAndMore() {
    assertThat(Packed.class.getResourceAsStream("/vectors/decisions.csv"))
        .satisfies(in ->
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count())
                .isGreaterThan(150));
  }

  @Test
  void theTemplateIsAnAgreementAsItStands() {
    Reading reading =
        new AgreementReader()
            .read(
                ShippedAgreements.instrumentTemplate().getBytes(StandardCharsets.UTF_8),
                ShippedAgreements.arrangementTemplate().getBytes(StandardCharsets.UTF_8));

    assertThat(reading).isInstanceOf(Reading.Read.class);
  }

  private static Act act(
      String kind, String from, String to, String offence, Map<String, String> options) {
    PersonalData data =
        options.containsKey("subject")
            ? PersonalData.of(
                Set.of(
                    DataSubjectCategory.ofCode(options.getOrDefault("subject", "")).orElseThrow()),
                Set.of(DataCategory.ofCode(options.getOrDefault("data", "")).orElseThrow()))
            : PersonalData.none();
    return new Act(
        ActKind.ofCode(kind).orElseThrow(),
        new AuthorityId(from),
        new AuthorityId(to),
        OffenceArea.ofCode(offence).orElseThrow(),
        options.containsKey("urgent") ? Urgency.URGENT : Urgency.NORMAL,
        Optional.ofNullable(options.get("urgent")).flatMap(UrgencyReason::ofCode),
        data,
        new Safeguards(
            options.containsKey("special"),
            options.containsKey("necessary"),
            options.containsKey("political")),
        new Particulars(
            options.containsKey("penalty")
                ? OptionalInt.of(Integer.parseInt(options.getOrDefault("penalty", "")))
                : OptionalInt.empty(),
            Integer.parseInt(options.getOrDefault("identifiers", "0")),
            options.containsKey("justified"),
            options.containsKey("automated"),
            options.containsKey("beyond")));
  }

  private static Consents consents(Act act, Map<String, String> options) {
    if (!options.containsKey("consent")) {
      return Consents.none();
    }
    AuthorityId by = new AuthorityId(options.getOrDefault("consent", ""));
    AuthorityId to = by.equals(act.from()) ? act.to() : act.from();
    return Consents.of(
        List.of(new Consent("message", by, to, act.offence(), Instant.MIN, Instant.MAX)));
  }

  private static Map<String, String> options(@Nullable String stated) {
    Map<String, String> options = new HashMap<>();
    if (stated != null) {
      Arrays.stream(stated.split(" ", -1))
          .forEach(pair -> {
            int sign = pair.indexOf('=');
            options.put(pair.substring(0, sign), pair.substring(sign + 1));
          });
    }
    return options;
  }
}
