package org.entente.subject.numbers;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * An e-mail address (RFC 5321; local part in any script, RFC 6531).
 *
 * @param written as written
 * @param canonical lower case, the domain in its ASCII form
 * @param mailbox the box it reaches: without a tag after a plus sign, and for providers that ignore
 *     them without dots
 */
public record EmailAddress(String written, String canonical, String mailbox) {

  /** RFC 5321, 4.5.3.1.3. */
  public static final int MAX_LENGTH = 254;

  private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");
  private static final Pattern LOCAL = Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * Reads an address, with or without {@code mailto:}.
   *
   * @throws Unreadable {@code email-length} or {@code email-form}
   */
  public static EmailAddress read(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("email-length", "An e-mail address has at most 254 characters.");
    }
    String lower =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("mailto:")) {
      lower = lower.substring(7);
    }
    int at = lower.lastIndexOf('@');
    if (at < 1 || !LOCAL.matcher(lower.substring(0, at)).matches()) {
      throw new Unreadable("email-form", "An e-mail address is a name, an at sign and a domain.");
    }
    String local = lower.substring(0, at);
    String domain = ascii(lower.substring(at + 1));
    if (!DOMAIN.matcher(domain).matches()) {
      throw new Unreadable("email-form", "What follows the at sign is no domain.");
    }
    return new EmailAddress(written, local + "@" + domain, mailbox(local, domain));
  }

  @Override
  public String toString() {
    return "EmailAddress[]";
  }

  private static String mailbox(String local, String domain) {
    int tag = local.indexOf('+');
    String box = tag > 0 ? local.substring(0, tag) : local;
    if (DOTLESS.contains(domain)) {
      String dotless = box.replace(".", "");
      return (dotless.isEmpty() ? box : dotless) + "@gmail.com";
    }
    return box + "@" + domain;
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notADomain) {
      throw new Unreadable("email-form", "What follows the at sign is no domain.");
    }
  }
}
