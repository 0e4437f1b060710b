package org.entente.node.casework;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Safeguards;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.entente.node.delivery.NotSupported;
import org.entente.node.delivery.SealedAttachment;
import org.entente.node.delivery.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The JSON of a header. It speaks in the stable codes of the agreement library, so that a renamed
 * constant changes no message, and refuses every field that it does not know. A code that it does
 * not know may be one of a later version: that is told apart.
 */
final class HeaderFormat {
  private static final int VERSION = 1;

  /** A header is a few hundred bytes; sixteen attachments make it three thousand. */
  private static final int MAX_CHARS = 16_384;

  /** What any version writes as a code. */
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,79}");

  private HeaderFormat() {}

  private record Json(
      int version,
      String kind,
      String from,
      String to,
      String offence,
      String urgency,
      @Nullable String urgencyReason,
      Map<String, List<String>> data,
      boolean specialCategories,
      boolean strictNecessityStated,
      boolean politicalMilitaryReligiousRacial,
      @Nullable Integer maxPenaltyMonths,
      int identifiers,
      boolean justified,
      boolean automatedDecision,
      boolean beyondNeed,
      String agreement,
      UUID caseId,
      String caseReference,
      UUID request,
      String opening,
      String salt,
      List<SealedAttachment> attachments) {}

  static String write(Header header) {
    Act act = header.act();
    Map<String, List<String>> data = new TreeMap<>();
    act.data()
        .bySubject()
        .forEach((subject, blocks) ->
            data.put(subject.code(), blocks.stream().map(DataCategory::code).sorted().toList()));
    return WireJson.write(
        new Json(
            VERSION,
            act.kind().code(),
            act.from().value(),
            act.to().value(),
            act.offence().code(),
            act.urgency().code(),
            act.urgencyReason().map(UrgencyReason::code).orElse(null),
            data,
            act.safeguards().specialCategories(),
            act.safeguards().strictNecessityStated(),
            act.safeguards().predominantlyPoliticalMilitaryReligiousRacial(),
            act.particulars().maxPenaltyMonths().isPresent()
                ? act.particulars().maxPenaltyMonths().getAsInt()
                : null,
            act.particulars().identifiers(),
            act.particulars().justified(),
            act.particulars().automatedDecision(),
            act.particulars().beyondNeed(),
            header.agreementHash(),
            header.caseId(),
            header.caseReference(),
            header.request(),
            header.opening().code(),
            header.salt(),
            header.attachments()));
  }

  static Header read(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("The header is too large");
    }
    try {
      Json json = WireJson.read(text, Json.class);
      if (json.version() != VERSION) {
        throw new NotSupported();
      }
      return new Header(
          act(json),
          json.agreement(),
          json.caseId(),
          json.caseReference(),
          json.request(),
          known(json.opening(), ActKind::ofCode),
          json.salt(),
          json.attachments());
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The header is not of the form of version 1");
    }
  }

  private static Act act(Json json) {
    PersonalData data = PersonalData.none();
    for (Map.Entry<String, List<String>> entry : json.data().entrySet()) {
      Set<DataCategory> blocks =
          entry.getValue().stream()
              .map(code -> known(code, DataCategory::ofCode))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class)));
      if (blocks.size() < entry.getValue().size()) {
        throw new IllegalArgumentException("A category of data is named twice");
      }
      data = data.and(known(entry.getKey(), DataSubjectCategory::ofCode), blocks);
    }
    return new Act(
        known(json.kind(), ActKind::ofCode),
        new AuthorityId(json.from()),
        new AuthorityId(json.to()),
        known(json.offence(), OffenceArea::ofCode),
        known(json.urgency(), HeaderFormat::urgency),
        Optional.ofNullable(json.urgencyReason()).map(code -> known(code, UrgencyReason::ofCode)),
        data,
        new Safeguards(
            json.specialCategories(),
            json.strictNecessityStated(),
            json.politicalMilitaryReligiousRacial()),
        new Particulars(
            json.maxPenaltyMonths() == null
                ? OptionalInt.empty()
                : OptionalInt.of(json.maxPenaltyMonths()),
            json.identifiers(),
            json.justified(),
            json.automatedDecision(),
            json.beyondNeed()));
  }

  private static Optional<Urgency> urgency(String code) {
    return Arrays.stream(Urgency.values()).filter(u -> u.code().equals(code)).findFirst();
  }

  private static <T> T known(String code, Function<String, Optional<T>> byCode) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("A code of the header has not the form of one");
    }
    return byCode.apply(code).orElseThrow(NotSupported::new);
  }
}
