package org.entente.node.web.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Every part of the pages in every state, for those who build them; docs/design.md says the rules.
 */
@Controller
class DesignPages {
  private final Pages pages;

  DesignPages(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/design")
  ResponseEntity<String> all(Visit visit) {
    MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    typed.add("familyName", "الحسن");
    typed.add("givenName", "Đorđe-Aleksandar");
    Map<String, String> faults =
        Map.of("givenName", "Too short to be understood.", "category", "Choose one.");
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("a", "The first");
    choices.put("b", "The second");
    return pages.show(
        200,
        visit,
        (templates, reader) -> templates.frameDesign(reader, new Form(typed), faults, choices));
  }
}
