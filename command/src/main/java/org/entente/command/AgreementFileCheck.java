package org.entente.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.Reading;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;
import org.jspecify.annotations.Nullable;

/** Checks an agreement that a node handed out: signature, every file, and the hash of the words. */
public final class AgreementFileCheck {
  private static final String PURPOSE = "agreement-file";
  private static final int PART_MAX_BYTES = 8 << 20;
  private static final int PARTS_MAX = 10;

  private AgreementFileCheck() {}

  /**
   * Checks it.
   *
   * @param trusted the signer's card from a trusted way; the one in the file proves nothing
   * @return whether it is sound
   */
  public static boolean check(Path file, @Nullable IdentityCard trusted) throws IOException {
    Map<String, byte[]> parts;
    try {
      parts = parts(file);
    } catch (ZipException | IllegalArgumentException e) {
      return unsound("The file is cut off or is not one that a node handed out.");
    }
    Optional<IdentityCard> enclosed = enclosed(parts);
    IdentityCard card = trusted == null ? enclosed.orElse(null) : trusted;
    byte[] signature = parts.get("contents.p7m");
    byte[] contents = parts.get("contents.txt");
    if (card == null || signature == null || contents == null) {
      return unsound("Signature, list of contents or identity card is missing.");
    }
    if (!(Statement.verify(signature, card, PURPOSE)
            instanceof Statement.Verification.Verified verified)
        || !MessageDigest.isEqual(verified.statement(), contents)) {
      return unsound("The signature is not this authority's, or the list was changed.");
    }
    List<String> lines = new String(contents, StandardCharsets.UTF_8).lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      int cut = line.indexOf("  ");
      byte[] part = cut < 0 ? null : parts.get(line.substring(cut + 2));
      if (part == null || !digest(part).equals(line.substring(0, cut))) {
        return unsound("A file is missing or was changed: " + line.substring(Math.max(cut, 0)));
      }
    }
    if (!lines.getFirst().equals("agreement " + hash(parts))) {
      return unsound("The words of the agreement do not have the hash that was signed.");
    }
    System.out.println("Sound. " + card.authority() + " signed it at " + verified.signedAt() + ".");
    System.out.println("Hash of the agreement: " + lines.getFirst().substring(10));
    if (trusted == null) {
      System.out.println(
          "The identity card came with the file and proves nothing: compare its words by telephone"
              + " or give it with --card. "
              + String.join(" ", card.fingerprint().words()));
    }
    return true;
  }

  private static boolean unsound(String sentence) {
    System.out.println("NOT sound. " + sentence);
    return false;
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readNBytes(PART_MAX_BYTES + 1);
        if (part.length > PART_MAX_BYTES || parts.size() >= PARTS_MAX) {
          throw new ZipException("too large");
        }
        parts.put(entry.getName(), part);
      }
    }
    return parts;
  }

  private static Optional<IdentityCard> enclosed(Map<String, byte[]> parts) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().endsWith(".card"))
        .map(part -> IdentityCard.read(part.getValue()))
        .filter(IdentityCard.Reading.Read.class::isInstance)
        .map(reading -> ((IdentityCard.Reading.Read) reading).card())
        .findFirst();
  }

  private static String hash(Map<String, byte[]> parts) {
    byte[] none = new byte[0];
    return hash(parts.getOrDefault("instrument", none), parts.getOrDefault("arrangement", none));
  }

  /** The hash of an agreement's words; empty for what is no agreement. */
  static String hash(byte[] instrument, byte[] arrangement) {
    return new AgreementReader().read(instrument, arrangement) instanceof Reading.Read read
        ? read.agreement().hash().value()
        : "";
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
