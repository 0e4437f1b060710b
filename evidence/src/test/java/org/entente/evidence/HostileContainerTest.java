package org.entente.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that somebody made to harm whoever opens them. */
class HostileContainerTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder = Path.of("");

  private String code(byte[] container) throws IOException {
    Path file = Files.write(folder.resolve("hostile.asice"), container);
    return EvidenceFile.verify(file, SampleCase.trust()) instanceof Judgement.Rejected rejected
        ? rejected.code()
        : "upheld";
  }

  private interface Writing {
    void into(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      stored(zip, "mimetype", Layout.MIME_TYPE.getBytes(US_ASCII));
      writing.into(zip);
    }
    return out.toByteArray();
  }

  private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] bomb =
        zip(zip -> {
          zip.putNextEntry(new ZipEntry("cover.pdf"));
          for (int i = 0; i < 512; i++) {
            zip.write(new byte[MEBIBYTE]);
          }
        });
    long began = System.nanoTime();

    assertThat(bomb.length).isLessThan(MEBIBYTE);
    assertThat(code(bomb)).isEqualTo("compressed");
    assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
  }

  @Test
  void namesThatClimbOutOfAFolderAreRefused() throws IOException {
    for (String name :
        new String[] {
          "../outside", "a/../../outside", "/etc/passwd", "a\\b", "C:/x", "a//b", ".hidden", "a/./b"
        }) {
      assertThat(code(zip(zip -> stored(zip, name, new byte[1])))).as(name).isEqualTo("bad-name");
    }
  }

  @Test
  void folderEntriesAreRefused() throws IOException {
    assertThat(code(zip(zip -> stored(zip, "messages/", new byte[0])))).isEqualTo("bad-name");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    byte[] once =
        zip(zip -> {
          stored(zip, "cover.pdf", "one".getBytes(UTF_8));
          stored(zip, "cover.pdg", "two".getBytes(UTF_8));
        });
    byte[] twice =
        new String(once, StandardCharsets.ISO_8859_1)
            .replace("cover.pdg", "cover.pdf")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(code(twice)).isEqualTo("file-twice");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    assertThat(
            code(
                zip(zip -> {
                  for (int i = 0; i <= Layout.MAX_ENTRIES; i++) {
                    stored(zip, "file" + i, new byte[0]);
                  }
                })))
        .isEqualTo("too-many-files");
  }

  @Test
  void anArchiveThatShowsOtherFilesInItsDirectoryIsRefused() throws IOException {
    byte[] container = new SampleCase().container();
    int directory = lastIndexOf(container, "cover.pdf");
    byte[] other = container.clone();
    other[directory] = 'd';
    assertThat(code(other)).isEqualTo("two-contents");

    byte[] shorter = concatenated(container, new SampleCase().container());
    assertThat(code(shorter)).isNotEqualTo("upheld");
    byte[] behind = concatenated("#!/bin/sh\n".getBytes(UTF_8), container);
    assertThat(code(behind)).isNotEqualTo("upheld");
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static int lastIndexOf(byte[] in, String text) {
    return new String(in, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = new SampleCase().container();
    for (int length = 0; length < whole.length; length += 65_537) {
      assertThat(code(Arrays.copyOf(whole, length))).isNotEqualTo("upheld");
    }
    assertThat(code(Arrays.copyOf(whole, whole.length - 1))).isNotEqualTo("upheld");
  }

  @Test
  void whetherAFileIsEvidenceCanBeAskedOfAFileThatIsCutOff() throws IOException {
    byte[] whole = zip(zip -> {});
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.asice"), Arrays.copyOf(whole, length));
      assertThat(EvidenceFile.is(file)).isEqualTo(length >= 38);
    }
  }

  @Test
  void anotherZipIsNotTakenForEvidence() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("agreement.pdf"));
    }
    Path file = Files.write(folder.resolve("agreement.zip"), out.toByteArray());

    assertThat(EvidenceFile.is(file)).isFalse();
    assertThat(code(out.toByteArray())).isEqualTo("not-evidence");
  }

  @Property(tries = 300)
  void anyBytesAreRefusedAndNeverThrow(@ForAll byte[] bytes) throws IOException {
    Path file = Files.createTempFile("evidence", ".asice");
    try {
      Files.write(file, bytes);
      assertThat(EvidenceFile.verify(file, SampleCase.trust()))
          .isInstanceOf(Judgement.Rejected.class);
      assertThat(EvidenceFile.is(file)).isFalse();
    } finally {
      Files.delete(file);
    }
  }
}
