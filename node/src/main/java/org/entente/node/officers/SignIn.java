package org.entente.node.officers;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignIn {
  record Granted(Officer officer) implements SignIn {}

  /** Login or password is wrong; which of the two is not told. */
  record Denied() implements SignIn {}

  /** As many passwords as the node checks at once are being checked; nothing was looked at. */
  record Busy() implements SignIn {}

  /** Too many attempts; the next one is looked at after {@code hold}. */
  record Held(Duration hold) implements SignIn {}
}
