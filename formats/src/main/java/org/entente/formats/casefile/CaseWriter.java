package org.entente.formats.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.HandlingCode;
import org.entente.formats.Dossier;
import org.entente.formats.Entry;
import org.entente.formats.Link;
import org.entente.formats.NamedUuid;
import org.entente.intake.ColumnMeaning;
import org.entente.intake.SubjectKind;
import org.entente.subject.Unreadable;
import org.entente.subject.net.Digest;
import org.entente.subject.net.IpAddress;
import org.entente.subject.net.WebLocation;
import org.entente.subject.numbers.DeviceNumber;
import org.entente.subject.things.Coordinates;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier with its exhibits as a graph of CASE: the investigation and on what it rests, persons
 * and things, how they belong together, and of each exhibit its digest, its number and who took it
 * when.
 *
 * <p><b>Guarantees.</b> The same dossier gives the same bytes, which conform to the shapes of CASE
 * and UCO. What they have no word for is said in a facet of our own.
 *
 * <p><b>Does not guarantee.</b> Whether any of it may leave: that was decided before.
 */
public final class CaseWriter {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final Map<String, String> CONTEXT = new LinkedHashMap<>();

  static {
    CONTEXT.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
    CONTEXT.put("entente", "urn:entente:subject:");
    CONTEXT.put("uco-action", "https://ontology.unifiedcyberontology.org/uco/action/");
    CONTEXT.put("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/");
    CONTEXT.put("uco-identity", "https://ontology.unifiedcyberontology.org/uco/identity/");
    CONTEXT.put("uco-location", "https://ontology.unifiedcyberontology.org/uco/location/");
    CONTEXT.put("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/");
    CONTEXT.put("uco-types", "https://ontology.unifiedcyberontology.org/uco/types/");
    CONTEXT.put("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private final List<Map<String, Object>> graph = new ArrayList<>();
  private final List<String> things = new ArrayList<>();
  private final Dossier dossier;
  private final String name;
  private final String house;

  private CaseWriter(Dossier dossier, Instant at) {
    this.dossier = dossier;
    this.name =
        "case "
            + dossier.origin().authority()
            + " "
            + dossier.origin().reference()
            + " "
            + at
            + " ";
    this.house = id("house");
  }

  /**
   * Writes a dossier.
   *
   * @param permission on what the handing over rests
   * @throws IllegalArgumentException if the dossier does not say when it was made
   */
  public static byte[] write(
      Dossier dossier, List<Exhibit> exhibits, Optional<Permission> permission) {
    Instant at =
        dossier
            .origin()
            .at()
            .orElseThrow(() -> new IllegalArgumentException("a dossier that leaves has its time"));
    return new CaseWriter(dossier, at).bytes(exhibits, permission, at);
  }

  private byte[] bytes(List<Exhibit> exhibits, Optional<Permission> permission, Instant at) {
    Map<String, Object> authority = node(house, "uco-identity:Organization");
    authority.put("uco-core:name", dossier.origin().authority());
    dossier.entries().forEach(this::thing);
    dossier.links().forEach(this::link);
    List<String> objects = new ArrayList<>(things);
    for (int i = 0; i < exhibits.size(); i++) {
      objects.add(exhibit(exhibits.get(i), i));
    }
    investigation(objects, permission, at);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", CONTEXT);
    document.put("@graph", graph);
    return MAPPER.writeValueAsBytes(document);
  }

  private String id(String part) {
    return "urn:uuid:" + NamedUuid.of(name + part);
  }

  private Map<String, Object> node(String id, String type) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@id", id);
    node.put("@type", type);
    graph.add(node);
    return node;
  }

  private static Map<String, Object> ref(String id) {
    return Map.of("@id", id);
  }

  private static Map<String, Object> typed(String type, String value) {
    Map<String, Object> typed = new LinkedHashMap<>();
    typed.put("@type", "xsd:" + type);
    typed.put("@value", value);
    return typed;
  }

  private void investigation(List<String> objects, Optional<Permission> permission, Instant at) {
    Map<String, Object> investigation =
        node(id("investigation"), "case-investigation:Investigation");
    if (!dossier.origin().title().isEmpty()) {
      investigation.put("uco-core:name", dossier.origin().title());
    }
    investigation.put("case-investigation:focus", dossier.origin().reference());
    investigation.put("uco-core:objectCreatedTime", typed("dateTime", at.toString()));
    investigation.put("uco-core:createdBy", ref(house));
    if (!dossier.origin().handling().isEmpty()) {
      investigation.put(
          "uco-core:tag", dossier.origin().handling().stream().map(HandlingCode::code).toList());
    }
    if (!objects.isEmpty()) {
      investigation.put("uco-core:object", objects.stream().map(CaseWriter::ref).toList());
    }
    permission.ifPresent(given -> {
      Map<String, Object> authorization =
          node(id("permission"), "case-investigation:Authorization");
      authorization.put("case-investigation:authorizationType", given.kind());
      authorization.put("case-investigation:authorizationIdentifier", given.identifier());
      investigation.put("case-investigation:relevantAuthorization", ref(id("permission")));
    });
  }

  private void thing(Entry entry) {
    int at = things.size();
    String id = id("thing " + at);
    things.add(id);
    Map<String, Object> node = node(id, CaseFacets.type(entry.kind()));
    if (entry.kind() == SubjectKind.ORGANISATION && !entry.one(ColumnMeaning.NAME).isEmpty()) {
      node.put("uco-core:name", entry.one(ColumnMeaning.NAME));
    }
    entry.standing().note().ifPresent(note -> node.put("uco-core:description", note));
    List<Map<String, Object>> facets = new ArrayList<>();
    facet(entry, at).ifPresent(facets::add);
    facets.add(own(entry, at));
    node.put("uco-core:hasFacet", facets);
  }

  private Map<String, Object> facet(String type, int at) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("@id", id("facet " + type + " " + at));
    facet.put("@type", type);
    return facet;
  }

  /** What tools read of it; empty where it cannot be read as that. */
  private Optional<Map<String, Object>> facet(Entry entry, int at) {
    try {
      return switch (entry.kind()) {
        case PERSON -> Optional.of(person(entry, at));
        case NETWORK -> Optional.of(address(entry, at));
        case WEB -> Optional.of(web(entry, at));
        case HASH -> Optional.of(content(Digest.read(entry.one(ColumnMeaning.FILE_HASH)), at));
        case ONLINE ->
            Optional.of(
                valued("DigitalAccountFacet", "accountLogin", entry.one(ColumnMeaning.ONLINE), at));
        case PHONE ->
            Optional.of(
                valued("PhoneAccountFacet", "phoneNumber", entry.one(ColumnMeaning.PHONE), at));
        case ACCOUNT ->
            Optional.of(
                valued("AccountFacet", "accountIdentifier", entry.one(ColumnMeaning.ACCOUNT), at));
        case WALLET ->
            Optional.of(
                valued("DigitalAddressFacet", "addressValue", entry.one(ColumnMeaning.WALLET), at));
        case DEVICE -> Optional.of(device(entry.one(ColumnMeaning.DEVICE_NUMBER), at));
        case PLACE -> Optional.of(place(entry, at));
        default -> Optional.empty();
      };
    } catch (Unreadable unread) {
      return Optional.empty();
    }
  }

  private Map<String, Object> valued(String type, String property, String value, int at) {
    Map<String, Object> facet = facet("uco-observable:" + type, at);
    facet.put("uco-observable:" + property, value);
    return facet;
  }

  private Map<String, Object> person(Entry entry, int at) {
    Map<String, Object> facet = facet("uco-identity:SimpleNameFacet", at);
    Map<ColumnMeaning, String> parts =
        Map.of(ColumnMeaning.GIVEN, "givenName", ColumnMeaning.FAMILY, "familyName");
    for (ColumnMeaning part : List.of(ColumnMeaning.GIVEN, ColumnMeaning.FAMILY)) {
      if (!entry.one(part).isEmpty()) {
        facet.put("uco-identity:" + parts.get(part), entry.one(part));
      }
    }
    return facet;
  }

  private Map<String, Object> address(Entry entry, int at) {
    String address = IpAddress.read(entry.one(ColumnMeaning.IP_ADDRESS)).canonical();
    String type = address.indexOf(':') < 0 ? "IPv4AddressFacet" : "IPv6AddressFacet";
    return valued(type, "addressValue", address, at);
  }

  private Map<String, Object> web(Entry entry, int at) {
    WebLocation location = WebLocation.read(entry.one(ColumnMeaning.WEB_ADDRESS));
    return location.page()
        ? valued("URLFacet", "fullValue", location.canonical(), at)
        : valued("DomainNameFacet", "value", location.canonical(), at);
  }

  private Map<String, Object> content(Digest digest, int at) {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("@id", id("hash " + at));
    hash.put("@type", "uco-types:Hash");
    hash.put("uco-types:hashMethod", CaseFacets.method(digest.function()));
    hash.put("uco-types:hashValue", typed("hexBinary", digest.canonical()));
    Map<String, Object> facet = facet("uco-observable:ContentDataFacet", at);
    facet.put("uco-observable:hash", hash);
    return facet;
  }

  private Map<String, Object> device(String written, int at) {
    DeviceNumber number = DeviceNumber.read(written);
    return switch (number.kind()) {
      case IMEI -> valued("MobileDeviceFacet", "IMEI", written, at);
      case NETWORK_CARD -> valued("MACAddressFacet", "addressValue", written, at);
      case SERIAL -> valued("DeviceFacet", "serialNumber", written, at);
    };
  }

  private Map<String, Object> place(Entry entry, int at) {
    if (entry.one(ColumnMeaning.COORDINATES).isEmpty()) {
      Map<String, Object> facet = facet("uco-location:SimpleAddressFacet", at);
      facet.put("uco-location:street", entry.one(ColumnMeaning.PLACE_NAME));
      return facet;
    }
    Coordinates point = Coordinates.read(entry.one(ColumnMeaning.COORDINATES));
    Map<String, Object> facet = facet("uco-location:LatLongCoordinatesFacet", at);
    facet.put("uco-location:latitude", typed("decimal", decimal(point.latitude())));
    facet.put("uco-location:longitude", typed("decimal", decimal(point.longitude())));
    return facet;
  }

  private static String decimal(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }

  /** The entry exactly: its kind, fields, role, evaluation and handling. */
  private Map<String, Object> own(Entry entry, int at) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("@id", id("own " + at));
    facet.put("@type", List.of("uco-core:Facet", "entente:SubjectFacet"));
    facet.put("entente:kind", entry.kind().code());
    entry.said().forEach((field, values) -> facet.put("entente:" + field.code(), values));
    if (!entry.weak().isEmpty()) {
      facet.put("entente:weak", entry.weak().stream().sorted().toList());
    }
    entry.standing().role().ifPresent(role -> facet.put("entente:role", role.code()));
    entry.standing().evaluation().ifPresent(e -> facet.put("entente:evaluation", e.code()));
    if (!entry.standing().handling().isEmpty()) {
      facet.put(
          "entente:handling",
          entry.standing().handling().stream().map(HandlingCode::code).toList());
    }
    entry.standing().asOf().ifPresent(asOf -> facet.put("entente:as-of", asOf));
    return facet;
  }

  private void link(Link link) {
    Map<String, Object> node = node(id("link " + link), "uco-core:Relationship");
    node.put("uco-core:source", ref(things.get(link.from())));
    node.put("uco-core:target", ref(things.get(link.to())));
    node.put(
        "uco-core:kindOfRelationship",
        link.kind().name().charAt(0) + link.kind().name().substring(1).toLowerCase(Locale.ROOT));
    node.put(
        "uco-core:isDirectional",
        link.kind() != Link.Kind.SAME_AS && link.kind() != Link.Kind.CONNECTED);
  }

  /** A file with its digest, and the step by which it came, under its number. */
  private String exhibit(Exhibit exhibit, int at) {
    String file = id("exhibit " + at);
    Map<String, Object> node = node(file, "uco-observable:File");
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("@id", id("exhibit name " + at));
    names.put("@type", "uco-observable:FileFacet");
    names.put("uco-observable:fileName", exhibit.name());
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("@id", id("exhibit hash " + at));
    hash.put("@type", "uco-types:Hash");
    hash.put("uco-types:hashMethod", CaseFacets.method(Digest.Function.SHA_256));
    hash.put("uco-types:hashValue", typed("hexBinary", exhibit.sha256().toLowerCase(Locale.ROOT)));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("@id", id("exhibit content " + at));
    content.put("@type", "uco-observable:ContentDataFacet");
    content.put("uco-observable:sizeInBytes", typed("integer", Long.toString(exhibit.bytes())));
    content.put("uco-observable:hash", hash);
    node.put("uco-core:hasFacet", List.of(names, content));
    Map<String, Object> record = node(id("record " + at), "case-investigation:ProvenanceRecord");
    record.put("case-investigation:exhibitNumber", exhibit.number());
    record.put("uco-core:object", ref(file));
    Map<String, Object> by = node(id("taker " + at), "uco-identity:Organization");
    by.put("uco-core:name", exhibit.by());
    Map<String, Object> step = node(id("step " + at), "case-investigation:InvestigativeAction");
    step.put("uco-core:name", "received");
    step.put("uco-action:startTime", typed("dateTime", exhibit.at().toString()));
    step.put("uco-action:performer", ref(id("taker " + at)));
    step.put("uco-action:object", ref(file));
    step.put("uco-action:result", ref(id("record " + at)));
    return file;
  }
}
