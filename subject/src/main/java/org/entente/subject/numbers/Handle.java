package org.entente.subject.numbers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.Unreadable;

/**
 * A name somebody goes by in a service online: a handle, or the address of a profile.
 *
 * @param written as written
 * @param canonical lower case, without the at sign and the address around it
 * @param service the service's name in lower case, where it is known
 */
public record Handle(String written, String canonical, Optional<String> service) {

  /** Longer than any service's names with the address of a profile around them. */
  public static final int MAX_LENGTH = 300;

  private static final Map<String, String> HOSTS =
      Map.ofEntries(
          Map.entry("t.me", "telegram"),
          Map.entry("telegram.me", "telegram"),
          Map.entry("instagram.com", "instagram"),
          Map.entry("facebook.com", "facebook"),
          Map.entry("m.facebook.com", "facebook"),
          Map.entry("fb.com", "facebook"),
          Map.entry("x.com", "x"),
          Map.entry("twitter.com", "x"),
          Map.entry("tiktok.com", "tiktok"),
          Map.entry("vk.com", "vk"),
          Map.entry("ok.ru", "ok"),
          Map.entry("youtube.com", "youtube"),
          Map.entry("github.com", "github"),
          Map.entry("linkedin.com", "linkedin"),
          Map.entry("snapchat.com", "snapchat"),
          Map.entry("threads.net", "threads"),
          Map.entry("wa.me", "whatsapp"));

  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "twitter", "x", "fb", "facebook", "tg", "telegram", "ig", "instagram", "vkontakte", "vk");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?(?:www\\.)?([a-z0-9.-]+\\.[a-z]{2,})/([^?#]+).*");
  private static final Pattern LED = Pattern.compile("^(?:in|add|user|c|people)/");

  /**
   * Reads a handle or a profile's address.
   *
   * @throws Unreadable {@code handle-length} or {@code handle-form}
   */
  public static Handle read(String written, Optional<String> service) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("handle-length", "More than 300 characters are no handle.");
    }
    String lower =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    Optional<String> named = service.map(Handle::serviceName).filter(name -> !name.isEmpty());
    var address = ADDRESS.matcher(lower);
    String name = lower;
    if (address.matches()) {
      String host = address.group(1);
      named = Optional.of(HOSTS.getOrDefault(host, host));
      name = LED.matcher(address.group(2)).replaceFirst("");
      int end = name.indexOf('/');
      name = end > 0 ? name.substring(0, end) : name;
    }
    name = name.startsWith("@") ? name.substring(1) : name;
    if (name.isBlank() || name.chars().anyMatch(Character::isWhitespace) || name.contains("/")) {
      throw new Unreadable("handle-form", "A handle is one word.");
    }
    return new Handle(written, name, named);
  }

  @Override
  public String toString() {
    return "Handle[" + service.orElse("") + "]";
  }

  private static String serviceName(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    return HOSTS.getOrDefault(name, OTHER_NAMES.getOrDefault(name, name));
  }
}
