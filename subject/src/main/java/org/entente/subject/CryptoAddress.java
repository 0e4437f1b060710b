package org.entente.subject;

import java.util.Optional;

/**
 * An address of a crypto-asset, as written.
 *
 * @param chain the asset's symbol where it was said, such as {@code BTC}
 */
public record CryptoAddress(String written, Optional<String> chain) implements Subject {
  @Override
  public String toString() {
    return "CryptoAddress[]";
  }
}
