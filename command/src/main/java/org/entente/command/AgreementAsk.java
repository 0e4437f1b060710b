package org.entente.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.agreement.Act;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.ArticleReference;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consent;
import org.entente.agreement.Consents;
import org.entente.agreement.Decision;
import org.entente.agreement.Fingerprint;
import org.entente.agreement.Ground;
import org.entente.agreement.History;
import org.entente.agreement.HistoryReader;
import org.entente.agreement.Party;
import org.entente.agreement.Reading;
import org.entente.agreement.ShippedAgreements;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a decision. */
@Command(
    name = "ask",
    description = {
      "Explains what an agreement says to an act.",
      "For example: ./entente agreement ask --of rs-az-2010 --act request --from az.mia"
          + " --to rs.mup --offence drug-trafficking"
    },
    mixinStandardHelpOptions = true)
final class AgreementAsk implements Callable<Integer> {
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
  AskedAct asked = new AskedAct();

  @Option(
      names = "--history",
      description =
          "File with what became of it; without one, the answer is for when it is in force.")
  @Nullable Path history;

  @Option(names = "--at", description = "As of an instant such as 2026-03-02T10:00:00Z.")
  String at = "";

  @Option(names = "--consent-of", description = "Authority whose consent is on record.")
  String consentOf = "";

  @Override
  public Integer call() throws IOException {
    Act act = asked.act();
    Agreement agreement = agreement();
    Instant instant = at.isEmpty() ? InstantSource.system().instant() : instant(at);
    Decision decision = agreement.decide(act, consents(act), instant);
    System.out.println(agreement.instrument().title().in(Locale.ENGLISH));
    System.out.println();
    if (of.isEmpty() && history == null) {
      System.out.println("NOT KNOWN TO BE IN FORCE: no --history was given.");
      System.out.println("As if it had been in force since its signature:");
      System.out.println();
    }
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
        refused.grounds().forEach(AgreementAsk::explain);
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
    if (shipped != null && !files.isEmpty()) {
      throw new Stop("Give either files or --of with the name of a shipped agreement, not both.");
    }
    if (shipped != null) {
      Agreement agreement = read(shipped.read(identities(shipped)));
      return history == null ? agreement : agreement.with(history(agreement));
    }
    if (files.isEmpty()) {
      throw new Stop("Give the files of an agreement, or --of with the name of a shipped one.");
    }
    Agreement agreement = read(AgreementFiles.of(files).read());
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
    return switch (HistoryReader.readFor(agreement.instrument(), AgreementFiles.bytes(history))) {
      case HistoryReader.Outcome.Read read -> read.history();
      case HistoryReader.Outcome.Broken broken ->
          throw new Stop("The history has a fault: " + broken.faults().getFirst());
    };
  }

  private Consents consents(Act act) {
    if (consentOf.isEmpty()) {
      return Consents.none();
    }
    AuthorityId by = AskedAct.authority("--consent-of", consentOf);
    if (act.from().equals(act.to()) || (!by.equals(act.from()) && !by.equals(act.to()))) {
      throw new Stop("--consent-of wants one of the two authorities of the act.");
    }
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
