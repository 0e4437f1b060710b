package org.entente.formats.stix;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.formats.Entry;
import org.entente.formats.NamedUuid;
import org.entente.intake.ColumnMeaning;
import org.entente.subject.Unreadable;
import org.entente.subject.net.Digest;
import org.entente.subject.net.IpAddress;
import org.entente.subject.net.WebLocation;
import org.entente.subject.numbers.DeviceNumber;
import org.entente.subject.numbers.EmailAddress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Observables for the things of a dossier. Their identifiers follow from what they are (STIX 2.1
 * section 2.9), so that the same address is the same object at everybody.
 */
final class StixThings {
  /** The space of names of observables, from the same section. */
  private static final UUID SPACE = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

  /** The type for what STIX has no observable for; defined by our extension. */
  static final String OTHER = "police-thing";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StixThings() {}

  /** The observable that an entry is; empty if it cannot be read as one. */
  static Optional<Map<String, Object>> of(Entry entry) {
    try {
      return switch (entry.kind()) {
        case NETWORK -> Optional.of(address(entry.one(ColumnMeaning.IP_ADDRESS)));
        case WEB -> Optional.of(web(entry.one(ColumnMeaning.WEB_ADDRESS)));
        case HASH -> file(entry.one(ColumnMeaning.FILE_HASH));
        case ONLINE -> Optional.of(online(entry.one(ColumnMeaning.ONLINE)));
        case DEVICE -> device(entry.one(ColumnMeaning.DEVICE_NUMBER));
        default -> Optional.empty();
      };
    } catch (Unreadable unread) {
      return Optional.empty();
    }
  }

  static Map<String, Object> address(String written) {
    String address = IpAddress.read(written).canonical();
    return valued(address.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr", address);
  }

  private static Map<String, Object> web(String written) {
    WebLocation location = WebLocation.read(written);
    return valued(location.page() ? "url" : "domain-name", location.canonical());
  }

  private static Optional<Map<String, Object>> file(String written) {
    Digest digest = Digest.read(written);
    return switch (digest.function()) {
      case MD5, SHA_1, SHA_256, SHA_512 -> {
        Map<String, Object> hashes = Map.of(digest.function().written(), digest.canonical());
        yield Optional.of(object("file", Map.of("hashes", hashes)));
      }
      // No name of their own in STIX.
      case SHA_224, SHA_384 -> Optional.empty();
    };
  }

  private static Map<String, Object> online(String written) {
    if (written.indexOf('@') > 0) {
      return valued("email-addr", EmailAddress.read(written).canonical());
    }
    return object("user-account", Map.of("account_login", written.strip()));
  }

  private static Optional<Map<String, Object>> device(String written) {
    DeviceNumber number = DeviceNumber.read(written);
    return number.kind() == DeviceNumber.Kind.NETWORK_CARD
        ? Optional.of(valued("mac-addr", number.canonical().replaceAll("(..)(?!$)", "$1:")))
        : Optional.empty();
  }

  /** A connection from an address and port at a time; what it went to is not known. */
  static Map<String, Object> traffic(String source, int port, Optional<String> at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    at.ifPresent(time -> fields.put("start", time));
    fields.put("src_ref", source);
    fields.put("src_port", port);
    fields.put("protocols", new String[] {source.substring(0, 4)});
    return object("network-traffic", fields);
  }

  /** What STIX has no observable for, as an object of our extension. */
  static Map<String, Object> other(Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", entry.kind().code());
    fields.put("known_by", entry.said().values().iterator().next().getFirst());
    Map<String, Object> object = head(OTHER, OTHER + "--" + NamedUuid.of(entry.identity()));
    object.putAll(fields);
    object.put("extensions", Map.of(StixExtension.ID, Map.of("extension_type", "new-sco")));
    return object;
  }

  /** A property that is a text. */
  static String text(Map<String, Object> object, String property) {
    return object.get(property) instanceof String text ? text : "";
  }

  private static Map<String, Object> valued(String type, String value) {
    return object(type, Map.of("value", value));
  }

  private static Map<String, Object> object(String type, Map<String, Object> naming) {
    // RFC 8785: Jackson escapes what it asks for, and the fields are put in order here.
    String name = MAPPER.writeValueAsString(new TreeMap<>(naming));
    Map<String, Object> object = head(type, type + "--" + NamedUuid.of(SPACE, name));
    object.putAll(naming);
    return object;
  }

  private static Map<String, Object> head(String type, String id) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", id);
    return object;
  }
}
