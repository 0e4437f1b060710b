package org.entente.formats.casefile;

import java.util.EnumMap;
import java.util.Map;
import org.entente.intake.SubjectKind;
import org.entente.subject.net.Digest;

/** The words of UCO for kinds of subjects and functions of digests. */
final class CaseFacets {
  private static final Map<SubjectKind, String> TYPES =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(SubjectKind.PERSON, "uco-identity:Person"),
              Map.entry(SubjectKind.ORGANISATION, "uco-identity:Organization"),
              Map.entry(SubjectKind.PLACE, "uco-location:Location"),
              Map.entry(SubjectKind.NETWORK, "uco-observable:ObservableObject"),
              Map.entry(SubjectKind.WEB, "uco-observable:ObservableObject"),
              Map.entry(SubjectKind.HASH, "uco-observable:File"),
              Map.entry(SubjectKind.ONLINE, "uco-observable:DigitalAccount"),
              Map.entry(SubjectKind.PHONE, "uco-observable:PhoneAccount"),
              Map.entry(SubjectKind.ACCOUNT, "uco-observable:Account"),
              Map.entry(SubjectKind.WALLET, "uco-observable:DigitalAddress"),
              Map.entry(SubjectKind.DEVICE, "uco-observable:Device")));

  private CaseFacets() {}

  /** A vehicle, a firearm, a vessel and a document are objects; our facet says what they are. */
  static String type(SubjectKind kind) {
    return TYPES.getOrDefault(kind, "uco-core:UcoObject");
  }

  /** As UCO's list of functions writes it. */
  static String method(Digest.Function function) {
    return switch (function) {
      case MD5 -> "MD5";
      case SHA_1 -> "SHA1";
      case SHA_224 -> "SHA224";
      case SHA_256 -> "SHA256";
      case SHA_384 -> "SHA384";
      case SHA_512 -> "SHA512";
    };
  }
}
