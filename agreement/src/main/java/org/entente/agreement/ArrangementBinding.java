package org.entente.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an arrangement of a file that satisfies its schema, and holds it to its instrument. */
final class ArrangementBinding {

  private final Value root;
  private final Instrument instrument;
  private final AgreementHash instrumentHash;

  private ArrangementBinding(Value root, Instrument instrument, AgreementHash instrumentHash) {
    this.root = root;
    this.instrument = instrument;
    this.instrumentHash = instrumentHash;
  }

  /** Empty if it added a fault. */
  static Optional<Arrangement> bind(
      Source source, Instrument instrument, AgreementHash instrumentHash, List<Fault> faults) {
    return new ArrangementBinding(Value.root(source, faults), instrument, instrumentHash)
        .arrangement();
  }

  private Optional<Arrangement> arrangement() {
    int before = root.faults().size();
    checkInstrument();
    checkBetween();
    Set<ActKind> acts =
        root.at("acts").each(ActKind.values(), ActKind::code, FaultCode.UNKNOWN_ACT);
    Set<OffenceArea> excluded =
        root.at("excludedAreas")
            .each(OffenceArea.values(), OffenceArea::code, FaultCode.UNKNOWN_AREA);
    Set<ActKind> approvalFor =
        root.at("approvalFor").each(ActKind.values(), ActKind::code, FaultCode.UNKNOWN_ACT);
    Set<HandlingCode> handling =
        root.at("handling")
            .each(HandlingCode.values(), HandlingCode::code, FaultCode.UNKNOWN_VALUE);
    Set<Language> languages =
        root.at("languages").each(Language.values(), Language::tag, FaultCode.UNKNOWN_VALUE);
    checkNotWider();
    checkExclusions();
    checkApprovals(acts);
    checkQuotas(acts);
    checkEveryParty(root.at("annex"));
    checkEveryParty(root.at("contactPoints"));
    root.optional("classification")
        .ifPresent(levels -> levels.items().forEach(this::checkEveryParty));
    Value.unique(
        root.at("annex").items(), entry -> entry.at("fingerprint").text(), "This fingerprint");
    Optional<DeadlineRule> deadlines = deadlines(root.at("deadlines"));
    // The record checks itself and would throw what has just been reported as a fault.
    if (root.faults().size() > before) {
      return Optional.empty();
    }
    return deadlines.map(rule ->
        new Arrangement(
            root.at("title").localText(),
            root.at("demonstration").flag(),
            acts,
            excluded,
            rule,
            handling,
            root.at("reviewMonths").number(),
            root.at("noticeDays").number(),
            root.optional("use").map(ArrangementBinding::use).orElse(UseRules.cautious()),
            root.optional("costs").map(Value::localText),
            classification(),
            quotas(),
            List.copyOf(languages),
            approvalFor,
            root.at("copyToContactPoint").flag(),
            root.at("contactPoints").items().stream().map(this::contactPoint).toList(),
            annex(),
            between(),
            root.optional("pending")
                .flatMap(code -> Pending.ofCode(code.text()))
                .orElse(Pending.FINISH)));
  }

  private void checkInstrument() {
    Value named = root.at("instrument");
    if (!named.at("id").text().equals(instrument.id().value())) {
      named.at("id").add(FaultCode.OTHER_INSTRUMENT, "The arrangement names another instrument.");
    } else if (!named.at("hash").text().equals(instrumentHash.value())) {
      named
          .at("hash")
          .add(
              FaultCode.OTHER_INSTRUMENT,
              "The instrument's words are not those agreed on. Their hash is "
                  + instrumentHash.value()
                  + " now.");
    }
  }

  private Set<AuthorityId> between() {
    Set<AuthorityId> between = new HashSet<>();
    root.optional("between")
        .ifPresent(list -> list.items().forEach(each -> between.add(each.authority())));
    return between;
  }

  private void checkBetween() {
    root.optional("between")
        .map(Value::items)
        .orElse(List.of())
        .forEach(each -> {
          if (!instrument.hasParty(each.authority())) {
            each.add(FaultCode.DANGLING_REFERENCE, "This authority is no party to the instrument.");
          }
        });
  }

  private boolean covers(AuthorityId authority) {
    Set<AuthorityId> between = between();
    return instrument.hasParty(authority) && (between.isEmpty() || between.contains(authority));
  }

  private void checkNotWider() {
    Set<ActKind> carried = new HashSet<>();
    instrument.forms().forEach(form -> carried.addAll(form.acts()));
    if (instrument.otherAreas().isPresent()) {
      carried.add(ActKind.CONSENT_REQUEST);
      carried.add(ActKind.CONSENT_GRANT);
      carried.add(ActKind.CONSENT_DENIAL);
    }
    for (Value act : root.at("acts").items()) {
      if (ActKind.ofCode(act.text()).filter(kind -> !carried.contains(kind)).isPresent()) {
        act.add(
            FaultCode.WIDENS_INSTRUMENT,
            "No recorded article of the instrument carries \"" + act.text() + "\".");
      }
    }
  }

  private void checkExclusions() {
    Set<OffenceArea> listed = new HashSet<>();
    instrument.crimes().forEach(crime -> listed.addAll(crime.areas()));
    for (Value area : root.at("excludedAreas").items()) {
      if (OffenceArea.ofCode(area.text()).filter(listed::contains).isPresent()) {
        area.add(FaultCode.EXCLUDES_LISTED_AREA, "The instrument lists \"" + area.text() + "\".");
      }
    }
  }

  private void checkApprovals(Set<ActKind> acts) {
    for (Value kind : root.at("approvalFor").items()) {
      if (ActKind.ofCode(kind.text()).filter(each -> !acts.contains(each)).isPresent()) {
        kind.add(
            FaultCode.DANGLING_REFERENCE,
            "\"" + kind.text() + "\" is not among the acts of the arrangement.");
      }
    }
  }

  private void checkEveryParty(Value list) {
    Value.unique(list.items(), entry -> entry.at("authority").text(), "This authority");
    Set<AuthorityId> named = new HashSet<>();
    for (Value entry : list.items()) {
      AuthorityId authority = entry.at("authority").authority();
      named.add(authority);
      if (!covers(authority)) {
        entry
            .at("authority")
            .add(
                FaultCode.DANGLING_REFERENCE,
                instrument.hasParty(authority)
                    ? "The arrangement is not between this authority and others."
                    : "This authority is no party to the instrument.");
      }
    }
    for (Party party : instrument.parties()) {
      if (covers(party.authority()) && !named.contains(party.authority())) {
        list.add(FaultCode.PARTY_MISSING, "There is no entry for " + party.authority() + ".");
      }
    }
  }

  private static Optional<DeadlineRule> deadlines(Value deadlines) {
    try {
      return Optional.of(
          new DeadlineRule(
              deadlines.at("urgentDirectHours").number(),
              deadlines.at("urgentIndirectDays").number(),
              deadlines.at("otherDays").number(),
              deadlines.at("judicialDeviation").flag()));
    } catch (IllegalArgumentException slowerWhenUrgent) {
      deadlines.add(
          FaultCode.OUT_OF_BOUNDS, "An urgent answer would be due later than another one.");
      return Optional.empty();
    }
  }

  /** The schema leaves only codes of the closed lists. */
  private static UseRules use(Value use) {
    return new UseRules(
        UseRules.Evidence.ofCode(use.at("evidence").text()).orElseThrow(),
        UseRules.Onward.ofCode(use.at("onward").text()).orElseThrow(),
        UseRules.AfterEnd.ofCode(use.at("afterEnd").text()).orElseThrow());
  }

  private List<Map<AuthorityId, String>> classification() {
    List<Map<AuthorityId, String>> levels = new ArrayList<>();
    for (Value level : root.optional("classification").map(Value::items).orElse(List.of())) {
      Map<AuthorityId, String> names = new LinkedHashMap<>();
      level
          .items()
          .forEach(entry -> names.put(entry.at("authority").authority(), entry.at("level").text()));
      levels.add(names);
    }
    return levels;
  }

  private List<Quota> quotas() {
    List<Quota> quotas = new ArrayList<>();
    for (Value entry : root.optional("quotas").map(Value::items).orElse(List.of())) {
      ActKind.ofCode(entry.at("act").text())
          .ifPresent(act -> quotas.add(new Quota(act, entry.at("perDay").number())));
    }
    return quotas;
  }

  private void checkQuotas(Set<ActKind> acts) {
    List<Value> entries = root.optional("quotas").map(Value::items).orElse(List.of());
    Value.unique(entries, entry -> entry.at("act").text(), "This kind of act");
    for (Value entry : entries) {
      Value kind = entry.at("act");
      if (ActKind.ofCode(kind.text()).filter(acts::contains).isEmpty()) {
        kind.add(
            FaultCode.DANGLING_REFERENCE,
            "\"" + Source.shortened(kind.text()) + "\" is not among the acts of the arrangement.");
      }
    }
  }

  private ContactPoint contactPoint(Value entry) {
    return new ContactPoint(
        entry.at("authority").authority(),
        entry.at("name").localText(),
        entry.at("address").text(),
        entry.optional("telephone").map(Value::text),
        entry.optional("hours").map(Value::localText));
  }

  private Map<AuthorityId, Fingerprint> annex() {
    Map<AuthorityId, Fingerprint> annex = new LinkedHashMap<>();
    for (Value entry : root.at("annex").items()) {
      annex.put(entry.at("authority").authority(), new Fingerprint(entry.at("fingerprint").text()));
    }
    return annex;
  }
}
