package org.entente.arms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A licensed transfer from consignor to consignee.
 *
 * @param licence number of the licence it is written off from
 * @param certificate number of the end-user certificate
 * @param route countries in order, ISO 3166-1 alpha-2
 * @param weapons serial numbers as listed
 * @param lots lot numbers as listed
 */
public record Delivery(
    String licence,
    Optional<String> certificate,
    Parties parties,
    List<String> route,
    Days days,
    List<String> weapons,
    List<String> lots) {

  /** Days after leaving in which receipt is proven: Reg. (EU) 2025/41 Art. 26(1). */
  public static final int RECEIPT_DAYS = 45;

  /** Who had a hand in it; the final recipient is not always the consignee. */
  public record Parties(
      String consignor, Optional<String> carrier, String consignee, Optional<String> recipient) {
    public Parties {
      Texts.within(Texts.LINE, consignor);
      Texts.within(Texts.LINE, consignee);
      carrier.ifPresent(text -> Texts.within(Texts.LINE, text));
      recipient.ifPresent(text -> Texts.within(Texts.LINE, text));
    }

    @Override
    public String toString() {
      return "Parties[]";
    }
  }

  /** The days on which it left the consignor, left the country, and entered the other. */
  public record Days(
      Optional<LocalDate> dispatched, Optional<LocalDate> exit, Optional<LocalDate> entry) {}

  public Delivery {
    route = List.copyOf(route);
    weapons = List.copyOf(weapons);
    lots = List.copyOf(lots);
    Texts.within(Texts.LINE, licence);
    certificate.ifPresent(text -> Texts.within(Texts.LINE, text));
    Texts.entries(route.size());
    Texts.entries(weapons.size());
    Texts.entries(lots.size());
    weapons.forEach(text -> Texts.within(Texts.LINE, text));
    lots.forEach(text -> Texts.within(Texts.LINE, text));
  }

  /** The last day on which its receipt is to be proven; empty before it left the country. */
  public Optional<LocalDate> receiptDue() {
    return days.exit().map(left -> left.plusDays(RECEIPT_DAYS));
  }

  @Override
  public String toString() {
    return "Delivery[" + weapons.size() + " weapons, " + lots.size() + " lots]";
  }
}
