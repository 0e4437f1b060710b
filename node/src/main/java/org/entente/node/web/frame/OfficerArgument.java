package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the signed-in {@link Officer}, or the {@link Visit}, to a page or API method, as the
 * account stands now: a closed account or a changed role takes effect at the next click, not at the
 * next sign-in.
 */
final class OfficerArgument implements HandlerMethodArgumentResolver {
  private final Officers officers;

  OfficerArgument(Officers officers) {
    this.officers = officers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Officer.class
        || parameter.getParameterType() == Visit.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
      Officer officer =
          officers
              .find(signedIn.getPrincipal())
              .orElseThrow(() -> new AccessDeniedException("The account is closed"));
      HttpServletRequest asked =
          Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
      Officer speaking = inWantedLanguage(officer, asked);
      return parameter.getParameterType() == Visit.class ? new Visit(speaking, asked) : speaking;
    }
    throw new AccessDeniedException("Nobody is signed in");
  }

  /** A program may ask for sentences in another language than its officer reads on the pages. */
  private static Officer inWantedLanguage(Officer officer, HttpServletRequest request) {
    if (!request.getRequestURI().startsWith("/api/")
        || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return officer;
    }
    return new Officer(
        officer.id(),
        officer.login(),
        officer.name(),
        officer.roles(),
        request.getLocale(),
        officer.zone());
  }
}
