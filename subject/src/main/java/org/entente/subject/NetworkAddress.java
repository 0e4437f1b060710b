package org.entente.subject;

import java.util.Optional;

/**
 * An address on the Internet, as written. Who used it shows only with the time, and where several
 * share it with the source port (Regulation (EU) 2023/1543 Annex II).
 *
 * @param written of version 4 or 6
 * @param port the source port, as written
 * @param at when it was used, as written; says little without a zone
 */
public record NetworkAddress(String written, Optional<String> port, Optional<String> at)
    implements Subject {
  @Override
  public String toString() {
    return "NetworkAddress[]";
  }
}
