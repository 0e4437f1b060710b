package org.entente.subject.net;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * A domain, or the address of a page.
 *
 * @param written as written
 * @param canonical made whole; scheme and host in lower case, the host in its ASCII form, without a
 *     usual port and a last point; path and query as written, because they may tell cases apart
 * @param host the domain or address alone
 * @param page whether there is more than a domain
 * @param foreign whether the host has letters beyond ASCII, which may be made to look like others
 */
public record WebLocation(
    String written, String canonical, String host, boolean page, boolean foreign) {
  /** Longer ones are not kept by most programs either. */
  public static final int MAX_LENGTH = 2_000;

  private static final int HOST_MAX = 253;

  /** Services on whose pages people and programs of every kind are. */
  private static final Set<String> SHARED =
      Set.of(
          "t.me",
          "telegram.me",
          "telegram.org",
          "facebook.com",
          "fb.com",
          "instagram.com",
          "x.com",
          "twitter.com",
          "tiktok.com",
          "vk.com",
          "ok.ru",
          "youtube.com",
          "youtu.be",
          "github.com",
          "raw.githubusercontent.com",
          "gitlab.com",
          "linkedin.com",
          "wa.me",
          "google.com",
          "drive.google.com",
          "docs.google.com",
          "sites.google.com",
          "dropbox.com",
          "bit.ly",
          "tinyurl.com",
          "pastebin.com",
          "discord.com",
          "cdn.discordapp.com",
          "mega.nz",
          "onedrive.live.com",
          "1drv.ms",
          "blogspot.com",
          "wordpress.com");

  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([a-zA-Z][a-zA-Z0-9+.-]{0,20})://)?(?:[^/@\\s?#]{1,200}@)?(\\[[0-9A-Fa-f:.]+]|[^/:?#\\s@]+)(?::([0-9]{1,5}))?([/?#]\\S*)?");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})");

  /**
   * Reads a domain or an address.
   *
   * @throws Unreadable {@code web-length} or {@code web-form}
   */
  public static WebLocation read(String written) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("web-length", "An address has at most 2,000 characters.");
    }
    String whole = Normalizer.normalize(Refanged.text(written), Normalizer.Form.NFC).strip();
    Matcher parts = PARTS.matcher(whole);
    boolean mailbox = parts.matches() && parts.group(1) == null && whole.indexOf('@') >= 0;
    if (!parts.matches() || mailbox) {
      throw unread();
    }
    String scheme = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
    String named = parts.group(2);
    String host = host(named, !scheme.isEmpty());
    String path = parts.group(4) == null || parts.group(4).equals("/") ? "" : parts.group(4);
    String port = port(scheme, parts.group(3));
    return new WebLocation(
        written,
        (scheme.isEmpty() ? "" : scheme + "://") + host + port + path,
        host,
        !scheme.isEmpty() || !path.isEmpty() || !port.isEmpty(),
        named.chars().anyMatch(c -> c > 127) || host.contains("xn--"));
  }

  /** Whether so many use the host that it tells nothing without its path. */
  public boolean sharedHost() {
    return SHARED.contains(host.startsWith("www.") ? host.substring(4) : host);
  }

  private static String host(String named, boolean addressed) {
    String plain = named.endsWith(".") ? named.substring(0, named.length() - 1) : named;
    String ascii;
    try {
      ascii = IDN.toASCII(plain.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      ascii = "";
    }
    if (ascii.length() <= HOST_MAX && DOMAIN.matcher(ascii).matches()) {
      return ascii;
    }
    if (addressed) {
      String address = IpAddress.read(plain).canonical();
      return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }
    throw unread();
  }

  private static String port(String scheme, String typed) {
    boolean usual =
        typed == null
            || (scheme.equals("http") && typed.equals("80"))
            || (scheme.equals("https") && typed.equals("443"));
    return usual ? "" : ":" + typed;
  }

  private static Unreadable unread() {
    return new Unreadable("web-form", "This is neither a domain nor the address of a page.");
  }

  @Override
  public String toString() {
    return "WebLocation[]";
  }
}
