package org.entente.node.web.frame;

import java.time.Instant;
import java.time.InstantSource;
import org.entente.node.officers.Officers;
import org.entente.node.officers.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets {@link Officers} check what the sign-in page sends. */
final class PasswordSignIn implements AuthenticationProvider {
  private final Officers officers;
  private final InstantSource clock;

  PasswordSignIn(Officers officers, InstantSource clock) {
    this.officers = officers;
    this.clock = clock;
  }

  @Override
  public Authentication authenticate(Authentication offered) {
    String address =
        offered.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "unknown";
    String password = offered.getCredentials() instanceof String text ? text : "";
    Instant now = clock.instant();
    return switch (officers.signIn(offered.getName(), password, address)) {
      case SignIn.Granted granted -> new SignedIn(granted.officer(), now);
      case SignIn.Denied denied -> throw new BadCredentialsException("denied");
      case SignIn.Busy busy -> throw new AuthenticationServiceException("busy");
      case SignIn.Held held -> throw new LockedException("held");
    };
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
