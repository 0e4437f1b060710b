package org.entente.subject;

import java.util.Optional;

/** An e-mail address, a handle, a profile: what identifies somebody online, as written. */
public record OnlineIdentifier(String written, Optional<String> service) implements Subject {
  @Override
  public String toString() {
    return "OnlineIdentifier[]";
  }
}
