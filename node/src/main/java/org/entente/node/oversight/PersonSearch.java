package org.entente.node.oversight;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.checks.CheckId;
import org.entente.node.checks.CheckMentions;
import org.entente.node.exchange.MessageId;
import org.entente.node.measures.MeasureId;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.officers.Officer;
import org.entente.node.records.Comparison;
import org.entente.node.records.Found;
import org.entente.node.records.IndexSilent;
import org.entente.node.records.Mentions;
import org.entente.node.records.Question;
import org.entente.node.records.RecordId;

/**
 * Finds where a person left mentions on this node: in requests, records, searches, lists, checks
 * and urgent measures, compared as the rest of the house compares. Safe for use by many threads.
 */
public final class PersonSearch {
  private final Looks looks;
  private final Casework casework;
  private final Mentions mentions;
  private final CheckMentions checks;
  private final MeasureMentions measures;

  PersonSearch(
      Looks looks,
      Casework casework,
      Mentions mentions,
      CheckMentions checks,
      MeasureMentions measures) {
    this.looks = looks;
    this.casework = casework;
    this.mentions = mentions;
    this.checks = checks;
    this.measures = measures;
  }

  /** What is kept of a search. */
  record Said(
      PersonDescription who,
      String reason,
      @JsonAlias("traces") List<String> mentions,
      boolean complete) {
    Said {
      mentions = List.copyOf(mentions);
    }

    Set<MentionKey> keys() {
      Set<MentionKey> keys = new LinkedHashSet<>();
      mentions.forEach(text -> MentionKey.read(text).ifPresent(keys::add));
      return keys;
    }
  }

  /**
   * What a search found.
   *
   * @param complete whether every sealed search, list and check of this node was looked at
   */
  public record Findings(
      LookId id,
      Instant at,
      PersonDescription who,
      String reason,
      boolean complete,
      boolean dateUnread,
      List<Mention> mentions) {
    public Findings {
      mentions = List.copyOf(mentions);
    }

    /** The mentions of one kind. */
    public List<Mention> of(MentionKey.Kind kind) {
      return mentions.stream().filter(mention -> mention.key().kind() == kind).toList();
    }

    @Override
    public String toString() {
      return "Findings[" + id + "]";
    }
  }

  /** Looks for a person; the look is an entry, and what was asked is kept sealed beside it. */
  public Outcome<LookId> search(Officer by, PersonDescription who, String reason) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (who.tooLong()) {
      return Outcome.refused(Usual.TOO_LONG);
    }
    Question question = who.question();
    if (!Mentions.askable(question)) {
      return Outcome.refused(Usual.NOTHING_ASKED);
    }
    if (Reasons.missing(reason)) {
      return Outcome.refused(Usual.REASON_MISSING);
    }
    Map<MentionKey, Mention> found = new LinkedHashMap<>();
    boolean complete;
    try {
      Mentions.Opened<Mentions.InRequest> requests = mentions.requests(question);
      requests.met().forEach(r -> put(found, ofCase(r)));
      Mentions.Opened<Found> records = mentions.records(question);
      records
          .met()
          .forEach(f -> put(found, Optional.of(new Mention.OfRecord(f.record(), f.likeness()))));
      Mentions.Opened<Mentions.Searched> searches = mentions.searches(question);
      searches.met().forEach(s -> put(found, Optional.of(new Mention.OfSearch(s))));
      Mentions.Opened<Mentions.Listed> lists = mentions.lists(question);
      lists.met().forEach(l -> put(found, Optional.of(new Mention.OfList(l, ""))));
      Mentions.Opened<CheckMentions.AskedAbout> asked = checks.about(Comparison.with(question));
      asked.met().forEach(c -> put(found, Optional.of(new Mention.OfCheck(c))));
      Mentions.Opened<MeasureMentions.AboutPerson> urgent =
          measures.about(Comparison.with(question));
      urgent.met().forEach(m -> put(found, Optional.of(new Mention.OfMeasure(m))));
      complete =
          requests.complete()
              && records.complete()
              && searches.complete()
              && lists.complete()
              && asked.complete()
              && urgent.complete();
    } catch (IndexSilent e) {
      return Outcome.refused(Usual.INDEX_SILENT);
    }
    List<String> keys = found.keySet().stream().map(MentionKey::toString).toList();
    Said said = new Said(who, reason.strip(), keys, complete);
    Map<String, String> references = Map.of("found", Integer.toString(keys.size()));
    return Outcome.done(looks.keep(by, Looks.Kind.SEARCH, said, references));
  }

  private static void put(Map<MentionKey, Mention> found, Optional<? extends Mention> mention) {
    mention.ifPresent(t -> found.putIfAbsent(t.key(), t));
  }

  private Optional<Mention.OfCase> ofCase(Mentions.InRequest request) {
    return casework
        .cases()
        .summary(request.caseId())
        .map(s -> new Mention.OfCase(request, s.reference(), s.partner(), s.closedAt().isEmpty()));
  }

  /** What a search found, for the officer who made it, for a day. */
  public Outcome<Findings> open(Officer by, LookId id) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return looks
        .own(by, id, Looks.Kind.SEARCH, Said.class)
        .map(look -> {
          Said said = look.said();
          Question question = said.who().question();
          return Outcome.done(
              new Findings(
                  id,
                  look.at(),
                  said.who(),
                  said.reason(),
                  said.complete(),
                  question.dateUnread(),
                  mentions(said.keys(), said.who())));
        })
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  /** The mentions as they stand now; what was erased meanwhile is not among them. */
  List<Mention> mentions(Set<MentionKey> keys, PersonDescription who) {
    Question question = who.question();
    Comparison comparison = Comparison.with(question);
    Map<MentionKey, Mention> lines = new LinkedHashMap<>();
    if (keys.stream().anyMatch(key -> key.kind() == MentionKey.Kind.LIST)) {
      mentions
          .lists(question)
          .met()
          .forEach(
              l -> put(lines, Optional.of(new Mention.OfList(l, mentions.reasonOfList(l.id())))));
    }
    List<Mention> found = new ArrayList<>();
    for (MentionKey key : keys) {
      String id = key.id().toString();
      Optional<? extends Mention> mention =
          switch (key.kind()) {
            case CASE -> mentions.request(MessageId.of(id), question).flatMap(this::ofCase);
            case RECORD ->
                mentions
                    .record(RecordId.of(id))
                    .map(r -> new Mention.OfRecord(r, comparison.of(r.described().subject())));
            case SEARCH -> mentions.search(id, question).map(Mention.OfSearch::new);
            case LIST -> Optional.ofNullable(lines.get(key));
            case CHECK -> checks.check(CheckId.of(id), comparison).map(Mention.OfCheck::new);
            case MEASURE ->
                measures.measure(MeasureId.of(id), comparison).map(Mention.OfMeasure::new);
          };
      mention.ifPresent(found::add);
    }
    return found;
  }
}
