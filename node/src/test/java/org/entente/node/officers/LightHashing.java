package org.entente.node.officers;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id as the node uses it, at a thousandth of the cost: a test guesses no passwords. */
public final class LightHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 16;
  private static final int PASSES = 1;

  public static final PasswordEncoder ARGON2ID =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

  private LightHashing() {}
}
