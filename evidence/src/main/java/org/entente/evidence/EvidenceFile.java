package org.entente.evidence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The door for whoever got an evidence file: checks all of it, offline.
 *
 * <p><b>Guarantees.</b> What is upheld was signed with the evidence key of the exporter's identity
 * card, no file in it was changed, added, removed or moved since, and every sentence under "proven"
 * rests on signatures and proofs that were checked with the cards.
 *
 * <p><b>Does not guarantee.</b> That the cards are the authorities' own, unless they were given
 * from a trusted way; that what messages say is true; that nothing was left out which no entry in
 * the file tells of.
 *
 * <p><b>Failures.</b> A hostile file is rejected with a code and a sentence, never with an
 * exception. Memory does not grow with the file, and no network is asked.
 */
public final class EvidenceFile {
  private EvidenceFile() {}

  /** Whether a file begins as an evidence file does; tells nothing else of it. */
  public static boolean is(Path file) throws IOException {
    return ContainerReader.is(file);
  }

  /**
   * Checks an evidence file.
   *
   * @throws IOException when it cannot be read from the disk
   */
  public static Judgement verify(Path file, Trust trust) throws IOException {
    try (ContainerReader container = ContainerReader.open(file)) {
      return new Verification(container, trust).judge();
    } catch (Refused refused) {
      return new Judgement.Rejected(refused.code(), refused.sentence());
    }
  }

  /**
   * Checks an evidence file before it is written, in the same way.
   *
   * @throws IOException when a part of it cannot be read from where it lies
   */
  public static Judgement verify(SignedFiles unwritten, Trust trust) throws IOException {
    try {
      return new Verification(Unwritten.of(unwritten), trust).judge();
    } catch (Refused refused) {
      return new Judgement.Rejected(refused.code(), refused.sentence());
    }
  }
}
