package org.entente.node.exchange;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies a message on both nodes. UUIDv7 (RFC 9562), made by the sender. */
public record MessageId(UUID value) {
  public static MessageId next() {
    return new MessageId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static MessageId of(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
