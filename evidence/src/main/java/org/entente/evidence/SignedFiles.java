package org.entente.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.seal.Identity;

/**
 * Files with the signature over all of them, ready to be written as often as wanted. Immutable.
 *
 * @param at when they were signed, by the signer's clock
 * @param manifest what the signature is over: every file with its SHA-256
 */
// Made once and handed over: nobody compares these records.
@SuppressWarnings("ArrayRecordComponent")
public record SignedFiles(List<Measured> files, Instant at, byte[] manifest, byte[] signature) {
  /** Refuses names that stand twice. */
  public SignedFiles {
    files = List.copyOf(files);
    if (files.stream().map(Measured::name).distinct().count() != files.size()) {
      throw new IllegalArgumentException("a file stands once in a container");
    }
  }

  /** Signs files with the evidence key of an identity (CAdES-BASELINE-B). */
  public static SignedFiles sign(List<Measured> files, Identity signer, Instant at) {
    Map<String, String> digests = new LinkedHashMap<>();
    files.forEach(file -> digests.put(file.name(), file.sha256()));
    byte[] manifest = Manifest.of(digests);
    return new SignedFiles(files, at, manifest, ContainerSignature.sign(manifest, signer, at));
  }

  /** Asks a service for the time of this signature. */
  public TimeStampQuestion question() {
    return TimeStampQuestion.about(ContainerSignature.value(signature));
  }

  /** The same with a service's answer in it (CAdES-BASELINE-T); empty when it must not be taken. */
  public Optional<SignedFiles> stamped(
      TimeStampQuestion question, byte[] answer, TrustedServices services) {
    return question
        .token(answer, services)
        .map(token ->
            new SignedFiles(files, at, manifest, ContainerSignature.stamped(signature, token)));
  }

  /** Writes the container. The stream is not closed. */
  public void write(OutputStream out) throws IOException {
    ContainerWriter.write(out, this);
  }

  @Override
  public String toString() {
    return "SignedFiles[" + files.size() + "]";
  }
}
