package org.entente.evidence;

import java.util.regex.Pattern;

/** Where things lie in a container, and how large each may be. */
public final class Layout {
  /** The content of the first entry, by which a file is known (ETSI EN 319 162-1). */
  public static final String MIME_TYPE = "application/vnd.etsi.asic-e+zip";

  static final String MIME_ENTRY = "mimetype";
  static final String META = "META-INF/";
  static final String MANIFEST = META + "ASiCManifest.xml";
  static final String SIGNATURE = META + "signature.p7s";

  /** What a person reads first. */
  public static final String COVER = "cover.pdf";

  /** What a program reads first. */
  public static final String INDEX = "index.json";

  /** Most entries: a case has tens of messages and hundreds of entries in the ledger. */
  public static final int MAX_ENTRIES = 20_000;

  /** Largest cover and index. */
  public static final int MAX_READ_BYTES = 16 << 20;

  /** Largest single proof, card, statement, receipt or signed message. */
  public static final int MAX_PROOF_BYTES = 5 << 20;

  static final int MAX_SIGNATURE_BYTES = 256 << 10;

  private static final int MAX_NAME_CHARS = 200;
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}");

  private Layout() {}

  /** A relative path of plain names: none begins with a dot, none climbs, none hides. */
  static boolean isName(String name) {
    return name.length() <= MAX_NAME_CHARS
        && NAME.matcher(name).matches()
        && !name.equals(MIME_ENTRY)
        && !name.contains("..");
  }

  static String mediaType(String name) {
    return name.endsWith(".pdf")
        ? "application/pdf"
        : name.endsWith(".json")
            ? "application/json"
            : name.endsWith(".p7m")
                ? "application/pkcs7-mime"
                : name.endsWith(".proof") ? "text/plain" : "application/octet-stream";
  }
}
