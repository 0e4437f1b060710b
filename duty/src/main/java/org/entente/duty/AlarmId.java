package org.entente.duty;

import java.util.UUID;

/** An alarm. */
public record AlarmId(UUID value) {
  /**
   * @throws IllegalArgumentException when it is none
   */
  public static AlarmId of(String text) {
    return new AlarmId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
