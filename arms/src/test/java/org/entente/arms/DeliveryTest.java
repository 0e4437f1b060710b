package org.entente.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.arms.Licence.Result.Reason;
import org.entente.subject.PartialDate;
import org.entente.subject.Unreadable;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final LocalDate DAY = LocalDate.of(2014, 5, 20);

  @Test
  void oneLicenceIsWrittenOffByManyDeliveriesAndNeverBelowNothing() {
    Licence licence = licence(Licence.Scope.MULTIPLE);

    Licence once = done(licence.writeOff(off("600", "C-1", DAY)));
    Licence twice = done(once.writeOff(off("400", "C-2", DAY)));

    assertThat(twice.left(0)).isEqualByComparingTo("0");
    assertThat(twice.writeOff(off("0.5", "C-3", DAY)))
        .isEqualTo(new Licence.Result.Refused(Reason.MORE_THAN_IS_LEFT));
  }

  @Test
  void aDeliveryOutsideOfItsLicenceIsRefusedWithTheReason() {
    Licence licence = licence(Licence.Scope.SINGLE);

    assertThat(reason(licence.writeOff(off("1", "C", DAY.minusYears(2)))))
        .isEqualTo(Reason.NOT_YET_VALID);
    assertThat(reason(licence.writeOff(off("1", "C", DAY.plusYears(2))))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(licence.writeOff(new Licence.WriteOff(4, BigDecimal.ONE, "C", DAY))))
        .isEqualTo(Reason.NO_SUCH_LINE);
    Licence used = done(licence.writeOff(off("1", "C-1", DAY)));
    assertThat(reason(used.writeOff(off("1", "C-2", DAY)))).isEqualTo(Reason.SINGLE_AND_USED);
    assertThat(done(used.writeOff(off("1", "C-1", DAY))).left(0)).isEqualByComparingTo("998");
  }

  @Test
  void receiptIsDueFortyFiveDaysAfterExit() {
    Delivery delivery =
        new Delivery(
            "L-1",
            Optional.empty(),
            new Delivery.Parties("Orlovac", Optional.empty(), "Hazar", Optional.empty()),
            List.of("RS", "AZ"),
            new Delivery.Days(Optional.empty(), Optional.of(DAY), Optional.empty()),
            List.of(),
            List.of("3-87-908"));

    assertThat(delivery.receiptDue()).contains(LocalDate.of(2014, 7, 4));
    assertThat(delivery.toString()).doesNotContain("908").doesNotContain("Hazar");
  }

  @Test
  void timeFromSaleToFindIsToldAsFarAsTheDatesAre() {
    PartialDate sale = PartialDate.of(2021, 3, 1);

    assertThat(Span.between(sale, PartialDate.of(2023, 3, 1))).contains(new Span(730, 730));
    assertThat(Span.between(PartialDate.year(2021), PartialDate.of(2022, 1, 1)))
        .contains(new Span(1, 365));
    assertThat(Span.between(PartialDate.year(2021), PartialDate.year(2021)))
        .contains(new Span(0, 364));
    assertThat(Span.between(PartialDate.of(2022, 1, 1), PartialDate.year(2021))).isEmpty();
    assertThat(Span.between(sale, PartialDate.of(2023, 3, 1)).orElseThrow().isShort()).isTrue();
    assertThat(Span.between(sale, PartialDate.year(2024)).orElseThrow().isShort()).isFalse();
  }

  @Test
  void custodyThatIsTakenUpByOtherHandsIsABreak() {
    CustodyStep seized = step("finder", "police store", 8);
    CustodyStep examined = step("police store", "laboratory", 9);
    CustodyStep court = step("police store", "court", 10);

    assertThat(CustodyStep.firstBreak(List.of(seized, examined))).isEmpty();
    assertThat(CustodyStep.firstBreak(List.of(seized, examined, court))).contains(2);
    assertThat(CustodyStep.firstBreak(List.of(examined, seized))).contains(1);
  }

  @Test
  void whatIsTooLongIsRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> SerialMark.read("7".repeat(201)))
        .isInstanceOf(Unreadable.class)
        .hasMessageNotContaining("77");
    assertThat(SerialMark.read("").state()).isEqualTo(SerialMark.State.OBLITERATED);
    assertThat(SerialMark.read("1?").state()).isEqualTo(SerialMark.State.PARTLY_LEGIBLE);
  }

  private static CustodyStep step(String from, String to, int hour) {
    return new CustodyStep(
        from,
        to,
        Instant.parse("2026-03-02T10:00:00Z").plusSeconds(3600L * hour),
        "Baku",
        CustodyStep.Purpose.EXAMINATION,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Licence licence(Licence.Scope scope) {
    return new Licence(
        Licence.Kind.EXPORT,
        scope,
        "L-1",
        "RS",
        LocalDate.of(2014, 1, 1),
        LocalDate.of(2015, 1, 1),
        List.of(
            new Licence.Line(
                "Mortar rounds", "9306", new Lot.Quantity(new BigDecimal(1000), "round"))),
        List.of());
  }

  private static Licence.WriteOff off(String amount, String document, LocalDate on) {
    return new Licence.WriteOff(0, new BigDecimal(amount), document, on);
  }

  private static Licence done(Licence.Result result) {
    return ((Licence.Result.Done) result).licence();
  }

  private static Reason reason(Licence.Result result) {
    return ((Licence.Result.Refused) result).reason();
  }
}
