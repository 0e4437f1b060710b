package org.entente.node.web.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.casework.CaseId;
import org.entente.node.evidence.EvidenceDesk;
import org.entente.node.evidence.EvidenceExport;
import org.entente.node.evidence.Exported;
import org.entente.node.evidence.SubjectFile;
import org.entente.node.evidence.SubjectFormat;
import org.entente.node.evidence.Taken;
import org.entente.node.measures.MeasureId;
import org.entente.node.officers.Officer;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.entente.node.web.frame.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence files of cases and of urgent measures. */
@RestController
@RequestMapping("/api/v1")
class EvidenceApi {
  private final EvidenceDesk desk;
  private final EvidencePages pages;
  private final Sentences sentences;

  EvidenceApi(EvidenceDesk desk, EvidencePages pages, Sentences sentences) {
    this.desk = desk;
    this.pages = pages;
    this.sentences = sentences;
  }

  /**
   * What a file is taken for.
   *
   * @param language of the cover: en, az, sr or sr-Latn; the officer's own when absent
   * @param restricted whether what is restricted goes with it; false when absent
   */
  record EvidenceWanted(
      @Nullable String reason, @Nullable String language, @Nullable Boolean restricted) {}

  /**
   * A file that was taken.
   *
   * @param format of a file of persons and things; null for an evidence file
   */
  record TakenFile(
      String officer,
      Instant at,
      long entry,
      boolean restricted,
      boolean timeStamped,
      String manifestHash,
      @Nullable String format,
      String reason) {}

  /** The evidence files that were taken of a case, newest first. */
  @GetMapping("/cases/{id}/evidence")
  List<TakenFile> taken(Officer officer, @PathVariable String id) {
    if (!Rights.may(officer, Right.TAKE_EVIDENCE)) {
      throw new AccessDeniedException("Only a supervisor sees what was taken out");
    }
    return desk.of(officer, CaseId.of(id)).stream().map(EvidenceApi::taken).toList();
  }

  /** The evidence files that were taken of a measure, newest first. */
  @GetMapping("/measures/{id}/evidence")
  List<TakenFile> takenOfMeasure(Officer officer, @PathVariable String id) {
    if (!Rights.may(officer, Right.TAKE_EVIDENCE)) {
      throw new AccessDeniedException("Only a supervisor sees what was taken out");
    }
    return desk.of(officer, MeasureId.of(id)).stream().map(EvidenceApi::taken).toList();
  }

  private static TakenFile taken(Exported file) {
    return new TakenFile(
        file.by().toString(),
        file.at(),
        file.entry(),
        file.restricted(),
        file.timeStamped(),
        file.manifestHash(),
        file.format().map(SubjectFormat::code).orElse(null),
        file.reason());
  }

  /** Takes a case out: answers with the file, which streams. */
  @PostMapping("/cases/{id}/evidence")
  @Nullable ResponseEntity<Object> take(
      Visit visit,
      HttpServletResponse response,
      @PathVariable String id,
      @RequestBody EvidenceWanted wanted)
      throws IOException {
    return taken(
        visit,
        response,
        new Taken.OfCase(CaseId.of(id)),
        wanted,
        Boolean.TRUE.equals(wanted.restricted()));
  }

  /**
   * What persons and things are taken for.
   *
   * @param format stix, misp, case or niem
   */
  record SubjectsWanted(@Nullable String format, @Nullable String reason) {}

  /**
   * Takes persons and things of a case out in a format of others. {@code X-Entente-Entries} says
   * how many are in the file, {@code X-Entente-Held-Back} how many are not, because only their
   * provider may permit that they are passed on.
   */
  @PostMapping("/cases/{id}/subjects-file")
  ResponseEntity<?> takeSubjects(
      Officer officer, @PathVariable String id, @RequestBody SubjectsWanted wanted) {
    Optional<SubjectFormat> format = SubjectFormat.ofCode(Wanted.orEmpty(wanted.format()));
    return switch (desk.subjects()
        .take(officer, CaseId.of(id), format, Wanted.orEmpty(wanted.reason()))) {
      case Outcome.Done<SubjectFile>(SubjectFile file) -> EvidencePages.download(file);
      case Outcome.Refused<SubjectFile>(Refusal why) ->
          Problems.refused(sentences, officer, "evidence-refused", why);
    };
  }

  /** Takes a measure with one partner out: answers with the file, which streams. */
  @PostMapping("/measures/{id}/evidence/{partner}")
  @Nullable ResponseEntity<Object> takeMeasure(
      Visit visit,
      HttpServletResponse response,
      @PathVariable String id,
      @PathVariable String partner,
      @RequestBody EvidenceWanted wanted)
      throws IOException {
    return taken(
        visit,
        response,
        new Taken.OfMeasure(MeasureId.of(id), new AuthorityId(partner)),
        wanted,
        false);
  }

  private @Nullable ResponseEntity<Object> taken(
      Visit visit,
      HttpServletResponse response,
      Taken of,
      EvidenceWanted wanted,
      boolean restricted)
      throws IOException {
    return switch (desk.export(
        visit.officer(),
        of,
        new EvidenceDesk.Wanted(Wanted.orEmpty(wanted.reason()), restricted),
        pages.cover(visit, Wanted.orEmpty(wanted.language())))) {
      case Outcome.Done<EvidenceExport>(EvidenceExport file) -> {
        EvidencePages.write(file, response);
        yield null;
      }
      case Outcome.Refused<EvidenceExport>(Refusal why) ->
          Problems.refused(sentences, visit.officer(), "evidence-refused", why);
    };
  }
}
