package org.entente.node.web.cases;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.CaseView;
import org.entente.node.casework.Casework;
import org.entente.node.records.Records;
import org.entente.node.records.SharedThings;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who and what a case is about, as a picture with a table that says the same. */
@Controller
class ChartPages {
  private final Pages pages;
  private final Casework casework;
  private final SharedThings things;

  ChartPages(Pages pages, Casework casework, Records records) {
    this.pages = pages;
    this.casework = casework;
    this.things = records.sharedThings();
  }

  private Optional<Chart> chart(Visit visit, CaseId id) {
    Optional<CaseView> view = casework.cases().view(visit.officer(), id);
    return view.map(file -> {
      List<SharedThings.Shared> shared = things.beside(visit.officer(), id);
      return Chart.of(pages.reader(visit), file, shared);
    });
  }

  @GetMapping("/cases/{id}/chart")
  ResponseEntity<String> chart(Visit visit, @PathVariable String id) {
    CaseId file = CaseId.of(id);
    return chart(visit, file)
        .map(chart ->
            pages.show(
                200,
                visit,
                (templates, reader) ->
                    templates.casesChart(
                        reader,
                        chart,
                        file.toString(),
                        casework.cases().reference(file).orElse(""))))
        .orElseGet(() -> pages.notFound(visit));
  }

  /**
   * @param whole given where the picture is taken along as a file
   */
  @GetMapping("/cases/{id}/chart.svg")
  ResponseEntity<?> picture(
      Visit visit, @PathVariable String id, @RequestParam Optional<String> whole) {
    return chart(visit, CaseId.of(id))
        .<ResponseEntity<?>>map(chart ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    (whole.isPresent()
                            ? ContentDisposition.attachment()
                            : ContentDisposition.inline())
                        .filename("chart.svg", StandardCharsets.UTF_8)
                        .build()
                        .toString())
                .header(
                    "Content-Security-Policy",
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .body(ChartPicture.svg(chart)))
        .orElseGet(() -> pages.notFound(visit));
  }
}
