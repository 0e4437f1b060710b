package org.entente.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The canonical bytes of RFC 8785 (JCS) and the hash over them. */
final class CanonicalJson {

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  static byte[] bytes(JsonNode node) {
    CanonicalJson canonical = new CanonicalJson();
    canonical.write(node);
    return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static AgreementHash hash(JsonNode node) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(node));
      return new AgreementHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private void write(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node);
      case ARRAY -> writeArray(node);
      case STRING -> writeString(node.stringValue());
      case NUMBER -> out.append(CanonicalNumber.of(node.doubleValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("a parsed file holds no " + node.getNodeType());
    }
  }

  private void writeObject(JsonNode object) {
    // RFC 8785, 3.2.3: by UTF-16 code units, which is the natural order of Java strings.
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    String separator = "{";
    for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
      out.append(separator);
      writeString(entry.getKey());
      out.append(':');
      write(entry.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void writeArray(JsonNode array) {
    String separator = "";
    out.append('[');
    for (JsonNode item : array) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(']');
  }

  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String escape = escape(c);
      if (escape.isEmpty()) {
        out.append(c);
      } else {
        out.append(escape);
      }
    }
    out.append('"');
  }

  private static String escape(char c) {
    if (c == '"') {
      return "\\\"";
    }
    if (c == '\\') {
      return "\\\\";
    }
    if (c >= ' ') {
      return "";
    }
    int known = "\b\t\n\f\r".indexOf(c);
    return known >= 0
        ? "\\" + "btnfr".charAt(known)
        : "\\u00" + HexFormat.of().toHexDigits((byte) c);
  }
}
