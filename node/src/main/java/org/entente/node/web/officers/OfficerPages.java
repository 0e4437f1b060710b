package org.entente.node.web.officers;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.officers.Accounts;
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
  private final Accounts accounts;
  private final Sentences sentences;

  OfficerPages(Pages pages, Officers officers, Accounts accounts, Sentences sentences) {
    this.pages = pages;
    this.officers = officers;
    this.accounts = accounts;
    this.sentences = sentences;
  }

  @GetMapping(HOME)
  ResponseEntity<String> list(Visit visit) {
    return show(visit, 200, new Form(new LinkedMultiValueMap<>()), "");
  }

  @PostMapping(HOME)
  ResponseEntity<String> open(Visit visit, @RequestParam MultiValueMap<String, String> fields) {
    Form form = new Form(fields);
    Set<Role> roles = roles(form);
    NewOfficer wanted =
        new NewOfficer(
            form.text("login"),
            form.text("name"),
            roles,
            form.text("language"),
            form.text("zone"),
            form.text("password"));
    return switch (officers.open(wanted, visit.officer().id().toString())) {
      case Officers.Opened.Done done -> Pages.to(HOME + "/" + done.officer().id());
      case Officers.Opened.Faulty faulty -> show(visit, 422, form, faulty.key());
    };
  }

  private static Set<Role> roles(Form form) {
    return Arrays.stream(Role.values())
        .filter(role -> form.has("roles", role.name()))
        .collect(Collectors.toSet());
  }

  @GetMapping("/officers/{id}")
  ResponseEntity<String> account(Visit visit, @PathVariable String id) {
    return account(visit, 200, OfficerId.of(id), "");
  }

  @PostMapping("/officers/{id}/roles")
  ResponseEntity<String> change(
      Visit visit, @PathVariable String id, @RequestParam MultiValueMap<String, String> fields) {
    OfficerId whose = OfficerId.of(id);
    return accounts
        .changeRoles(whose, roles(new Form(fields)), visit.officer().id())
        .map(key -> account(visit, 409, whose, key))
        .orElseGet(() -> Pages.to(HOME + "/" + id));
  }

  /** Asks before an account is closed for good. */
  @GetMapping("/officers/{id}/closure")
  ResponseEntity<String> sure(Visit visit, @PathVariable String id) {
    return accounts
        .find(OfficerId.of(id))
        .map(account ->
            pages.show(
                200,
                visit,
                (templates, reader) ->
                    templates.frameSure(
                        reader,
                        reader.t("action.close-account"),
                        reader.t("officers.close-sure", account.officer().name()),
                        HOME + "/" + id + "/closure",
                        reader.t("action.close-account"),
                        HOME + "/" + id)))
        .orElseGet(() -> pages.notFound(visit));
  }

  @PostMapping("/officers/{id}/password")
  ResponseEntity<String> password(
      Visit visit, @PathVariable String id, @RequestParam(defaultValue = "") String password) {
    OfficerId whose = OfficerId.of(id);
    Optional<Officer> officer = officers.find(whose);
    Optional<String> fault =
        officer.isEmpty()
            ? Optional.of("error.not-found")
            : officers.resetPassword(officer.get(), password, visit.officer().id());
    return fault
        .map(key -> account(visit, 422, whose, key))
        .orElseGet(() -> Pages.to(HOME + "/" + id));
  }

  @PostMapping("/officers/{id}/access-end")
  ResponseEntity<String> endAccess(Visit visit, @PathVariable String id) {
    return officers.endAccess(OfficerId.of(id), visit.officer().id())
        ? Pages.to(HOME + "/" + id)
        : pages.notFound(visit);
  }

  @PostMapping("/officers/{id}/closure")
  ResponseEntity<String> close(Visit visit, @PathVariable String id) {
    return officers.close(OfficerId.of(id), visit.officer().id())
        ? Pages.to(HOME)
        : account(visit, 409, OfficerId.of(id), "officers.last");
  }

  private ResponseEntity<String> account(Visit visit, int status, OfficerId id, String said) {
    return accounts
        .find(id)
        .map(account ->
            pages.show(
                status,
                visit,
                (templates, reader) ->
                    templates.officersOfficer(
                        reader,
                        account,
                        said.isEmpty() ? "" : sentences.of(visit.officer().language(), said))))
        .orElseGet(() -> pages.notFound(visit));
  }

  private ResponseEntity<String> show(Visit visit, int status, Form form, String said) {
    return pages.show(
        status,
        visit,
        (templates, reader) ->
            templates.officersOfficers(
                reader,
                accounts.all(),
                form,
                said.isEmpty() ? "" : sentences.of(visit.officer().language(), said),
                Pages.LANGUAGES,
                AccountPages.zones()));
  }
}
