package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** The token of a form whose body is read only after everything else was checked. */
public final class FormToken {
  private FormToken() {}

  /**
   * Looks at the token of a multipart form.
   *
   * @throws AccessDeniedException when it is missing or another session's
   */
  public static void require(HttpServletRequest request) {
    if (!(request.getAttribute(DeferredCsrfToken.class.getName())
        instanceof DeferredCsrfToken deferred)) {
      throw new AccessDeniedException("The form has no token");
    }
    CsrfToken expected = deferred.get();
    @Nullable String sent =
        new XorCsrfTokenRequestAttributeHandler().resolveCsrfTokenValue(request, expected);
    request.setAttribute(TypedText.PARTS_READ, true);
    if (sent == null || !MessageDigest.isEqual(bytes(sent), bytes(expected.getToken()))) {
      throw new AccessDeniedException("The token of the form is not this session's");
    }
  }

  private static byte[] bytes(String token) {
    return token.getBytes(StandardCharsets.UTF_8);
  }
}
