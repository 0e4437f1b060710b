package org.entente.node.web.cases;

import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one search of the header. */
@Controller
class SearchPages {
  private final Pages pages;
  private final OneSearch search;

  SearchPages(Pages pages, OneSearch search) {
    this.pages = pages;
    this.search = search;
  }

  @GetMapping("/search")
  ResponseEntity<String> form(Visit visit) {
    return show(visit, SearchScreen.nothing("", ""));
  }

  /** What is asked travels in the body: a name has no place in an address. */
  @PostMapping("/search")
  ResponseEntity<String> search(Visit visit, @RequestParam(defaultValue = "") String text) {
    return show(visit, search.search(visit.officer(), text));
  }

  private ResponseEntity<String> show(Visit visit, SearchScreen screen) {
    return pages.show(200, visit, (templates, reader) -> templates.casesSearch(reader, screen));
  }
}
