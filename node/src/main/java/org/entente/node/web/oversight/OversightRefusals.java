package org.entente.node.web.oversight;

import org.entente.node.act.Refusal;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.RefusalStatus;
import org.entente.node.web.frame.Visit;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What pages of the supervisor's desk share: the page that says why not, and files. */
@Component
class OversightRefusals {
  private final Pages pages;

  OversightRefusals(Pages pages) {
    this.pages = pages;
  }

  ResponseEntity<String> page(Visit visit, Refusal reason) {
    return pages.refused(visit, "oversight-refusal", reason);
  }

  /** A file to keep, or a bare status where there is none. */
  static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  static ResponseEntity<byte[]> none(Refusal reason) {
    return ResponseEntity.status(RefusalStatus.of(reason)).build();
  }
}
