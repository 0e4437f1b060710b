package org.entente.node.web.agreements;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.agreements.Introductions;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partners, and how one that is not known yet is introduced. */
@Controller
class PartnerPages {
  private static final Form NOTHING_TYPED = new Form(new LinkedMultiValueMap<>());

  private final Pages pages;
  private final PartnerStandings standings;
  private final Introductions introductions;
  private final Officers officers;
  private final Identity identity;
  private final Sentences sentences;

  PartnerPages(
      Pages pages,
      PartnerStandings standings,
      Introductions introductions,
      Officers officers,
      Identity identity,
      Sentences sentences) {
    this.pages = pages;
    this.standings = standings;
    this.introductions = introductions;
    this.officers = officers;
    this.identity = identity;
    this.sentences = sentences;
  }

  @GetMapping("/partners")
  ResponseEntity<String> list(Visit visit) {
    return show(visit, 200, NOTHING_TYPED, "");
  }

  /** This authority's card, to be handed to a partner as a file. */
  @GetMapping("/partners/own.card")
  ResponseEntity<byte[]> ownCard(Officer officer) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(identity.card().authority() + ".card")
                .build()
                .toString())
        .body(identity.card().text().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/partners")
  ResponseEntity<String> introduce(
      Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Optional<URI> uri = address(form.text("address"));
    if (uri.isEmpty()) {
      return show(visit, 422, form, "partners.address-fault");
    }
    if (!(IdentityCard.read(form.text("card").getBytes(StandardCharsets.UTF_8))
        instanceof IdentityCard.Reading.Read read)) {
      return show(visit, 422, form, "partners.card-fault");
    }
    return after(visit, introductions.introduce(visit.officer(), read.card(), uri.get()));
  }

  @PostMapping("/partners/{authority}/confirmation")
  ResponseEntity<String> confirm(
      Visit visit,
      @PathVariable String authority,
      @RequestParam(defaultValue = "") String fingerprint) {
    return after(
        visit, introductions.confirm(visit.officer(), new AuthorityId(authority), fingerprint));
  }

  @PostMapping("/partners/{authority}/removal")
  ResponseEntity<String> discard(Visit visit, @PathVariable String authority) {
    return after(visit, introductions.discard(visit.officer(), new AuthorityId(authority)));
  }

  private static Optional<URI> address(String typed) {
    try {
      URI uri = URI.create(typed.strip());
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawQuery() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ResponseEntity<String> after(Visit visit, Outcome<AuthorityId> outcome) {
    return switch (outcome) {
      case Outcome.Done<AuthorityId> done -> Pages.to("/partners");
      case Outcome.Refused<AuthorityId>(Refusal why) ->
          show(visit, RefusalStatus.of(why), NOTHING_TYPED, "step-refused." + why.code());
    };
  }

  private ResponseEntity<String> show(Visit visit, int status, Form form, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.agreementsPartners(
                reader,
                standings.all(visit.officer()),
                introductions.waiting(),
                identity.card(),
                officers,
                said.isEmpty() ? "" : sentences.of(visit.officer().language(), said),
                form));
  }
}
