package org.entente.node.web.officers;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.SessionFilter;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an officer sets for himself: language, zone, password, tokens for programs. */
@Controller
class AccountPages {
  private static final String HOME = "/account";

  private final Pages pages;
  private final Officers officers;
  private final AccessTokens tokens;
  private final Sentences sentences;
  private final InstantSource clock;

  AccountPages(
      Pages pages,
      Officers officers,
      AccessTokens tokens,
      Sentences sentences,
      InstantSource clock) {
    this.clock = clock;
    this.pages = pages;
    this.officers = officers;
    this.tokens = tokens;
    this.sentences = sentences;
  }

  @GetMapping(HOME)
  ResponseEntity<String> account(Visit visit) {
    return show(visit, 200, "", "");
  }

  @PostMapping(HOME)
  ResponseEntity<String> prefer(
      Visit visit,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String zone) {
    if (!NewOfficer.knownLanguage(language)) {
      return show(visit, 422, "visit.officer().fault.language", "");
    }
    if (!NewOfficer.knownZone(zone)) {
      return show(visit, 422, "visit.officer().fault.zone", "");
    }
    officers.prefer(visit.officer().id(), Locale.forLanguageTag(language), ZoneId.of(zone));
    return Pages.to(HOME);
  }

  @PostMapping("/account/password")
  ResponseEntity<String> password(
      Visit visit,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String after) {
    Optional<String> fault =
        officers.changePassword(visit.officer(), before, after, visit.request().getRemoteAddr());
    if (fault.isPresent()) {
      return show(visit, 422, fault.get(), "");
    }
    SessionFilter.renew(visit.request(), visit.officer(), clock);
    return show(visit, 200, "account.password-changed", "");
  }

  @PostMapping("/account/tokens")
  ResponseEntity<String> issue(
      Visit visit,
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "0") int days) {
    return tokens
        .issue(visit.officer().id(), label, Duration.ofDays(days))
        .map(issued -> show(visit, 201, "", issued.secret()))
        .orElseGet(() -> show(visit, 422, "account.token-fault", ""));
  }

  @PostMapping("/account/tokens/{id}/end")
  ResponseEntity<String> end(Officer officer, @PathVariable String id) {
    tokens.revoke(officer.id(), UUID.fromString(id));
    return Pages.to(HOME);
  }

  private ResponseEntity<String> show(Visit visit, int status, String said, String secret) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.officersAccount(
                reader,
                said.isEmpty() ? "" : sentences.of(visit.officer().language(), said),
                status < 300,
                secret,
                tokens.of(visit.officer().id()),
                Pages.LANGUAGES,
                zones()));
  }

  static List<String> zones() {
    return List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
  }
}
