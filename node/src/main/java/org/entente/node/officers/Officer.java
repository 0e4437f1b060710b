package org.entente.node.officers;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * A person who works on this node.
 *
 * @param login what the officer types to sign in, lower case
 * @param name as shown to colleagues; never leaves the node
 * @param language of the pages
 * @param zone in which times are shown
 */
public record Officer(
    OfficerId id, String login, String name, Set<Role> roles, Locale language, ZoneId zone) {
  public Officer {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  @Override
  public String toString() {
    return "Officer[" + id + "]";
  }
}
