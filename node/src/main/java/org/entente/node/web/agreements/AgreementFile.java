package org.entente.node.web.agreements;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.agreement.Agreement;
import org.entente.node.partners.AgreementsInForce;
import org.entente.seal.Identity;
import org.entente.seal.Statement;

/**
 * An agreement to be handed out: the document, both files, and this authority's signature over all
 * of them. {@code ./entente verify} checks it without a node.
 *
 * <p>The signed statement (purpose {@code agreement-file}) is the text of {@code contents.txt}: a
 * line {@code agreement HASH}, then for each file its SHA-256 in hexadecimal, two spaces and its
 * name.
 */
final class AgreementFile {
  private static final String PURPOSE = "agreement-file";

  private AgreementFile() {}

  static byte[] of(
      Agreement agreement,
      AgreementsInForce.Files files,
      byte[] document,
      Identity signer,
      Instant at) {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("agreement.pdf", document);
    packed.put("instrument", files.instrument());
    packed.put("arrangement", files.arrangement());
    StringBuilder contents = new StringBuilder("agreement " + agreement.hash().value() + "\n");
    packed.forEach(
        (name, bytes) -> contents.append(digest(bytes)).append("  ").append(name).append('\n'));
    byte[] signed = contents.toString().getBytes(StandardCharsets.UTF_8);
    packed.put("contents.txt", signed);
    packed.put("contents.p7m", Statement.sign(signed, PURPOSE, signer, at));
    packed.put(
        signer.card().authority() + ".card", signer.card().text().getBytes(StandardCharsets.UTF_8));
    return zip(packed);
  }

  private static byte[] zip(Map<String, byte[]> packed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : packed.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
