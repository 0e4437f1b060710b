package org.entente.node.web.agreements;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Party;
import org.entente.agreement.Quota;
import org.entente.node.agreements.Negotiation;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.QuotaCounts;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.entente.seal.Fingerprint;
import org.entente.seal.Identity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The agreements this node holds, to be read. */
@Controller
class AgreementPages {
  private final Pages pages;
  private final AgreementsInForce agreements;
  private final Negotiation negotiation;
  private final Identity identity;
  private final QuotaCounts quotas;
  private final AuthorityId own;
  private final InstantSource clock;

  AgreementPages(
      Pages pages,
      AgreementsInForce agreements,
      Negotiation negotiation,
      QuotaCounts quotas,
      Identity identity,
      AuthorityId own,
      InstantSource clock) {
    this.own = own;
    this.identity = identity;
    this.quotas = quotas;
    this.pages = pages;
    this.agreements = agreements;
    this.negotiation = negotiation;
    this.clock = clock;
  }

  @GetMapping("/agreements")
  ResponseEntity<String> list(Visit visit) {
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.agreementsAgreements(reader, agreements.all(), clock.instant()));
  }

  @GetMapping("/agreements/{hash}")
  ResponseEntity<String> view(Visit visit, @PathVariable String hash) {
    Optional<Agreement> found =
        agreements.all().stream().filter(a -> a.hash().value().equals(hash)).findFirst();
    if (found.isEmpty()) {
      return pages.notFound(visit);
    }
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.agreementsAgreement(
                reader,
                found.get(),
                clock.instant(),
                used(found.get()),
                standings(hash),
                words(found.get())));
  }

  /** The agreement to be handed out, signed by this authority. */
  @GetMapping("/agreements/{hash}/signed")
  ResponseEntity<byte[]> signed(Visit visit, @PathVariable String hash) {
    Optional<Agreement> found = agreements.held(hash);
    Optional<AgreementsInForce.Files> files = agreements.files(hash);
    if (found.isEmpty() || files.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    byte[] document = AgreementDocument.of(pages.reader(visit), found.get(), words(found.get()));
    byte[] zip = AgreementFile.of(found.get(), files.get(), document, identity, clock.instant());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.get().id().value() + ".zip")
                .build()
                .toString())
        .body(zip);
  }

  /** A file of the agreement, byte for byte as both sides hold it. */
  @GetMapping("/agreements/{hash}/{file}")
  ResponseEntity<byte[]> file(
      Officer officer, @PathVariable String hash, @PathVariable String file) {
    Optional<AgreementsInForce.Files> files = agreements.files(hash);
    if (files.isEmpty() || !(file.equals("instrument") || file.equals("arrangement"))) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file + ".json").build().toString())
        .body(file.equals("instrument") ? files.get().instrument() : files.get().arrangement());
  }

  /** How the agreement stands with each partner with which it was ever in force. */
  private List<AgreementStanding> standings(String hash) {
    return agreements.partnersOf(hash).stream()
        .map(partner ->
            new AgreementStanding(
                partner,
                agreements.held(hash, partner).orElseThrow(),
                agreements.suspendedBy(hash, partner, own),
                negotiation.suspensionRefused(hash, partner)))
        .toList();
  }

  /** What this authority has used of each quota today, towards the partner it asked most. */
  private Map<ActKind, Integer> used(Agreement agreement) {
    Map<ActKind, Integer> used = new EnumMap<>(ActKind.class);
    String hash = agreement.hash().value();
    for (Quota quota : agreement.arrangement().quotas()) {
      for (AuthorityId partner : agreements.partnersOf(hash)) {
        int today = quotas.used(hash, quota.act(), own, partner, clock.instant());
        used.merge(quota.act(), today, Math::max);
      }
    }
    return used;
  }

  /** The fingerprints of the annex as words, to be compared by telephone with the signed paper. */
  private static Map<AuthorityId, List<String>> words(Agreement agreement) {
    Map<AuthorityId, List<String>> words = new LinkedHashMap<>();
    for (Party party : agreement.parties()) {
      agreement
          .fingerprintOf(party.authority())
          .flatMap(f -> Fingerprint.parse(f.value()))
          .ifPresent(f -> words.put(party.authority(), f.words()));
    }
    return words;
  }
}
