package org.entente.subject.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * An address of the Internet Protocol.
 *
 * @param written as written
 * @param canonical four numbers with points, or RFC 5952 for version 6; version 4 written as 6 is 4
 * @param reach whether it tells one connection from another
 */
public record IpAddress(String written, String canonical, Reach reach) {
  /** Longer than any address with brackets around it. */
  public static final int MAX_LENGTH = 60;

  /** How far an address means one connection (IANA registries of special addresses). */
  public enum Reach {
    /** Of one connection to the Internet at a time. */
    PUBLIC,
    /** Of a house network, as many others have it. */
    PRIVATE,
    /** Of a provider that lets many customers share one (RFC 6598). */
    SHARED,
    /** Of a machine itself, of a group or set aside for documents. */
    SPECIAL
  }

  // Without leading zeros, which some programs read as octal.
  private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern FOUR = Pattern.compile("(?:" + PART + "\\.){3}" + PART);
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /**
   * Reads an address, also one made harmless or in brackets.
   *
   * @throws Unreadable {@code ip-length} or {@code ip-form}
   */
  public static IpAddress read(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("ip-length", "An address has at most 45 characters.");
    }
    String plain = Refanged.text(written).strip();
    if (plain.startsWith("[") && plain.endsWith("]")) {
      plain = plain.substring(1, plain.length() - 1);
    }
    boolean four = FOUR.matcher(plain).matches();
    if (!four && !(plain.indexOf(':') >= 0 && SIX.matcher(plain).matches())) {
      throw new Unreadable("ip-form", "An address is four numbers up to 255, or of version 6.");
    }
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(plain); // Never asks a network.
    } catch (IllegalArgumentException e) {
      throw new Unreadable("ip-form", "An address is four numbers up to 255, or of version 6.");
    }
    byte[] bytes = address.getAddress();
    return new IpAddress(
        written,
        address instanceof Inet4Address ? address.getHostAddress() : six(bytes),
        reach(address, bytes));
  }

  private static Reach reach(InetAddress address, byte[] bytes) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isMulticastAddress()
        || documents(bytes)) {
      return Reach.SPECIAL;
    }
    int first = bytes[0] & 0xff;
    if (bytes.length == 4 && first == 100 && (bytes[1] & 0xc0) == 64) {
      return Reach.SHARED;
    }
    boolean house =
        address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || (bytes.length == 16 && (first & 0xfe) == 0xfc);
    return house ? Reach.PRIVATE : Reach.PUBLIC;
  }

  /** RFC 5737 and RFC 3849; and what version 4 never gives out: 0 and from 240. */
  private static boolean documents(byte[] b) {
    if (b.length == 16) {
      return b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0d && b[3] == (byte) 0xb8;
    }
    int first = b[0] & 0xff;
    int net = (first << 16) | ((b[1] & 0xff) << 8) | (b[2] & 0xff);
    return first == 0 || first >= 240 || net == 0xc00002 || net == 0xc63364 || net == 0xcb0071;
  }

  /**
   * RFC 5952: lower case, no leading zeros, the longest run of zeros left out, the first of two.
   */
  private static String six(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    int from = -1;
    int length = 1; // One group of zeros is not left out.
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups[i + run] == 0) {
        run++;
      }
      if (run > length) {
        from = i;
        length = run;
      }
      i += Math.max(0, run - 1);
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == from) {
        text.append("::");
        i += length - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "IpAddress[" + reach + "]";
  }
}
