package org.entente.node.web.oversight;

import java.util.Map;
import org.entente.node.oversight.OversightRefusal;
import org.entente.node.web.frame.Pages;
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

  ResponseEntity<String> page(Visit visit, OversightRefusal reason) {
    return pages.show(
        OversightStatus.of(reason),
        "frame/nothere",
        pages.reader(visit),
        Map.of("key", "oversight-refusal." + reason.code()));
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

  static ResponseEntity<byte[]> none(OversightRefusal reason) {
    return ResponseEntity.status(OversightStatus.of(reason)).build();
  }
}
