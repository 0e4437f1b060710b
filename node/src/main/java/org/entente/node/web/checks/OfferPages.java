package org.entente.node.web.checks;

import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.checks.Checks;
import org.entente.node.checks.OfferView;
import org.entente.node.checks.Offers;
import org.entente.node.checks.Stop;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
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
  ResponseEntity<String> all(Visit visit, Paged.Wanted wanted) {
    Outcome<Paged<Stop>> stops = offers.stops(visit.officer(), wanted);
    return switch (offers.all(visit.officer())) {
      case Outcome.Refused<List<OfferView>>(Refusal reason) ->
          pages.refused(visit, "check-refusal", reason);
      case Outcome.Done<List<OfferView>>(List<OfferView> all) ->
          pages.show(
              200,
              visit,
              (templates, reader) ->
                  templates.checksOffers(
                      reader,
                      all,
                      stops instanceof Outcome.Done<Paged<Stop>>(Paged<Stop> some)
                          ? some
                          : Paged.nothing()));
    };
  }

  @PostMapping(ALL + "/{partner}")
  ResponseEntity<String> publish(
      Visit visit, @PathVariable String partner, @RequestParam(defaultValue = "") String perDay) {
    int officerPerDay = perDay.matches("[0-9]{1,6}") ? Integer.parseInt(perDay) : 0;
    return after(visit, offers.publish(visit.officer(), new AuthorityId(partner), officerPerDay));
  }

  @PostMapping(ALL + "/{partner}/renewal")
  ResponseEntity<String> renew(Visit visit, @PathVariable String partner) {
    return after(visit, offers.renew(visit.officer(), new AuthorityId(partner)));
  }

  @PostMapping(ALL + "/{partner}/withdrawal")
  ResponseEntity<String> withdraw(Visit visit, @PathVariable String partner) {
    return after(visit, offers.withdraw(visit.officer(), new AuthorityId(partner)));
  }

  @PostMapping("/checks/stops/{stop}/lifting")
  ResponseEntity<String> lift(Visit visit, @PathVariable String stop) {
    return after(visit, offers.lift(visit.officer(), stop));
  }

  private ResponseEntity<String> after(Visit visit, Outcome<?> tried) {
    return tried instanceof Outcome.Refused<?>(Refusal reason)
        ? pages.refused(visit, "check-refusal", reason)
        : Pages.to(ALL);
  }
}
