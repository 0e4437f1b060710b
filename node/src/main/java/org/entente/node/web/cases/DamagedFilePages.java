package org.entente.node.web.cases;

import org.entente.node.casework.Casework;
import org.entente.node.casework.DamagedFiles;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Files that are no longer what was exchanged, for those who restore them. */
@Controller
class DamagedFilePages {
  private final Pages pages;
  private final DamagedFiles files;

  DamagedFilePages(Pages pages, Casework casework) {
    this.pages = pages;
    this.files = casework.damagedFiles();
  }

  @GetMapping("/damaged-files")
  ResponseEntity<String> list(Visit visit, Paged.Wanted wanted) {
    return pages.show(
        200,
        visit,
        (templates, reader) ->
            templates.casesDamagedFiles(reader, files.page(visit.officer(), wanted)));
  }
}
