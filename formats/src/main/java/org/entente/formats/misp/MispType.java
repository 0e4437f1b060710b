package org.entente.formats.misp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;

/** What attributes of a type say, alone or in pairs such as {@code domain|ip}. */
final class MispType {
  /**
   * A thing that an attribute names.
   *
   * @param port the port beside an address; empty if there is none
   */
  record Named(SubjectKind kind, ColumnMeaning field, String value, Optional<String> port) {
    @Override
    public String toString() {
      return "Named[" + kind + "]";
    }
  }

  private record Meaning(SubjectKind kind, ColumnMeaning field) {}

  private static final Meaning ADDRESS = new Meaning(SubjectKind.NETWORK, ColumnMeaning.IP_ADDRESS);
  private static final Meaning WEB = new Meaning(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS);
  private static final Meaning ONLINE = new Meaning(SubjectKind.ONLINE, ColumnMeaning.ONLINE);
  private static final Meaning HASH = new Meaning(SubjectKind.HASH, ColumnMeaning.FILE_HASH);
  private static final Meaning WALLET = new Meaning(SubjectKind.WALLET, ColumnMeaning.WALLET);
  private static final Meaning ACCOUNT = new Meaning(SubjectKind.ACCOUNT, ColumnMeaning.ACCOUNT);
  private static final Meaning PHONE = new Meaning(SubjectKind.PHONE, ColumnMeaning.PHONE);

  private static final Map<String, Meaning> TYPES =
      Map.ofEntries(
          Map.entry("ip-src", ADDRESS),
          Map.entry("ip-dst", ADDRESS),
          Map.entry("ip", ADDRESS),
          Map.entry("domain", WEB),
          Map.entry("hostname", WEB),
          Map.entry("url", WEB),
          Map.entry("email", ONLINE),
          Map.entry("email-src", ONLINE),
          Map.entry("email-dst", ONLINE),
          Map.entry("whois-registrant-email", ONLINE),
          Map.entry("jabber-id", ONLINE),
          Map.entry("twitter-id", ONLINE),
          Map.entry("github-username", ONLINE),
          Map.entry("md5", HASH),
          Map.entry("sha1", HASH),
          Map.entry("sha224", HASH),
          Map.entry("sha256", HASH),
          Map.entry("sha384", HASH),
          Map.entry("sha512", HASH),
          Map.entry("btc", WALLET),
          Map.entry("xmr", WALLET),
          Map.entry("dash", WALLET),
          Map.entry("iban", ACCOUNT),
          Map.entry("bank-account-nr", ACCOUNT),
          Map.entry("phone-number", PHONE),
          Map.entry("whois-registrant-phone", PHONE),
          Map.entry("mac-address", new Meaning(SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER)));

  private MispType() {}

  /** The things that an attribute names; none if its type is of another sort. */
  static List<Named> named(String type, String value) {
    String[] types = type.split("\\|", 2);
    String[] values = types.length == 2 ? value.split("\\|", 2) : new String[] {value};
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < Math.min(types.length, values.length); i++) {
      Meaning meaning = TYPES.get(types[i]);
      if (meaning != null) {
        boolean port = types.length == 2 && types[1].equals("port") && values.length == 2;
        named.add(
            new Named(
                meaning.kind(),
                meaning.field(),
                values[i],
                port && meaning.equals(ADDRESS) && types[0].equals("ip-src")
                    ? Optional.of(values[1])
                    : Optional.empty()));
      }
    }
    return named;
  }

  /** The category in which an attribute of a type may be (section 2.4.2 of the draft). */
  static String category(String type) {
    return switch (type) {
      case "ip-src", "ip-dst", "port", "domain", "hostname", "url" -> "Network activity";
      case "md5", "sha1", "sha224", "sha256", "sha384", "sha512" -> "Payload delivery";
      case "bank-account-nr", "iban" -> "Financial fraud";
      case "first-name",
          "middle-name",
          "last-name",
          "full-name",
          "date-of-birth",
          "gender",
          "nationality",
          "passport-number",
          "phone-number" ->
          "Person";
      default -> "Other";
    };
  }
}
