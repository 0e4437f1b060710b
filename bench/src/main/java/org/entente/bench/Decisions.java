package org.entente.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Consents;
import org.entente.agreement.Decision;
import org.entente.agreement.History;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions a second on an agreement of 60 articles: 30 that list an area each, 30 that carry kinds
 * of acts. jCasbin gets the same 60 rules, and the parties in its matcher; it knows nothing of
 * history, conditions, safeguards or obligations, which the decision looks at as well.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Decisions {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final AuthorityId BAKU = new AuthorityId("az.mia");
  private static final AuthorityId BELGRADE = new AuthorityId("rs.mup");
  private static final List<ActKind> KINDS =
      List.of(ActKind.REQUEST, ActKind.REPLY, ActKind.REFUSAL, ActKind.INFORMATION, ActKind.TRACE);
  private static final int FORMS = 30;

  private final List<Act> acts = new ArrayList<>();
  private Agreement agreement = new Fixture().agreement();
  private Enforcer areas = new Enforcer();
  private Enforcer kinds = new Enforcer();
  private int next;

  /** Reads the agreement, loads the same rules into the peer, and compares what both say. */
  @Setup
  public void prepare() {
    agreement = new Fixture().agreement();
    areas = enforcer();
    kinds = enforcer();
    int article = 1;
    for (OffenceArea area : OffenceArea.values()) {
      areas.addPolicy(area.code(), "Art. " + article++);
    }
    for (int form = 0; form < FORMS; form++) {
      kinds.addPolicy(KINDS.get(form % KINDS.size()).code(), "Art. " + (form + 31));
    }
    acts.clear();
    for (OffenceArea area : OffenceArea.values()) {
      for (ActKind kind : List.of(ActKind.REQUEST, ActKind.REPLY, ActKind.CHECK, ActKind.TRACE)) {
        acts.add(Act.of(kind, BAKU, BELGRADE, area));
      }
    }
    for (Act act : acts) {
      boolean ours = agreement.decide(act, Consents.none(), AT) instanceof Decision.Permitted;
      if (ours != peer(act)) {
        throw new IllegalStateException("The two engines disagree about " + act);
      }
    }
  }

  private static Enforcer enforcer() {
    Model model = new Model();
    model.addDef("r", "r", "from, to, what");
    model.addDef("p", "p", "what, article");
    model.addDef("e", "e", "some(where (p.eft == allow))");
    model.addDef(
        "m",
        "m",
        "r.what == p.what && r.from != r.to && (r.from == \"az.mia\" || r.from == \"rs.mup\") &&"
            + " (r.to == \"az.mia\" || r.to == \"rs.mup\")");
    return new Enforcer(model);
  }

  private Act act() {
    next = (next + 1) % acts.size();
    return acts.get(next);
  }

  /** Entente's decision, with articles, obligations and grounds. */
  @Benchmark
  public Decision entente() {
    return agreement.decide(act(), Consents.none(), AT);
  }

  /** jCasbin's yes or no on the same rules. */
  @Benchmark
  public boolean jcasbin() {
    return peer(act());
  }

  private boolean peer(Act act) {
    return areas.enforce(act.from().value(), act.to().value(), act.offence().code())
        && kinds.enforce(act.from().value(), act.to().value(), act.kind().code());
  }

  /** An agreement of 60 articles, written as YAML. */
  private static final class Fixture {
    Agreement agreement() {
      byte[] instrument = instrument().getBytes(StandardCharsets.UTF_8);
      if (!(new AgreementReader().readInstrument(instrument)
          instanceof AgreementReader.InstrumentReading.Read alone)) {
        throw new IllegalStateException("The instrument of the benchmark is broken");
      }
      byte[] arrangement = arrangement(alone.hash().value()).getBytes(StandardCharsets.UTF_8);
      return switch (new AgreementReader().read(instrument, arrangement)) {
        case Reading.Read read ->
            read.agreement().with(History.sinceSignature(read.agreement().instrument()));
        case Reading.Broken broken -> throw new IllegalStateException(broken.faults().toString());
      };
    }

    private static String instrument() {
      StringBuilder yaml =
          new StringBuilder(
              """
              format: entente-instrument
              version: 1
              id: bench-60-articles
              title: {en: Benchmark}
              note: {en: Benchmark}
              signed: {date: "2020-01-01", place: {en: Nowhere}}
              parties:
                - {authority: az.mia, country: AZ, name: {en: A}}
                - {authority: rs.mup, country: RS, name: {en: B}}
              articles:
              """);
      int number = 1;
      for (OffenceArea area : OffenceArea.values()) {
        yaml.append(
            String.format(
                Locale.ROOT,
                "  - {number: %d, heading: {en: H}, paragraphs: [{number: 1, crimes: [{wording:"
                    + " {en: W}, areas: [%s]}]}]}%n",
                number++,
                area.code()));
      }
      for (int form = 0; form < FORMS; form++) {
        yaml.append(
            String.format(
                Locale.ROOT,
                "  - {number: %d, heading: {en: H}, paragraphs: [{number: 1, forms: [{wording:"
                    + " {en: W}, acts: [%s]}]}]}%n",
                number++,
                KINDS.get(form % KINDS.size()).code()));
      }
      return yaml.toString();
    }

    private static String arrangement(String hash) {
      return """
      format: entente-arrangement
      version: 1
      instrument: {id: bench-60-articles, hash: "%s"}
      title: {en: Benchmark}
      demonstration: true
      acts: [request, reply, refusal, information, trace]
      excludedAreas: []
      deadlines: {urgentDirectHours: 8, urgentIndirectDays: 3, otherDays: 7, judicialDeviation: false}
      handling: [H1]
      reviewMonths: 6
      noticeDays: 0
      languages: [en]
      approvalFor: [request]
      copyToContactPoint: false
      contactPoints:
        - {authority: az.mia, name: {en: A}, address: a@example}
        - {authority: rs.mup, name: {en: B}, address: b@example}
      annex:
        - {authority: az.mia, fingerprint: "%s"}
        - {authority: rs.mup, fingerprint: "%s"}
      """
          .formatted(hash, "01".repeat(32), "02".repeat(32));
    }
  }
}
