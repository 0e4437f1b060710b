package org.entente.node.delivery;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * An answer between nodes that is no receipt, as RFC 9457 problem details.
 *
 * @param status HTTP status
 * @param code stable, last part of {@code type}
 */
record Problem(int status, String code) {
  private static final String TYPE = "urn:entente:problem:";
  private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{2,40}");

  private record Json(String type, int status) {}

  byte[] bytes() {
    return WireJson.bytes(new Json(TYPE + code, status));
  }

  /** The code in a partner's answer; never anything that is not of a code's form. */
  static String codeOf(byte[] body) {
    try {
      String type = WireJson.read(body, Json.class).type();
      String code = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
      return CODE.matcher(code).matches() ? code : "answer-malformed";
    } catch (JacksonException | NullPointerException e) {
      return "answer-malformed";
    }
  }
}
