package org.entente.node.web.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.evidence.Layout;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.CaseId;
import org.entente.node.evidence.CoverPage;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.EvidenceExport;
import org.entente.node.evidence.SubjectFile;
import org.entente.node.evidence.SubjectFormat;
import org.entente.node.evidence.Taken;
import org.entente.node.measures.MeasureId;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.CaseScreen;
import org.entente.node.web.frame.MeasureScreen;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes a case, or an urgent measure, out as an evidence file, from its page; the API takes it the
 * same way.
 */
@Controller
public class EvidencePages {
  private final Pages pages;
  private final CaseScreen caseScreen;
  private final MeasureScreen measureScreen;
  private final EvidenceDesk desk;
  private final AgreementsInForce agreements;

  EvidencePages(
      Pages pages,
      CaseScreen caseScreen,
      MeasureScreen measureScreen,
      EvidenceDesk desk,
      AgreementsInForce agreements) {
    this.pages = pages;
    this.caseScreen = caseScreen;
    this.measureScreen = measureScreen;
    this.desk = desk;
    this.agreements = agreements;
  }

  /** Answers with the file, or with the case and the reason why there is none. */
  @PostMapping("/cases/{id}/evidence")
  @Nullable ResponseEntity<String> take(
      Visit visit,
      HttpServletResponse response,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "false") boolean restricted)
      throws IOException {
    CaseId caseId = CaseId.of(id);
    return switch (desk.export(
        visit.officer(),
        new Taken.OfCase(caseId),
        new EvidenceDesk.Wanted(reason, restricted),
        cover(visit, language))) {
      case Outcome.Done<EvidenceExport>(EvidenceExport file) -> {
        write(file, response);
        yield null;
      }
      case Outcome.Refused<EvidenceExport>(Refusal why) ->
          caseScreen.refused(visit, caseId, "evidence-refused", why);
    };
  }

  /** Answers with persons and things of a case in a foreign format, or with the reason why not. */
  @PostMapping("/cases/{id}/subjects-file")
  ResponseEntity<?> takeSubjects(
      Visit visit,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String format,
      @RequestParam(defaultValue = "") String reason) {
    CaseId caseId = CaseId.of(id);
    Optional<SubjectFormat> wanted = SubjectFormat.ofCode(format);
    return switch (desk.subjects().take(visit.officer(), caseId, wanted, reason)) {
      case Outcome.Done<SubjectFile>(SubjectFile file) -> download(file);
      case Outcome.Refused<SubjectFile>(Refusal why) ->
          caseScreen.refused(visit, caseId, "evidence-refused", why);
    };
  }

  /** The file, with how many are in it and how many were held back for their provider's word. */
  static ResponseEntity<byte[]> download(SubjectFile file) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_TYPE, file.format().mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .header("X-Entente-Entries", Integer.toString(file.entries()))
        .header("X-Entente-Held-Back", Integer.toString(file.heldBack()))
        .body(file.bytes());
  }

  /** Answers with the file of a measure, or with its page and the reason why there is none. */
  @PostMapping("/measures/{id}/evidence")
  @Nullable ResponseEntity<String> takeMeasure(
      Visit visit,
      HttpServletResponse response,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String partner,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String language)
      throws IOException {
    MeasureId measure = Addresses.read(id, MeasureId::of);
    return switch (desk.export(
        visit.officer(),
        new Taken.OfMeasure(measure, Addresses.read(partner, AuthorityId::new)),
        new EvidenceDesk.Wanted(reason, false),
        cover(visit, language))) {
      case Outcome.Done<EvidenceExport>(EvidenceExport file) -> {
        write(file, response);
        yield null;
      }
      case Outcome.Refused<EvidenceExport>(Refusal why) ->
          measureScreen.refused(visit, measure, "evidence-refused", why);
    };
  }

  /**
   * The cover in a language of the pages.
   *
   * @param language by BCP 47; the officer's own for what is none of them
   */
  public CoverPage cover(Visit visit, String language) {
    Optional<Locale> wanted =
        Pages.LANGUAGES.stream().filter(l -> l.toLanguageTag().equals(language)).findFirst();
    return CoverDocument.of(
        pages.reader(visit), wanted.orElse(visit.officer().language()), agreements::held);
  }

  /** Writes the file as it is made; what it says may be kept by no cache. */
  public static void write(EvidenceExport ready, HttpServletResponse response) throws IOException {
    response.setContentType(Layout.MIME_TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(ready.name()).build().toString());
    response.setHeader("X-Entente-Time-Stamped", Boolean.toString(ready.timeStamped()));
    ready.files().write(response.getOutputStream());
  }
}
