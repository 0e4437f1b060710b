package org.entente.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ASiCManifest (ETSI EN 319 162-1, A.4): every file of a container with its SHA-256. The
 * signature is over these bytes. It has one spelling for one set of files, so it is checked by
 * writing it again and never has to be parsed to be believed.
 */
final class Manifest {
  private static final Pattern URI = Pattern.compile("DataObjectReference URI=\"([^\"]*)\"");

  private Manifest() {}

  /**
   * @param files names with SHA-256 in hexadecimal, in the order of the container
   */
  static byte[] of(Map<String, String> files) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
            <asic:SigReference URI="META-INF/signature.p7s" MimeType="application/pkcs7-signature"/>
            """);
    files.forEach((name, sha256) ->
        xml.append("<asic:DataObjectReference URI=\"")
            .append(name)
            .append("\" MimeType=\"")
            .append(Layout.mediaType(name))
            .append(
                "\"><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>"
                    + "<ds:DigestValue>")
            .append(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
            .append("</ds:DigestValue></asic:DataObjectReference>\n"));
    return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Why files do not have the manifest that was signed.
   *
   * @param signed the manifest as it lies in the container, its signature already checked
   */
  static Refused difference(byte[] signed, Map<String, String> files) {
    String text = new String(signed, StandardCharsets.UTF_8);
    Set<String> listed = new LinkedHashSet<>();
    Matcher uri = URI.matcher(text);
    while (uri.find()) {
      listed.add(uri.group(1));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (!listed.remove(file.getKey())) {
        return new Refused(
            "file-added", "The file " + file.getKey() + " was added after the signature.");
      }
      String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.getValue()));
      if (!text.contains("\"" + file.getKey() + "\"") || !text.contains(">" + digest + "<")) {
        return new Refused(
            "file-changed", "The file " + file.getKey() + " was changed after the signature.");
      }
    }
    return listed.isEmpty()
        ? new Refused("files-moved", "The files are not in the order that was signed.")
        : new Refused(
            "file-removed",
            "The file "
                + Names.shown(listed.iterator().next())
                + " is missing from the container.");
  }
}
