package org.entente.node.officers;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an administrator states to open an account. */
public record NewOfficer(
    String login, String name, Set<Role> roles, String language, String zone, String password) {
  /**
   * As OWASP ASVS 5.0, 6.2.1 and 6.2.9: at least eight, we ask for twelve; long ones are welcome.
   */
  static final int PASSWORD_MIN = 12;

  static final int PASSWORD_MAX = 128;

  /** The longest login. */
  static final int LOGIN_MAX = 40;

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
  private static final Set<String> LANGUAGES = Set.of("en", "az", "sr", "sr-Latn");

  public NewOfficer {
    roles = Set.copyOf(roles);
  }

  /** The first thing that is wrong, as the key of a sentence in the message bundles. */
  public Optional<String> fault() {
    if (!isLogin(login)) {
      return Optional.of("officer.fault.login");
    }
    if (name.isBlank() || name.length() > 120) {
      return Optional.of("officer.fault.name");
    }
    if (roles.isEmpty()) {
      return Optional.of("officer.fault.roles");
    }
    if (!knownLanguage(language)) {
      return Optional.of("officer.fault.language");
    }
    if (!knownZone(zone)) {
      return Optional.of("officer.fault.zone");
    }
    return acceptable(password, login) ? Optional.empty() : Optional.of("officer.fault.password");
  }

  /** Whether an account can have this login at all. */
  static boolean isLogin(String login) {
    return login.length() <= LOGIN_MAX && LOGIN.matcher(login).matches();
  }

  static boolean acceptable(String password, String login) {
    return password.length() >= PASSWORD_MIN
        && password.length() <= PASSWORD_MAX
        && !password.toLowerCase(Locale.ROOT).contains(login);
  }

  /** Whether pages can be shown in this language. */
  public static boolean knownLanguage(String tag) {
    return LANGUAGES.contains(tag);
  }

  /** Whether times can be shown in this zone. */
  public static boolean knownZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "NewOfficer[…]";
  }
}
