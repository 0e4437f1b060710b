package org.entente.subject.net;

import java.util.regex.Pattern;

/**
 * Indicators as analysts write them so that nobody clicks on one by mistake, made whole again:
 * {@code hxxps[:]//example[.]com} is {@code https://example.com}.
 */
public final class Refanged {
  private static final Pattern SCHEME = Pattern.compile("(?i)\\bh(?:xx|tt|\\*\\*)p(s?)(?=[:\\[(])");
  private static final Pattern COLON = Pattern.compile("\\[:(//)?]");
  private static final Pattern SLASHES = Pattern.compile("\\[//]|:\\[//]");
  private static final Pattern DOT =
      Pattern.compile("(?i)\\s?(?:\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\))\\s?");
  private static final Pattern AT =
      Pattern.compile("(?i)\\s?(?:\\[@]|\\(@\\)|\\[at]|\\(at\\))\\s?");

  private Refanged() {}

  /** The text with every indicator in it made whole; any other text as it is. */
  public static String text(String written) {
    String whole = SCHEME.matcher(written).replaceAll("http$1");
    whole = COLON.matcher(whole).replaceAll(":$1");
    whole = SLASHES.matcher(whole).replaceAll("//");
    whole = DOT.matcher(whole).replaceAll(".");
    return AT.matcher(whole).replaceAll("@");
  }

  /** Whether it was written so that nobody clicks on it. */
  public static boolean was(String written) {
    return !text(written).equals(written);
  }
}
