package org.entente.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LedgerFileTest {
  private static final SampleLog LOG = new SampleLog(50);
  private static final byte[] FILE = LOG.file();
  private static final int FIRST_ENTRY = 11;

  @Test
  void aWholeFileIsSoundAndSaysWhoseKeyItWasCheckedWith() {
    Verification own = SampleLog.verify(FILE);
    Verification expected = SampleLog.verify(FILE, LOG.keys);

    assertThat(own)
        .isInstanceOfSatisfying(
            Verification.Sound.class,
            sound -> {
              assertThat(sound.entries()).isEqualTo(50);
              assertThat(sound.root()).isEqualTo(LOG.head().root());
              assertThat(sound.checkpoint()).isEqualTo(LOG.cosigned());
              assertThat(sound.witnesses()).isEmpty();
            });
    assertThat(own.sentence()).contains("only the file's own");
    assertThat(expected.sentence()).contains("key you expected").contains(Fixtures.WITNESS);
  }

  @Test
  void aChangedBitOfAnyByteIsFound() {
    SampleLog log = new SampleLog(0);
    for (int i = 0; i < 50; i++) {
      log.add(Fixtures.smallEntry(i));
    }
    byte[] file = log.file();

    List<Integer> missed =
        IntStream.range(0, file.length)
            .parallel()
            .filter(i -> {
              byte[] changed = file.clone();
              changed[i] ^= (byte) (1 << i % 8);
              return !(SampleLog.verify(changed) instanceof Verification.Unsound);
            })
            .boxed()
            .toList();

    assertThat(SampleLog.verify(file)).isInstanceOf(Verification.Sound.class);
    assertThat(missed).isEmpty();
  }

  @Test
  void aFileCutAnywhereIsFound() {
    for (int length = 0; length < FILE.length; length += length < 1200 ? 7 : 101) {
      assertThat(SampleLog.verify(Arrays.copyOf(FILE, length)))
          .isInstanceOf(Verification.Unsound.class);
    }
    assertThat(SampleLog.verify(Arrays.copyOf(FILE, FILE.length - 1)))
        .isInstanceOf(Verification.Unsound.class);
    assertThat(code(Arrays.copyOf(FILE, FILE.length + 1))).isEqualTo("too-many-entries");
  }

  @Test
  void aMissingExtraOrMovedEntryIsNamedByItsLine() {
    List<String> lines = new ArrayList<>(new String(FILE, StandardCharsets.UTF_8).lines().toList());
    int at = FIRST_ENTRY + 20;

    List<String> missing = new ArrayList<>(lines);
    missing.remove(at);
    assertThat(verify(missing)).isEqualTo(verifyLine(missing, at + 1, "entry-out-of-place"));

    List<String> doubled = new ArrayList<>(lines);
    doubled.add(at, lines.get(at));
    assertThat(verify(doubled)).isEqualTo(verifyLine(doubled, at + 2, "entry-out-of-place"));

    List<String> moved = new ArrayList<>(lines);
    Collections.swap(moved, at, at + 1);
    assertThat(verify(moved)).isEqualTo(verifyLine(moved, at + 1, "entry-out-of-place"));

    List<String> shorter = new ArrayList<>(lines);
    shorter.removeLast();
    assertThat(verify(shorter)).isEqualTo(verifyLine(shorter, lines.size(), "entries-missing"));

    List<String> longer = new ArrayList<>(lines);
    longer.add(lines.getLast());
    assertThat(verify(longer)).isEqualTo(verifyLine(longer, lines.size() + 1, "too-many-entries"));
  }

  @Test
  void anEntryExchangedForAnotherOfTheSamePlaceChangesTheRoot() {
    List<String> lines = new ArrayList<>(new String(FILE, StandardCharsets.UTF_8).lines().toList());
    byte[] forged = Fixtures.entry(99).at(7).encoded();
    lines.set(FIRST_ENTRY + 7, StrictText.toBase64(forged));

    assertThat(verify(lines))
        .isInstanceOfSatisfying(
            Verification.Unsound.class,
            unsound -> assertThat(unsound.code()).isEqualTo("root-differs"));
  }

  @Test
  void aWholeForgedLogIsSoundByItselfAndUnsoundAgainstTheExpectedKey() {
    byte[] forged = new SampleLog(50).file();

    assertThat(SampleLog.verify(forged)).isInstanceOf(Verification.Sound.class);
    assertThat(SampleLog.verify(forged, LOG.keys))
        .isInstanceOfSatisfying(
            Verification.Unsound.class,
            unsound -> {
              assertThat(unsound.code()).isEqualTo("other-key");
              assertThat(unsound.line()).isEqualTo(FIRST_ENTRY - 2);
            });
  }

  @Test
  void anEarlierCheckpointDoesNotCoverALaterFile() {
    SampleLog log = new SampleLog(10);
    String earlier = log.cosigned().encode();
    log.add(Fixtures.entry(10));
    String mixed =
        new String(log.file(), StandardCharsets.UTF_8).replace(log.cosigned().encode(), earlier);

    assertThat(code(mixed.getBytes(StandardCharsets.UTF_8))).isEqualTo("too-many-entries");
  }

  @Test
  void emptyAndSmallLogsMakeSoundFiles() {
    for (int size = 0; size < 9; size++) {
      assertThat(SampleLog.verify(new SampleLog(size).file()))
          .isInstanceOf(Verification.Sound.class);
    }
  }

  @Test
  void theWriterRefusesALogThatIsNotTheSignedOne() throws IOException {
    List<byte[]> fewer = LOG.entries.subList(0, 49);
    List<byte[]> moved = new ArrayList<>(LOG.entries);
    Collections.swap(moved, 3, 4);
    List<byte[]> changed = new ArrayList<>(LOG.entries);
    changed.set(5, Fixtures.entry(88).at(5).encoded());

    assertThat(write(fewer)).extracting(LedgerFileTest::code).isEqualTo("entries-missing");
    assertThat(write(moved)).extracting(LedgerFileTest::code).isEqualTo("entry-out-of-place");
    assertThat(write(changed)).extracting(LedgerFileTest::code).isEqualTo("root-differs");
  }

  @Test
  void keysInAnotherOrderThanTheirSignaturesAreRefused() throws IOException {
    CheckpointSigner second = Fixtures.signer("ledger.ministry-c.example/witness");
    SignedCheckpoint twice =
        LOG.cosigned().with(Cosignature.create(LOG.head(), second, Fixtures.TIME));
    LogKeys keys =
        new LogKeys(LOG.keys.log(), List.of(LOG.witness, Fixtures.witnessVerifier(second)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LedgerFileWriter.write(out, twice, keys, LOG.entries.iterator());
    List<String> lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
    assertThat(verify(lines)).isInstanceOf(Verification.Sound.class);

    Collections.swap(lines, 10, 11);

    assertThat(verify(lines)).isEqualTo(verifyLine(lines, 13, "bad-cosignature"));
  }

  @Test
  void progressReachesTheEnd() throws IOException {
    List<Long> done = new ArrayList<>();
    SampleLog log = new SampleLog(5000);

    LedgerFileVerifier.verify(new ByteArrayInputStream(log.file()), (at, total) -> done.add(at));

    assertThat(done).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates().endsWith(5000L);
  }

  @Test
  void ofSeveralFaultsInALongFileTheFirstIsTold() {
    List<String> lines =
        new ArrayList<>(
            new String(new SampleLog(5000).file(), StandardCharsets.UTF_8).lines().toList());
    assertThat(verify(lines)).isInstanceOf(Verification.Sound.class);
    lines.removeLast();
    assertThat(verify(lines)).isEqualTo(verifyLine(lines, lines.size() + 1, "entries-missing"));
    lines.set(4400, "AAAA");
    assertThat(verify(lines)).isEqualTo(verifyLine(lines, 4401, "bad-entry"));
    Collections.swap(lines, 3300, 3301);
    assertThat(verify(lines)).isEqualTo(verifyLine(lines, 3301, "entry-out-of-place"));
    lines.set(2049, "");
    assertThat(verify(lines)).isEqualTo(verifyLine(lines, 2050, "bad-entry"));
  }

  @Test
  void aSlowStreamGivesTheSameAnswer() throws IOException {
    InputStream slow =
        new ByteArrayInputStream(FILE) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 3));
          }
        };
    assertThat(LedgerFileVerifier.verify(slow, Progress.NONE))
        .isInstanceOf(Verification.Sound.class);
  }

  @Property(tries = 500)
  void randomBytesAreRefusedWithoutAnException(@ForAll byte[] bytes) {
    assertThat(SampleLog.verify(bytes)).isInstanceOf(Verification.Unsound.class);
    byte[] started = "entente-ledger/1\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(started, started.length + bytes.length);
    System.arraycopy(bytes, 0, both, started.length, bytes.length);
    assertThat(SampleLog.verify(both)).isInstanceOf(Verification.Unsound.class);
  }

  @Test
  void aLineWithoutEndIsRefusedWithoutReadingItAll() throws IOException {
    long[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 'A';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            given[0] += length;
            Arrays.fill(into, offset, offset + length, (byte) 'A');
            return length;
          }
        };
    assertThat(LedgerFileVerifier.verify(endless, Progress.NONE))
        .isInstanceOf(Verification.Unsound.class);
    assertThat(given[0]).isLessThan(1 << 17);
  }

  private static Verification write(List<byte[]> entries) throws IOException {
    return LedgerFileWriter.write(
        new ByteArrayOutputStream(), LOG.cosigned(), LOG.keys, entries.iterator());
  }

  private static Verification verify(List<String> lines) {
    return SampleLog.verify((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The finding expected, with the sentence of the finding made. */
  private static Verification verifyLine(List<String> lines, long line, String code) {
    return new Verification.Unsound(line, code, verify(lines).sentence());
  }

  private static String code(byte[] file) {
    return code(SampleLog.verify(file));
  }

  private static String code(Verification verification) {
    return verification instanceof Verification.Unsound(long line, String code, String sentence)
        ? code
        : "sound";
  }
}
