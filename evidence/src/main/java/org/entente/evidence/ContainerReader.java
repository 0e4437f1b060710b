package org.entente.evidence;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads a stranger's container. Every entry is read twice, once in the order of the bytes and once
 * by the directory at the end: programs use the one or the other, and a file that says two things
 * is refused. Compressed entries are refused, so what is read is never more than the file. Memory
 * does not grow with the file.
 */
final class ContainerReader implements Container, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What stands before the first name in a zip, and where its length stands in it. */
  private static final int LOCAL_HEADER_BYTES = 30;

  private static final int NAME_LENGTH_AT = 26;

  private final ZipFile zip;
  private final Map<String, Found> files;

  private record Found(long sizeBytes, String sha256) {}

  private ContainerReader(ZipFile zip, Map<String, Found> files) {
    this.zip = zip;
    this.files = files;
  }

  /** Whether a file begins as a container of evidence does: with an entry of the first name. */
  static boolean is(Path file) throws IOException {
    byte[] name = Layout.MIME_ENTRY.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(LOCAL_HEADER_BYTES + name.length);
      return head.length == LOCAL_HEADER_BYTES + name.length
          && head[0] == 'P'
          && head[1] == 'K'
          && head[NAME_LENGTH_AT] == name.length
          && head[NAME_LENGTH_AT + 1] == 0
          && Arrays.equals(head, LOCAL_HEADER_BYTES, head.length, name, 0, name.length);
    }
  }

  static ContainerReader open(Path file) throws IOException, Refused {
    Map<String, Found> inOrder = inOrder(file);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      throw malformed();
    }
    try {
      ContainerReader reader = new ContainerReader(zip, inOrder);
      reader.compare();
      return reader;
    } catch (IOException | Refused | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Refused malformed() {
    return new Refused(
        "container-malformed", "The file is cut off, damaged or no container of evidence.");
  }

  private static Refused twoViews() {
    return new Refused("two-contents", "The container shows other files to other programs.");
  }

  private static Map<String, Found> inOrder(Path file) throws IOException, Refused {
    Map<String, Found> found = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(
            new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        Refused.unless(
            found.isEmpty() == name.equals(Layout.MIME_ENTRY),
            "not-evidence",
            "The file does not begin as a container of evidence does.");
        Refused.unless(
            expected(name), "bad-name", "A file in it has a name that no evidence file has.");
        Refused.unless(
            entry.getMethod() == ZipEntry.STORED,
            "compressed",
            "Something in it is compressed; evidence files are not.");
        Refused.unless(
            found.put(name, digested(in)) == null,
            "file-twice",
            "The file " + Names.shown(name) + " stands in it twice.");
        Refused.unless(
            found.size() <= Layout.MAX_ENTRIES, "too-many-files", "Too many files are in it.");
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw malformed();
    }
    Refused.unless(
        found.containsKey(Layout.MANIFEST) && found.containsKey(Layout.SIGNATURE),
        "not-signed",
        "The file carries no signature of an evidence file.");
    return found;
  }

  private static boolean expected(String name) {
    return name.equals(Layout.MIME_ENTRY)
        || name.equals(Layout.MANIFEST)
        || name.equals(Layout.SIGNATURE)
        || Layout.isName(name);
  }

  private static Found digested(InputStream in) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
      size += n;
    }
    return new Found(size, HexFormat.of().formatHex(digest.digest()));
  }

  private void compare() throws IOException, Refused {
    List<String> names = List.copyOf(files.keySet());
    if (zip.size() != names.size() || zip.getComment() != null) {
      throw twoViews();
    }
    int at = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); at++) {
      ZipEntry entry = all.nextElement();
      if (!entry.getName().equals(names.get(at)) || entry.getMethod() != ZipEntry.STORED) {
        throw twoViews();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        if (!digested(in).equals(files.get(names.get(at)))) {
          throw twoViews();
        }
      } catch (ZipException e) {
        throw twoViews();
      }
    }
    byte[] type = bytes(Layout.MIME_ENTRY, Layout.MIME_TYPE.length());
    Refused.unless(
        Arrays.equals(type, Layout.MIME_TYPE.getBytes(StandardCharsets.US_ASCII)),
        "not-evidence",
        "The file does not begin as a container of evidence does.");
  }

  @Override
  public Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    files.forEach((name, found) -> {
      if (Layout.isName(name)) {
        digests.put(name, found.sha256());
      }
    });
    return digests;
  }

  @Override
  public boolean has(String name) {
    return files.containsKey(name);
  }

  @Override
  public long sizeBytes(String name) throws Refused {
    return found(name).sizeBytes();
  }

  private Found found(String name) throws Refused {
    Found found = files.get(name);
    if (found == null) {
      throw Container.missing(name);
    }
    return found;
  }

  @Override
  public byte[] bytes(String name, int most) throws IOException, Refused {
    if (found(name).sizeBytes() > most) {
      throw Container.tooLarge(name);
    }
    try (InputStream in = stream(name)) {
      return in.readAllBytes();
    }
  }

  @Override
  public InputStream stream(String name) throws IOException, Refused {
    found(name);
    return zip.getInputStream(zip.getEntry(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
