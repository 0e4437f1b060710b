package org.entente.node.web.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.HandlingCode;
import org.entente.evidence.Index;
import org.entente.node.evidence.CoverPage;
import org.entente.node.web.frame.Printed;
import org.entente.node.web.frame.Reader;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverDocumentTest {
  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
  private static final IdentityCard BAKU = card("az.mia", "Azərbaycan Daxili İşlər Nazirliyi");
  private static final IdentityCard BELGRADE = card("rs.mup", "Министарство унутрашњих послова");

  private static IdentityCard card(String authority, String name) {
    return Identity.create(authority, name, InstantSource.fixed(AT), Duration.ofDays(9)).card();
  }

  private static Index.Item item(Index.State state) {
    return new Index.Item(
        UUID.randomUUID(),
        "request",
        "az.mia",
        "rs.mup",
        AT,
        "",
        state,
        "0123456789abcdef".repeat(4),
        List.of("Art. 1(1)(b)"),
        "",
        List.of());
  }

  private static CoverPage.Facts facts(Optional<String> service) {
    Index.Item asked = item(Index.State.WHOLE);
    return new CoverPage.Facts(
        new Index.Matter(
            asked.id(),
            UUID.randomUUID(),
            "AZ-2026-000042",
            "rs.mup",
            "RS-2026-000007",
            "request",
            "drug-trafficking",
            AT),
        BAKU,
        BELGRADE,
        AT,
        List.of(asked, item(Index.State.ERASED), item(Index.State.RESTRICTED)),
        Set.of(),
        Map.of(asked.id(), Set.of(HandlingCode.H1)),
        List.of(new CoverPage.Receipted(asked, AT.plusSeconds(1), true)),
        List.of(),
        0,
        service);
  }

  private static String text(String language, Optional<String> service) throws IOException {
    Reader reader = Printed.reader(Locale.ENGLISH).in(Locale.ENGLISH, ZoneId.of("Asia/Baku"));
    return Printed.text(
        CoverDocument.of(reader, Locale.forLanguageTag(language), hash -> Optional.empty())
            .pdf(facts(service)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, What is not proven",
    "az, Nə sübut olunmur",
    "sr, Шта није доказано",
    "sr-Latn, Šta nije dokazano"
  })
  void theCoverSaysInEveryLanguageWhatIsProvenAndHowToCheckIt(String language, String words)
      throws IOException {
    assertThat(text(language, Optional.empty()))
        .contains(words, "AZ-2026-000042", "RS-2026-000007", "Art. 1(1)(b)")
        .contains("2026-11-24 08:00:00 UTC", "./entente verify AZ-2026-000042.asice")
        .contains("Azərbaycan Daxili İşlər Nazirliyi", "Министарство унутрашњих послова")
        .contains(BAKU.fingerprint().hex(), BELGRADE.fingerprint().words().getFirst());
  }

  @Test
  void theCoverSaysWhetherAServiceVouchesForTheTime() throws IOException {
    assertThat(text("en", Optional.of("time.example")))
        .contains("The service time.example stamped")
        .doesNotContain("no independent service");
    assertThat(text("en", Optional.empty()))
        .contains("H1 – Not to be used in judicial proceedings");
    assertThat(text("en", Optional.empty())).contains("no independent service stamped the time");
  }
}
