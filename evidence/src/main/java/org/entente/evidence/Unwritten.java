package org.entente.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A container before its first byte is written: each file is read once more from where it lies and
 * measured anew, so that what was damaged since it was signed shows. No file touches a disk.
 */
final class Unwritten implements Container {
  private final Map<String, Measured> files = new LinkedHashMap<>();

  static Unwritten of(SignedFiles signed) throws IOException {
    Unwritten container = new Unwritten();
    for (Measured file : signed.files()) {
      container.files.put(file.name(), file.part().measured());
    }
    container.files.put(Layout.MANIFEST, small(signed.manifest()));
    container.files.put(Layout.SIGNATURE, small(signed.signature()));
    return container;
  }

  private static Measured small(byte[] bytes) throws IOException {
    return Part.of("small", bytes).measured();
  }

  private Measured found(String name) throws Refused {
    Measured found = files.get(name);
    if (found == null) {
      throw Container.missing(name);
    }
    return found;
  }

  @Override
  public Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    files.forEach((name, file) -> {
      if (Layout.isName(name)) {
        digests.put(name, file.sha256());
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
    return found(name).part().source().open();
  }
}
