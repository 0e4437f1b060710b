package org.entente.node.web.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.entente.node.casework.Attachments;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Rejection;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.preview.Preview;
import org.entente.node.web.frame.Addresses;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The case, and the files that came with it. */
@Controller
public class CasePages {
  private final Pages pages;
  private final CasePage casePage;
  private final Casework casework;
  private final Preview preview;

  CasePages(Pages pages, CasePage casePage, Casework casework, Preview preview) {
    this.preview = preview;
    this.pages = pages;
    this.casePage = casePage;
    this.casework = casework;
  }

  @GetMapping("/cases/{id}")
  ResponseEntity<String> view(
      Visit visit,
      @PathVariable String id,
      @RequestParam Optional<String> done,
      @RequestParam(defaultValue = "") String begin) {
    return casePage.show(
        visit, CaseId.of(id), done.map(message -> Addresses.read(message, MessageId::of)), begin);
  }

  @GetMapping("/attachments/{id}")
  ResponseEntity<?> attachment(Visit visit, @PathVariable String id) {
    return file(
        visit,
        id,
        opened ->
            ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(opened.attached().sizeBytes())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename(opened.attached().name(), StandardCharsets.UTF_8)
                        .build()
                        .toString())
                .body(new InputStreamResource(opened.content())));
  }

  /** A picture for the page, by a type that no browser takes for anything else. */
  @GetMapping("/attachments/{id}/picture")
  ResponseEntity<?> picture(Visit visit, @PathVariable String id) {
    return file(
        visit,
        id,
        opened ->
            !opened.attached().shownAsPicture()
                ? pages.notFound(visit)
                : ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(opened.attached().mediaType()))
                    .contentLength(opened.attached().sizeBytes())
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .body(new InputStreamResource(opened.content())));
  }

  /** The first pages of a document, drawn as one picture. */
  @GetMapping("/attachments/{id}/pages")
  ResponseEntity<?> drawn(Visit visit, @PathVariable String id) {
    return file(
        visit,
        id,
        opened -> {
          try (InputStream document = opened.content()) {
            Optional<byte[]> picture =
                opened.attached().shownAsPages() ? preview.pages(document) : Optional.empty();
            return picture.isEmpty()
                ? pages.notFound(visit)
                : ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .body(picture.get());
          } catch (IOException e) {
            return pages.notFound(visit);
          }
        });
  }

  private ResponseEntity<?> file(
      Visit visit, String id, Function<Attachments.Reading.Opened, ResponseEntity<?>> shown) {
    return switch (casework.attachments().open(visit.officer(), AttachmentId.of(id))) {
      case Attachments.Reading.Absent absent -> pages.notFound(visit);
      case Attachments.Reading.Damaged damaged ->
          pages.show(
              409,
              visit,
              (templates, reader) ->
                  templates.frameNothere(reader, "rejection." + Rejection.FILE_DAMAGED.code()));
      case Attachments.Reading.Opened opened -> shown.apply(opened);
    };
  }
}
