package org.entente.node.web.officers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.officers.AccessTokens;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.SignIn;
import org.entente.node.web.frame.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs, and who a token speaks for. */
@RestController
@RequestMapping("/api/v1")
class AccessApi {
  private final AuthorityId own;
  private final Officers officers;
  private final AccessTokens tokens;

  AccessApi(AuthorityId own, Officers officers, AccessTokens tokens) {
    this.own = own;
    this.officers = officers;
    this.tokens = tokens;
  }

  record TokenWanted(String login, String password, String label, Integer days) {
    @Override
    public String toString() {
      return "TokenWanted[…]";
    }
  }

  record TokenAnswer(String id, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "TokenAnswer[" + id + "]";
    }
  }

  /** Trades login and password for a token, for programs; held back like the sign-in page. */
  @PostMapping("/tokens")
  ResponseEntity<Object> token(@RequestBody TokenWanted wanted, HttpServletRequest request) {
    return switch (officers.signIn(wanted.login(), wanted.password(), request.getRemoteAddr())) {
      case SignIn.Denied d ->
          Problems.of(Problems.problem(401, "sign-in-denied", "Login or password is wrong."));
      case SignIn.Busy b ->
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", "2")
              .body(
                  Problems.problem(
                      429, "sign-in-busy", "Many are signing in just now. Try again."));
      case SignIn.Held h ->
          ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
              .header("Retry-After", Long.toString(h.hold().toSeconds() + 1))
              .body(
                  Problems.problem(
                      429, "sign-in-held", "Too many attempts. Wait, then try again."));
      case SignIn.Granted g ->
          tokens
              .issue(g.officer().id(), wanted.label(), Duration.ofDays(wanted.days()))
              .<ResponseEntity<Object>>map(issued ->
                  ResponseEntity.status(HttpStatus.CREATED)
                      .body(
                          new TokenAnswer(
                              issued.token().id().toString(),
                              issued.secret(),
                              issued.token().expiresAt())))
              .orElseGet(() ->
                  Problems.of(
                      Problems.problem(
                          422,
                          "token-not-issued",
                          "A token needs a label and 1 to 365 days; an officer has at most"
                              + " 20.")));
    };
  }

  /** Ends all sessions and tokens of an officer, named by login; for administrators. */
  @PostMapping("/officers/{login}/access-end")
  ResponseEntity<Object> endAccess(Officer officer, @PathVariable String login) {
    if (!Rights.may(officer, Right.KEEP_ACCOUNTS)) {
      throw new AccessDeniedException("Only an administrator ends the access of others");
    }
    boolean ended =
        officers.all().stream()
            .filter(each -> each.login().equals(login))
            .anyMatch(each -> officers.endAccess(each.id(), officer.id()));
    return ended
        ? ResponseEntity.noContent().build()
        : Problems.of(
            Problems.problem(404, "not-found", "There is no open account of this login."));
  }

  record Me(
      String id, String login, String name, List<String> roles, String authority, String zone) {}

  @GetMapping("/me")
  Me me(Officer officer) {
    return new Me(
        officer.id().toString(),
        officer.login(),
        officer.name(),
        officer.roles().stream().map(Problems::code).sorted().toList(),
        own.value(),
        officer.zone().getId());
  }
}
