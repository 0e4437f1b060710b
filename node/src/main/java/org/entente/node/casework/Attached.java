package org.entente.node.casework;

import org.entente.node.delivery.AttachmentId;

/**
 * What the content of a message says of an attachment: the parts that only the reader may see.
 *
 * @param name as the officer called the file
 * @param mediaType as recognised from the file, not as claimed
 * @param sizeBytes length in clear
 * @param key 32 bytes that open the sealed stream
 */
public record Attached(AttachmentId id, String name, String mediaType, long sizeBytes, byte[] key) {
  public Attached {
    key = key.clone();
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "Attached[" + id + "]";
  }
}
