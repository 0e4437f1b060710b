package org.entente.subject.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Everything that was learned of words: pieces by writing, letters in a row, how common words are.
 */
record NameModel(Map<Writing, Segments> segments, LetterModel letters, WordCounts counts) {
  private static final int VERSION = 1;

  /** The pieces of a writing. */
  Segments of(Writing writing) {
    Segments found = segments.get(writing);
    if (found == null) {
      throw new IllegalStateException("Nothing was learned for " + writing);
    }
    return found;
  }

  /** Whether words of this writing were learned. */
  boolean reads(Writing writing) {
    return segments.containsKey(writing);
  }

  static NameModel shipped() {
    return shipped("segments.gz");
  }

  static NameModel shipped(String file) {
    try (InputStream in = NameModel.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The learned segments are missing from the library");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static NameModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from)));
    if (in.readInt() != VERSION) {
      throw new IOException("The learned segments have a version this library does not know");
    }
    Map<Writing, Segments> segments = new EnumMap<>(Writing.class);
    int writings = in.readInt();
    for (int i = 0; i < writings; i++) {
      Writing writing = Writing.valueOf(in.readUTF());
      segments.put(writing, Segments.read(writing, in));
    }
    return new NameModel(segments, LetterModel.read(in), WordCounts.read(in));
  }

  void write(OutputStream to) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
      out.writeInt(VERSION);
      out.writeInt(segments.size());
      for (Map.Entry<Writing, Segments> entry : segments.entrySet()) {
        out.writeUTF(entry.getKey().name());
        entry.getValue().write(out);
      }
      letters.write(out);
      counts.write(out);
    }
  }
}
