package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entente.node.act.Right;
import org.jspecify.annotations.Nullable;

/**
 * Pages under which others hang: the way back that stands above a page's heading, and the entry of
 * the menu that is marked while one reads it.
 */
enum Place {
  WORK("/", "page.start", null, null, "/cases", "/requests", "/informations", "/messages") {
    @Override
    String text(Reader reader) {
      return reader.t(reader.works() ? "page.work" : "page.start");
    }
  },
  RECORDS("/records", "page.records", null, Right.SEARCH_RECORDS),
  IMPORTS("/records/imports", "page.imports", RECORDS, Right.SEARCH_RECORDS),
  SCREENINGS("/records/screenings", "page.screenings", RECORDS, Right.SCREEN_LISTS),
  CHECKS("/checks", "page.checks", null, Right.READ_CHECKS),
  CHECK_LISTS("/checks/lists", "page.check-lists", CHECKS, Right.READ_CHECK_LISTS),
  MEASURES("/measures", "page.measures", null, Right.READ_MEASURES, "/calls"),
  DUTY("/duty", "page.duty", null, Right.KEEP_WATCH),
  AGREEMENTS("/agreements", "page.agreements", null, null),
  STEPS("/steps", "page.steps", AGREEMENTS, Right.READ_STEPS),
  CONSENTS("/consents", "page.consents", null, Right.READ_CASES),
  REVIEWS("/reviews", "page.reviews", null, Right.READ_CASES, "/review-steps", "/notices"),
  LEDGER("/ledger", "page.ledger", null, Right.READ_LEDGER, "/matters"),
  LOG_STOPS("/log-stops", "page.log-stops", LEDGER, Right.READ_LOG_STOPS),
  LOST_MESSAGES("/lost-messages", "page.lost-messages", LEDGER, Right.READ_LOG_STOPS),
  OFFICERS("/officers", "page.officers", null, Right.KEEP_ACCOUNTS),
  OVERSIGHT("/oversight", "page.oversight", null, Right.OVERSEE),
  ANSWERS("/oversight/answers", "oversight.answers", OVERSIGHT, Right.OVERSEE),
  BREACHES("/oversight/breaches", "oversight.breaches", OVERSIGHT, Right.OVERSEE),
  PEOPLE("/oversight/people", "oversight.people", OVERSIGHT, Right.OVERSEE),
  STATISTICS("/oversight/statistics", "oversight.statistics", OVERSIGHT, Right.OVERSEE);

  private final String address;
  private final String text;
  private final @Nullable Place under;
  private final @Nullable Right right;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes one that nobody can change.
  private final List<String> also;

  /**
   * A page that others hang under.
   *
   * @param address its own
   * @param text key of its name
   * @param under the page that it hangs under, null if the menu leads to it
   * @param right without which a reader is not led there, null for everybody
   * @param also what the addresses of pages under it begin with, besides its own
   */
  Place(String address, String text, @Nullable Place under, @Nullable Right right, String... also) {
    this.address = address;
    this.text = text;
    this.under = under;
    this.right = right;
    this.also = List.of(also);
  }

  String address() {
    return address;
  }

  String text(Reader reader) {
    return reader.t(text);
  }

  boolean open(Reader reader) {
    return right == null || reader.may(right);
  }

  /** The places above a page, the outermost first; none for one that the menu leads to. */
  static List<Place> above(String path) {
    List<Place> out = new ArrayList<>();
    Optional<Place> next = nearest(path);
    while (next.isPresent()) {
      out.add(next.get());
      next = Optional.ofNullable(next.get().under);
    }
    Collections.reverse(out);
    return out;
  }

  private static Optional<Place> nearest(String path) {
    Place nearest = null;
    for (Place place : values()) {
      if (place.address.equals(path)) {
        return Optional.ofNullable(place.under);
      }
      if (place.holds(path)
          && (nearest == null || nearest.address.length() < place.address.length())) {
        nearest = place;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private boolean holds(String path) {
    return path.startsWith(address + "/")
        || also.stream().anyMatch(begin -> path.startsWith(begin + "/"));
  }
}
