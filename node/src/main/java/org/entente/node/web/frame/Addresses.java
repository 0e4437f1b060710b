package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.agreement.AuthorityId;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads what an address names before any page is made, so that a broken address is told from a
 * defect of the page.
 */
public final class Addresses implements HandlerInterceptor {
  private static final Set<String> IDENTIFIERS =
      Set.of("id", "match", "attachment", "message", "pair", "request");
  private static final Set<String> AUTHORITIES = Set.of("partner", "authority");

  Addresses() {}

  /** Reads one part of an address, such as an identifier in its query. */
  public static <T> T read(String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new NotAnAddress();
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> parts) {
      parts.forEach((name, value) -> check(String.valueOf(name), String.valueOf(value)));
    }
    return true;
  }

  private static void check(String name, String value) {
    if (IDENTIFIERS.contains(name)) {
      read(value, UUID::fromString);
    } else if (AUTHORITIES.contains(name)) {
      read(value, AuthorityId::new);
    }
  }
}
