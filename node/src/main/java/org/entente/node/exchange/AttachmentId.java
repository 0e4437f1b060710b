package org.entente.node.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Identifies an attachment on both nodes. */
public record AttachmentId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AttachmentId {}

  public static AttachmentId next() {
    return new AttachmentId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  public static AttachmentId of(String text) {
    return new AttachmentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
