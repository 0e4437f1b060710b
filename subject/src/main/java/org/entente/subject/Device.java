package org.entente.subject;

import java.util.Optional;

/**
 * A telephone, computer or other device.
 *
 * @param number its IMEI, the address of its network card or its serial number, as written
 */
public record Device(String number, Optional<String> make, Optional<String> model)
    implements Subject {
  @Override
  public String toString() {
    return "Device[]";
  }
}
