package org.entente.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What is examined: the files of a container, wherever they lie. */
interface Container {
  /** The files that the signature has to cover, with their SHA-256, in order. */
  Map<String, String> digests();

  boolean has(String name);

  long sizeBytes(String name) throws Refused;

  /** A small file. */
  byte[] bytes(String name, int most) throws IOException, Refused;

  /** A file of any size. */
  InputStream stream(String name) throws IOException, Refused;

  static Refused missing(String name) {
    return new Refused(
        "file-missing", "The file " + Names.shown(name) + " is missing from the container.");
  }

  static Refused tooLarge(String name) {
    return new Refused(
        "file-too-large", "The file " + Names.shown(name) + " is larger than such a file can be.");
  }
}
