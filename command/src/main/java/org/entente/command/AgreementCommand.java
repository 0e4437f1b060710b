package org.entente.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.ArticleReference;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consent;
import org.entente.agreement.Consents;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.Decision;
import org.entente.agreement.Fault;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.Ground;
import org.entente.agreement.History;
import org.entente.agreement.HistoryReader;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Particulars;
import org.entente.agreement.Party;
import org.entente.agreement.PersonalData;
import org.entente.agreement.Reading;
import org.entente.agreement.Safeguards;
import org.entente.agreement.ShippedAgreements;
import org.entente.agreement.Urgency;
import org.entente.agreement.UrgencyReason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Agreements as files: begin one, check one, ask one. */
@Command(
    name = "agreement",
    description = "Begins, checks and asks agreements as files.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AgreementCommand.New.class,
      AgreementCommand.Check.class,
      AgreementCommand.Ask.class
    })
final class AgreementCommand {
  private AgreementCommand() {}

  /** Lays down the commented template. */
  @Command(
      name = "new",
      description = "Lays down the commented template of an agreement to be filled.",
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER")
    Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
      Files.createDirectories(folder);
      write("instrument.yaml", ShippedAgreements.instrumentTemplate());
      write("arrangement.yaml", ShippedAgreements.arrangementTemplate());
      System.out.println("Fill both files, then: ./entente agreement check " + folder);
      return 0;
    }

    private void write(String name, String text) throws IOException {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        throw new Stop(file + " exists already. Choose an empty folder.");
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
  }

  /** Says what is wrong, where, and how it is mended. */
  @Command(
      name = "check",
      description = "Says what is wrong with the files of an agreement, where, and the mend.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Parameters(
        paramLabel = "FILE",
        arity = "1..2",
        description = "A folder with instrument and arrangement, both files, or an instrument.")
    List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
      if (files.size() == 1 && !Files.isDirectory(files.getFirst())) {
        return instrument(files.getFirst());
      }
      Pair pair = Pair.of(files);
      return switch (pair.read()) {
        case Reading.Broken broken -> faults(broken.faults(), pair);
        case Reading.Read read -> sound(read.agreement());
      };
    }

    private static int instrument(Path file) throws IOException {
      return switch (new AgreementReader().readInstrument(bytes(file))) {
        case AgreementReader.InstrumentReading.Broken broken ->
            faults(broken.faults(), new Pair(file, file));
        case AgreementReader.InstrumentReading.Read read -> {
          System.out.println("Sound: " + read.instrument().title().in(Locale.ENGLISH));
          System.out.println(
              "An arrangement under it names: hash: \"" + read.hash().value() + "\"");
          yield 0;
        }
      };
    }

    private static int faults(List<Fault> faults, Pair pair) {
      for (Fault fault : faults) {
        Path file = fault.file().equals("instrument") ? pair.instrument() : pair.arrangement();
        System.out.printf(
            Locale.ROOT,
            "%s:%d:%d %s%n  %s%n  Mend: %s%n",
            file,
            fault.line(),
            fault.column(),
            fault.code().code(),
            fault.sentence(),
            fault.mend());
      }
      System.out.println(faults.size() == 1 ? "1 fault." : faults.size() + " faults.");
      return Stop.STATUS;
    }

    private static int sound(Agreement agreement) {
      System.out.println("Sound: " + agreement.instrument().title().in(Locale.ENGLISH));
      System.out.println("Hash of the agreement: " + agreement.hash().value());
      System.out.println("Hash of the instrument: " + agreement.instrumentHash().value());
      return 0;
    }
  }

  /** Explains a decision. */
  @Command(
      name = "ask",
      description = {
        "Explains what an agreement says to an act.",
        "For example: ./entente agreement ask --of rs-az-2010 --act request --from az.mia"
            + " --to rs.mup --offence drug-trafficking"
      },
      mixinStandardHelpOptions = true)
  static final class Ask implements Callable<Integer> {
    private static final Map<String, ShippedAgreements.Shipped> SHIPPED =
        Map.of(
            "rs-az-2010", ShippedAgreements.serbiaAzerbaijan2010(),
            "directive-2023-977", ShippedAgreements.directive2023977(),
            "prum-2-police-records", ShippedAgreements.prum2PoliceRecords(),
            "academies", ShippedAgreements.academies());

    @Parameters(paramLabel = "FILE", arity = "0..2", description = "As with check.")
    List<Path> files = List.of();

    @Option(
        names = "--of",
        description =
            "One that is shipped: rs-az-2010, directive-2023-977, prum-2-police-records, academies.")
    String of = "";

    @ArgGroup(exclusive = false, multiplicity = "1")
    Asked asked = new Asked();

    @Option(
        names = "--history",
        description = "File with what became of it; in force since its signature without one.")
    @Nullable Path history;

    @Option(names = "--at", description = "As of an instant such as 2026-03-02T10:00:00Z.")
    String at = "";

    @Option(names = "--consent-of", description = "Authority whose consent is on record.")
    String consentOf = "";

    @Override
    public Integer call() throws IOException {
      Agreement agreement = agreement();
      Act act = asked.act();
      Instant instant = at.isEmpty() ? InstantSource.system().instant() : instant(at);
      Decision decision = agreement.decide(act, consents(act), instant);
      System.out.println(agreement.instrument().title().in(Locale.ENGLISH));
      System.out.println();
      return switch (decision) {
        case Decision.Permitted permitted -> {
          System.out.println("PERMITTED");
          permitted.articles().forEach(article -> explain(agreement, article));
          System.out.println(
              "  "
                  + (permitted.obligations().approvalNeeded()
                      ? "A second person releases it."
                      : "No second person is needed."));
          System.out.println(
              "  First review after " + permitted.obligations().reviewMonths() + " months.");
          yield 0;
        }
        case Decision.NeedsConsent needs -> {
          System.out.println("NEEDS THE CONSENT of " + needs.whose());
          explain(needs.ground());
          yield 0;
        }
        case Decision.Refused refused -> {
          System.out.println("REFUSED");
          refused.grounds().forEach(Ask::explain);
          yield 0;
        }
      };
    }

    private static void explain(Agreement agreement, ArticleReference article) {
      System.out.println("  " + article.label() + "  " + wording(agreement, article));
    }

    private static String wording(Agreement agreement, ArticleReference article) {
      return agreement.instrument().crimes().stream()
          .filter(crime -> crime.reference().equals(article))
          .map(crime -> crime.wording().in(Locale.ENGLISH))
          .findFirst()
          .or(() ->
              agreement.instrument().forms().stream()
                  .filter(form -> form.reference().equals(article))
                  .map(form -> form.wording().in(Locale.ENGLISH))
                  .findFirst())
          .orElse("Other areas of common interest, with recorded consent");
    }

    private static void explain(Ground ground) {
      System.out.println("  " + ground.code().code() + " (" + ground.source() + ")");
      System.out.println("    " + ground.sentence(Locale.ENGLISH));
      System.out.println("    " + ground.remedy(Locale.ENGLISH));
    }

    private Agreement agreement() throws IOException {
      ShippedAgreements.Shipped shipped = SHIPPED.get(of);
      if (shipped == null && !of.isEmpty()) {
        throw new Stop("No agreement of that name is shipped. Choose one of " + SHIPPED.keySet());
      }
      if (shipped != null) {
        return read(shipped.read(identities(shipped)));
      }
      if (files.isEmpty()) {
        throw new Stop("Give the files of an agreement, or --of with the name of a shipped one.");
      }
      Agreement agreement = read(Pair.of(files).read());
      return agreement.with(history(agreement));
    }

    /** Somebody who asks what a shipped agreement says has no nodes yet. */
    private static Map<AuthorityId, Fingerprint> identities(ShippedAgreements.Shipped shipped) {
      Map<AuthorityId, Fingerprint> identities = new HashMap<>();
      if (new AgreementReader().readInstrument(shipped.instrument())
          instanceof AgreementReader.InstrumentReading.Read read) {
        byte number = 1;
        for (Party party : read.instrument().parties()) {
          String digits = HexFormat.of().toHexDigits(number++).repeat(32);
          identities.put(party.authority(), new Fingerprint(digits));
        }
      }
      return identities;
    }

    private static Agreement read(Reading reading) {
      return switch (reading) {
        case Reading.Read read -> read.agreement();
        case Reading.Broken broken ->
            throw new Stop(
                "The files have faults; './entente agreement check' says which: "
                    + broken.faults().getFirst());
      };
    }

    private History history(Agreement agreement) throws IOException {
      if (history == null) {
        return History.sinceSignature(agreement.instrument());
      }
      return switch (HistoryReader.read(bytes(history))) {
        case HistoryReader.Outcome.Read read -> read.history();
        case HistoryReader.Outcome.Broken broken ->
            throw new Stop("The history has a fault: " + broken.faults().getFirst());
      };
    }

    private Consents consents(Act act) {
      if (consentOf.isEmpty()) {
        return Consents.none();
      }
      AuthorityId by = new AuthorityId(consentOf);
      AuthorityId to = by.equals(act.from()) ? act.to() : act.from();
      return Consents.of(
          List.of(new Consent("as stated", by, to, act.offence(), Instant.MIN, Instant.MAX)));
    }

    private static Instant instant(String typed) {
      try {
        return Instant.parse(typed);
      } catch (DateTimeException e) {
        throw new Stop("--at wants an instant such as 2026-03-02T10:00:00Z.");
      }
    }
  }

  /** The act that is asked about. */
  static final class Asked {
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
      Set<DataCategory> blocks = EnumSet.noneOf(DataCategory.class);
      data.forEach(code ->
          blocks.add(code("--data", code, DataCategory::ofCode, all(DataCategory.values()))));
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
          new AuthorityId(from),
          new AuthorityId(to),
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

  /** The two files of an agreement. */
  private record Pair(Path instrument, Path arrangement) {
    static Pair of(List<Path> files) {
      if (files.size() == 2) {
        return new Pair(files.get(0), files.get(1));
      }
      Path folder = files.getFirst();
      return new Pair(in(folder, "instrument"), in(folder, "arrangement"));
    }

    private static Path in(Path folder, String name) {
      for (String ending : List.of(".yaml", ".yml", ".json")) {
        if (Files.isReadable(folder.resolve(name + ending))) {
          return folder.resolve(name + ending);
        }
      }
      throw new Stop(folder + " holds no " + name + ".yaml or " + name + ".json.");
    }

    Reading read() throws IOException {
      return new AgreementReader().read(bytes(instrument), bytes(arrangement));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Stop(file + " cannot be read. Give the path of a file.");
    }
    return Files.readAllBytes(file);
  }
}
