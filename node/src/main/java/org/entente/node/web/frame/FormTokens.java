package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The token that each form carries: kept in the session of the officer who is signed in, and in a
 * cookie of its own before that, so that looking at the sign-in page costs the node nothing.
 */
final class FormTokens implements CsrfTokenRepository {
  private final CsrfTokenRepository ofSessions = new HttpSessionCsrfTokenRepository();
  private final CookieCsrfTokenRepository ofStrangers = new CookieCsrfTokenRepository();

  /**
   * @param secure whether the browser may send the cookie over TLS only
   */
  FormTokens(boolean secure) {
    ofStrangers.setCookieName("entente-form");
    ofStrangers.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(secure).sameSite("Strict").path("/"));
  }

  private static boolean signedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null;
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return signedIn(request) ? ofSessions : ofStrangers;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null || signedIn(request)) {
      of(request).saveToken(token, request, response);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }
}
