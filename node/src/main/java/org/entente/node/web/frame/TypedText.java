package org.entente.node.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.casework.Unsent;
import org.entente.node.officers.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Nothing that was typed is lost: a posted form with text that could not be taken is kept for its
 * officer, also where the session had ended and only the token of the form says whose it is.
 */
@Component
public final class TypedText implements AccessDeniedHandler, HandlerInterceptor {
  /** Where a page finds the identifier of what was kept of this request. */
  public static final String KEPT = "entente.unsent";

  /** So much is typed again without thinking. */
  private static final int SHORT = 40;

  private static final String NOTED = "entente.form-owner";

  private final Unsent unsent;

  TypedText(Unsent unsent) {
    this.unsent = unsent;
  }

  /** Notes once per session whose forms carry its token. */
  public void owned(OfficerId officer, HttpServletRequest request) {
    if (request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken token
        && request.getSession(false) != null) {
      String value = token.get().getToken();
      if (!value.equals(request.getSession().getAttribute(NOTED))) {
        unsent.owned(officer, value);
        request.getSession().setAttribute(NOTED, value);
      }
    }
  }

  /** The fields of a posted form in which something was typed; empty for every other request. */
  public static Map<String, List<String>> fields(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (!request.getMethod().equals("POST")
        || request.getContentType() == null
        || !request.getContentType().startsWith("application/x-www-form-urlencoded")) {
      return fields;
    }
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!name.startsWith("_") && !name.toLowerCase(Locale.ROOT).contains("password")) {
            fields.put(name, Arrays.asList(values));
          }
        });
    boolean typed =
        fields.values().stream()
            .flatMap(List::stream)
            .anyMatch(text -> text.length() > SHORT && text.strip().indexOf(' ') > 0);
    return typed ? fields : Map.of();
  }

  /** Keeps what was typed; once for one request. */
  public Optional<UUID> keep(OfficerId officer, HttpServletRequest request) {
    if (request.getAttribute(KEPT) instanceof UUID id) {
      return Optional.of(id);
    }
    Map<String, List<String>> fields = fields(request);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String path = path(request);
    Optional<UUID> kept = unsent.keep(officer, place(path, request), path, fields);
    kept.ifPresent(id -> request.setAttribute(KEPT, id));
    return kept;
  }

  private static String path(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return forwarded == null ? request.getRequestURI() : forwarded.toString();
  }

  /** One address takes several kinds of answers; each is a form of its own. */
  private static String place(String path, HttpServletRequest request) {
    String kind = request.getParameter("kind");
    return kind == null ? path : path + "#" + kind;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (denied instanceof CsrfException) {
      owner(request.getParameter("_csrf")).ifPresent(officer -> keep(officer, request));
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /** Whose form it was: what a form carries is its session's token, masked anew for each page. */
  private Optional<OfficerId> owner(@Nullable String masked) {
    if (masked == null || masked.isEmpty() || masked.length() > 200) {
      return Optional.empty();
    }
    byte[] both;
    try {
      both = Base64.getUrlDecoder().decode(masked);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int length = both.length / 2;
    byte[] token = new byte[length];
    for (int i = 0; i < length; i++) {
      token[i] = (byte) (both[i] ^ both[length + i]);
    }
    return unsent.owner(new String(token, StandardCharsets.UTF_8));
  }

  /** A form that was taken needs not be kept any more. */
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    if (failed == null
        && response.getStatus() == HttpServletResponse.SC_SEE_OTHER
        && !fields(request).isEmpty()
        && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn officer) {
      unsent.taken(officer.getPrincipal(), place(path(request), request));
    }
  }
}
