package org.entente.node.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at each click whether the session still holds: it ends twelve hours after the sign-in, when
 * the account is closed, and when its sessions were ended by a new password or an administrator.
 * The rules of addresses are asked with the roles that the officer has now.
 */
public final class SessionFilter extends OncePerRequestFilter {
  /** A long shift; nobody works on with a password that was typed the day before. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** Where pages ask by themselves whether there is news. */
  public static final String NEWS = "/news";

  /** Where pages of a post listen, and say themselves whether they would be heard. */
  public static final String LISTENING = "/duty/stream";

  public static final String SAYING = "/duty/page";

  /** What pages ask by themselves, without an officer who does anything. */
  private static final Set<String> BY_THEMSELVES = Set.of(NEWS, LISTENING, SAYING);

  /** With it a page that follows what changed says the same of any other address. */
  private static final String BY_ITSELF = "Entente-By-Itself";

  /** When the officer last did something, which asking for news is not. */
  private static final String ACTED = "acted";

  private final Officers officers;
  private final InstantSource clock;

  SessionFilter(Officers officers, InstantSource clock) {
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before) {
      Optional<Officer> now =
          before.at().plus(LONGEST).isAfter(clock.instant())
              ? officers.since(before.getPrincipal(), before.at())
              : Optional.empty();
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      if (now.isPresent() && !idle(request)) {
        context.setAuthentication(new SignedIn(now.get(), before.at()));
      } else {
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      }
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  /**
   * Whether an officer did nothing for as long as a session lasts. Pages that ask for news would
   * keep the session of an empty chair alive.
   */
  private boolean idle(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return false;
    }
    Instant now = clock.instant();
    boolean byItself =
        BY_THEMSELVES.contains(request.getRequestURI()) || request.getHeader(BY_ITSELF) != null;
    if (!byItself) {
      session.setAttribute(ACTED, now);
      return false;
    }
    return session.getAttribute(ACTED) instanceof Instant acted
        && acted.plusSeconds(session.getMaxInactiveInterval()).isBefore(now);
  }

  /** Who is signed in at this request, if anybody is. */
  public static Optional<OfficerId> present() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn.getPrincipal())
        : Optional.empty();
  }

  /** When who is signed in at this request proved it. */
  public static Optional<Instant> presentSince() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? Optional.of(signedIn.at())
        : Optional.empty();
  }

  /** Keeps this one session of an officer whose others have just ended. */
  public static void renew(HttpServletRequest request, Officer officer, InstantSource clock) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(officer, clock.instant()));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    request
        .getSession()
        .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
  }
}
