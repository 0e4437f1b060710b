package org.entente.node.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.formats.Dossier;
import org.entente.formats.casefile.CaseWriter;
import org.entente.formats.casefile.Permission;
import org.entente.formats.misp.MispWriter;
import org.entente.formats.niem.SeizureWriter;
import org.entente.formats.stix.StixWriter;

/** A format in which other systems take persons and things of a case (docs/protocol/formats.md). */
public enum SubjectFormat {
  /** OASIS STIX 2.1, for platforms about threats. */
  STIX("stix.json", "application/stix+json;version=2.1"),
  /** MISP core and objects. */
  MISP("misp.json", "application/json"),
  /** CASE 1.4 on UCO, for forensic tools. */
  CASE("case.jsonld", "application/ld+json"),
  /** NIEM 6: what was seized. */
  NIEM("niem.xml", "application/xml");

  private final String suffix;
  private final String mediaType;

  SubjectFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format with this code, if there is one. */
  public static Optional<SubjectFormat> ofCode(String code) {
    return Arrays.stream(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  String fileName(String reference) {
    return reference + "." + suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Writes a dossier; the same dossier gives the same bytes. */
  byte[] write(Dossier dossier, Permission permission) {
    return switch (this) {
      case STIX -> StixWriter.write(dossier);
      case MISP -> MispWriter.write(dossier);
      case CASE -> CaseWriter.write(dossier, List.of(), Optional.of(permission));
      case NIEM -> SeizureWriter.write(dossier);
    };
  }
}
