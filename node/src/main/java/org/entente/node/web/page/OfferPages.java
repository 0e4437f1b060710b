package org.entente.node.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.entente.agreement.AuthorityId;
import org.entente.node.checks.CheckRefusal;
import org.entente.node.checks.Checks;
import org.entente.node.checks.OfferView;
import org.entente.node.checks.Offers;
import org.entente.node.checks.Stop;
import org.entente.node.checks.Tried;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which partner may check what: published, renewed, withdrawn; and whose checks are stopped. */
@Controller
class OfferPages {
  private static final String ALL = "/checks/offers";

  private final Pages pages;
  private final Offers offers;

  OfferPages(Pages pages, Checks checks) {
    this.pages = pages;
    this.offers = checks.offers();
  }

  @GetMapping(ALL)
  ResponseEntity<String> all(Officer officer, HttpServletRequest request, Paged.Wanted wanted) {
    Tried<Paged<Stop>> stops = offers.stops(officer, wanted);
    return switch (offers.all(officer)) {
      case Tried.Refused<List<OfferView>>(CheckRefusal reason) ->
          pages.refused(officer, request, reason);
      case Tried.Done<List<OfferView>>(List<OfferView> all) ->
          pages.show(
              200,
              "offers",
              pages.reader(officer, request),
              Map.of(
                  "offers",
                  all,
                  "stops",
                  stops instanceof Tried.Done<Paged<Stop>>(Paged<Stop> some)
                      ? some
                      : Paged.nothing()));
    };
  }

  @PostMapping(ALL + "/{partner}")
  ResponseEntity<String> publish(
      Officer officer,
      HttpServletRequest request,
      @PathVariable String partner,
      @RequestParam(defaultValue = "") String perDay) {
    int officerPerDay = perDay.matches("[0-9]{1,6}") ? Integer.parseInt(perDay) : 0;
    return after(
        officer, request, offers.publish(officer, new AuthorityId(partner), officerPerDay));
  }

  @PostMapping(ALL + "/{partner}/renewal")
  ResponseEntity<String> renew(
      Officer officer, HttpServletRequest request, @PathVariable String partner) {
    return after(officer, request, offers.renew(officer, new AuthorityId(partner)));
  }

  @PostMapping(ALL + "/{partner}/withdrawal")
  ResponseEntity<String> withdraw(
      Officer officer, HttpServletRequest request, @PathVariable String partner) {
    return after(officer, request, offers.withdraw(officer, new AuthorityId(partner)));
  }

  @PostMapping("/checks/stops/{stop}/lifting")
  ResponseEntity<String> lift(
      Officer officer, HttpServletRequest request, @PathVariable String stop) {
    return after(officer, request, offers.lift(officer, stop));
  }

  private ResponseEntity<String> after(
      Officer officer, HttpServletRequest request, Tried<?> tried) {
    return tried instanceof Tried.Refused<?>(CheckRefusal reason)
        ? pages.refused(officer, request, reason)
        : Pages.to(ALL);
  }
}
