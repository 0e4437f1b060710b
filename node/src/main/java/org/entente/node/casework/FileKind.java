package org.entente.node.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HexFormat;
import java.util.Map;

/** Recognises a file by its first bytes; what a browser or an officer claims is not believed. */
final class FileKind {
  private static final int LOOK_BYTES = 16;
  private static final String UNKNOWN = "application/octet-stream";

  private static final Map<String, String> BY_START =
      Map.of(
          "25504446", "application/pdf",
          "ffd8ff", "image/jpeg",
          "89504e470d0a1a0a", "image/png",
          "49492a00", "image/tiff",
          "4d4d002a", "image/tiff",
          "504b0304", "application/zip");

  private FileKind() {}

  /** The recognised type and the whole stream, from its first byte. */
  record Sniffed(String mediaType, InputStream stream) {}

  static Sniffed sniff(InputStream file) throws IOException {
    byte[] start = file.readNBytes(LOOK_BYTES);
    String hex = HexFormat.of().formatHex(start);
    String type =
        BY_START.entrySet().stream()
            .filter(known -> hex.startsWith(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(UNKNOWN);
    return new Sniffed(type, new SequenceInputStream(new ByteArrayInputStream(start), file));
  }
}
