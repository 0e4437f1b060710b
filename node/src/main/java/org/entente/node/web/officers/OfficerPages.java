package org.entente.node.web.officers;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.web.frame.Form;
import org.entente.node.web.frame.Pages;
import org.entente.node.web.frame.Sentences;
import org.entente.node.web.frame.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of this node, for its administrators. */
@Controller
class OfficerPages {
  private static final String HOME = "/officers";

  private final Pages pages;
  private final Officers officers;
  private final Sentences sentences;

  OfficerPages(Pages pages, Officers officers, Sentences sentences) {
    this.pages = pages;
    this.officers = officers;
    this.sentences = sentences;
  }

  @GetMapping(HOME)
  ResponseEntity<String> list(Visit visit) {
    return show(visit, 200, new Form(new LinkedMultiValueMap<>()), "");
  }

  @PostMapping(HOME)
  ResponseEntity<String> open(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Set<Role> roles =
        Arrays.stream(Role.values())
            .filter(role -> form.has("roles", role.name()))
            .collect(Collectors.toSet());
    NewOfficer wanted =
        new NewOfficer(
            form.text("login"),
            form.text("name"),
            roles,
            form.text("language"),
            form.text("zone"),
            form.text("password"));
    return switch (officers.open(wanted, visit.officer().id().toString())) {
      case Officers.Opened.Done done -> Pages.to(HOME);
      case Officers.Opened.Faulty faulty -> show(visit, 422, form, faulty.key());
    };
  }

  @PostMapping("/officers/{id}/password")
  ResponseEntity<String> password(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String password) {
    Optional<Officer> whose = officers.find(OfficerId.of(id));
    Optional<String> fault =
        whose.isEmpty()
            ? Optional.of("error.not-found")
            : officers.resetPassword(whose.get(), password, visit.officer().id());
    return fault
        .map(key -> show(visit, 422, new Form(new LinkedMultiValueMap<>()), key))
        .orElseGet(() -> Pages.to(HOME));
  }

  @PostMapping("/officers/{id}/access-end")
  ResponseEntity<String> endAccess(Visit visit, @PathVariable String id) {
    return officers.endAccess(OfficerId.of(id), visit.officer().id())
        ? Pages.to(HOME)
        : show(visit, 404, new Form(new LinkedMultiValueMap<>()), "error.not-found");
  }

  @PostMapping("/officers/{id}/closure")
  ResponseEntity<String> close(Visit visit, @PathVariable String id) {
    return officers.close(OfficerId.of(id), visit.officer().id())
        ? Pages.to(HOME)
        : show(visit, 409, new Form(new LinkedMultiValueMap<>()), "officers.last");
  }

  private ResponseEntity<String> show(Visit visit, int status, Form form, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.officersOfficers(
                reader,
                officers.all(),
                form,
                said.isEmpty() ? "" : sentences.of(visit.officer().language(), said),
                Pages.LANGUAGES,
                AccountPages.zones()));
  }
}
