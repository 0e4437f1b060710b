package org.entente.node.web.frame;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * An officer who proved who they are, by password or token. Keeps the identifier, not the account.
 */
public final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final OfficerId officer;
  private final Instant at;

  /**
   * @param at when the officer proved it
   */
  public SignedIn(Officer officer, Instant at) {
    super(authorities(officer));
    this.officer = officer.id();
    this.at = at;
    super.setAuthenticated(true);
  }

  private static List<SimpleGrantedAuthority> authorities(Officer officer) {
    return Arrays.stream(Right.values())
        .filter(right -> Rights.may(officer, right))
        .map(right -> new SimpleGrantedAuthority(right.name()))
        .toList();
  }

  Instant at() {
    return at;
  }

  @Override
  public OfficerId getPrincipal() {
    return officer;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && officer.equals(that.officer);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(officer);
  }
}
