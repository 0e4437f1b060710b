package org.entente.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The act that is asked about. */
final class AskedAct {
  @Option(names = "--act", required = true, description = "Such as request, reply, check.")
  String kind = "";

  @Option(names = "--from", required = true, description = "Authority that acts.")
  String from = "";

  @Option(names = "--to", required = true, description = "Authority it is addressed to.")
  String to = "";

  @Option(names = "--offence", description = "Such as drug-trafficking.")
  String offence = "terrorism";

  @Option(names = "--urgent", description = "The reason, such as threat-to-life.")
  String urgent = "";

  @Option(names = "--subject", description = "Category of the person.")
  String subject = "";

  @Option(names = "--data", split = ",", description = "Categories of data.")
  List<String> data = List.of();

  @Option(names = "--penalty", description = "Highest penalty of the offence, in months.")
  @Nullable Integer penalty;

  @Option(names = "--identifiers", description = "How many of the three are given.")
  int identifiers;

  @Option(names = "--justified", description = "A justification is recorded.")
  boolean justified;

  @Option(names = "--political", description = "The matter is predominantly political.")
  boolean political;

  Act act() {
    if (subject.isEmpty() && !data.isEmpty()) {
      throw new Stop("--data wants --subject too: it says whom the data are about.");
    }
    if (penalty != null && penalty < 0) {
      throw new Stop("--penalty wants months, 0 or more.");
    }
    if (identifiers < 0 || identifiers > Particulars.MAX_IDENTIFIERS) {
      throw new Stop(
          "--identifiers wants 0 to "
              + Particulars.MAX_IDENTIFIERS
              + ": how many of given name, family name and date of birth are given.");
    }
    Set<DataCategory> blocks = EnumSet.noneOf(DataCategory.class);
    data.forEach(
        code -> blocks.add(code("--data", code, DataCategory::ofCode, all(DataCategory.values()))));
    PersonalData carried =
        subject.isEmpty()
            ? PersonalData.none()
            : PersonalData.of(
                Set.of(
                    code(
                        "--subject",
                        subject,
                        DataSubjectCategory::ofCode,
                        all(DataSubjectCategory.values()))),
                blocks);
    return new Act(
        code("--act", kind, ActKind::ofCode, all(ActKind.values())),
        authority("--from", from),
        authority("--to", to),
        code("--offence", offence, OffenceArea::ofCode, all(OffenceArea.values())),
        urgent.isEmpty() ? Urgency.NORMAL : Urgency.URGENT,
        Optional.of(urgent)
            .filter(u -> !u.isEmpty())
            .map(u -> code("--urgent", u, UrgencyReason::ofCode, all(UrgencyReason.values()))),
        carried,
        new Safeguards(false, false, political),
        new Particulars(
            penalty == null ? OptionalInt.empty() : OptionalInt.of(penalty),
            identifiers,
            justified,
            false,
            false));
  }

  /** The authority that an option names. */
  static AuthorityId authority(String option, String typed) {
    try {
      return new AuthorityId(typed);
    } catch (IllegalArgumentException e) {
      throw new Stop(option + " wants an authority such as az.mia or rs.mup.");
    }
  }

  private static String all(Enum<?>[] constants) {
    return String.join(
        ", ",
        Arrays.stream(constants)
            .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList());
  }

  private static <T> T code(
      String option, String typed, Function<String, Optional<T>> byCode, String all) {
    return byCode.apply(typed).orElseThrow(() -> new Stop(option + " is one of: " + all + "."));
  }
}
