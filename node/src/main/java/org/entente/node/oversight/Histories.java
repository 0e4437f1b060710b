package org.entente.node.oversight;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Items;
import org.entente.node.checks.CheckMentions;
import org.entente.node.exchange.MessageId;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.officers.Officer;
import org.entente.node.records.Mentions;
import org.entente.node.records.RecordId;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Store;

/**
 * Everything that was done about a person in the order of time: collection, alteration,
 * consultation, combination, disclosure, erasure (Directive (EU) 2016/680 Art. 25), with who, when
 * and why. Entries carry no names: which of them are about the person follows from the mentions
 * that a supervisor chose. Safe for use by many threads.
 */
public final class Histories {
  /** Mentions in one history; their identifiers stand in its own entry. */
  public static final int MOST_CHOSEN = 30;

  /** Lines of one page. */
  public static final int PAGE = 100;

  /** Entries looked through for one page; the next page goes on where it stopped. */
  static final int MOST_LOOKED_THROUGH = 100_000;

  /** Three identifiers fit one reference of an entry. */
  private static final int IN_ONE_REFERENCE = 3;

  /** Sign-ins and accounts are about officers. */
  private static final Set<Event> ABOUT_PERSONS =
      EnumSet.complementOf(
          EnumSet.of(
              Event.SIGN_IN,
              Event.SIGN_IN_DENIED,
              Event.TOKEN_ISSUED,
              Event.TOKEN_REVOKED,
              Event.PASSWORD_CHANGED,
              Event.ACCESS_ENDED,
              Event.SUPERVISION_READ));

  private final Looks looks;
  private final PersonSearch search;
  private final Entries entries;
  private final Store store;
  private final Casework casework;
  private final Mentions mentions;
  private final Reviews reviews;
  private final InstantSource clock;

  Histories(
      Looks looks,
      PersonSearch search,
      Entries entries,
      Store store,
      Casework casework,
      Mentions mentions,
      Reviews reviews,
      InstantSource clock) {
    this.looks = looks;
    this.search = search;
    this.entries = entries;
    this.store = store;
    this.casework = casework;
    this.mentions = mentions;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** What is kept of a choice. */
  record Said(
      LookId search,
      PersonDescription who,
      String reason,
      @JsonAlias("traces") List<String> mentions) {
    Said {
      mentions = List.copyOf(mentions);
    }

    Set<MentionKey> keys() {
      Set<MentionKey> keys = new LinkedHashSet<>();
      mentions.forEach(text -> MentionKey.read(text).ifPresent(keys::add));
      return keys;
    }
  }

  /** Chooses which of the mentions found mean the person; the look is an entry that names them. */
  public Outcome<LookId> choose(Officer by, LookId found, List<MentionKey> chosen) {
    return search
        .open(by, found)
        .then(seen -> {
          Set<MentionKey> keys = new LinkedHashSet<>(chosen);
          if (keys.size() > MOST_CHOSEN) {
            return Outcome.refused(OversightRefusal.TOO_MANY);
          }
          if (keys.isEmpty()
              || !seen.mentions().stream().map(Mention::key).toList().containsAll(keys)) {
            return Outcome.refused(OversightRefusal.NOTHING_CHOSEN);
          }
          List<String> texts = keys.stream().map(MentionKey::toString).toList();
          Said said = new Said(found, seen.who(), seen.reason(), texts);
          return Outcome.done(looks.keep(by, Looks.Kind.HISTORY, said, references(keys)));
        });
  }

  /** The entry names what was looked at, so that this look is found like every other. */
  private Map<String, String> references(Set<MentionKey> keys) {
    List<String> names = new ArrayList<>();
    for (MentionKey key : keys) {
      names.add(
          key.kind() == MentionKey.Kind.CASE
              ? casework
                  .cases()
                  .caseOf(MessageId.of(key.id().toString()))
                  .map(Object::toString)
                  .orElse(key.id().toString())
              : key.id().toString());
    }
    Map<String, String> references = new TreeMap<>();
    for (int i = 0; i < names.size(); i += IN_ONE_REFERENCE) {
      references.put(
          "mentions-" + (i / IN_ONE_REFERENCE + 1),
          String.join(" ", names.subList(i, Math.min(names.size(), i + IN_ONE_REFERENCE))));
    }
    return references;
  }

  /** A page of a history that this officer chose, for a day. */
  public Outcome<History> page(Officer by, LookId id, Optional<Entries.Place> before) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return looks
        .own(by, id, Looks.Kind.HISTORY, Said.class)
        .map(look -> Outcome.done(page(by, look, before)))
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  private History page(Officer by, Looks.Opened<Said> look, Optional<Entries.Place> before) {
    Said said = look.said();
    Set<MentionKey> keys = said.keys();
    List<Mention> standing = search.mentions(keys, said.who());
    Named named = named(by, keys, standing);
    Entries.Wanted wanted =
        new Entries.Wanted(ABOUT_PERSONS, Instant.EPOCH, clock.instant().plusSeconds(1));
    List<History.Line> lines = new ArrayList<>();
    AtomicInteger seen = new AtomicInteger();
    AtomicReference<Optional<Entries.Place>> place = new AtomicReference<>(before);
    boolean more =
        !entries.each(
            wanted,
            before,
            line -> {
              if (lines.size() == PAGE || seen.getAndIncrement() == MOST_LOOKED_THROUGH) {
                return false;
              }
              place.set(Optional.of(line.place()));
              named.line(line).ifPresent(lines::add);
              return true;
            });
    return new History(
        look.id(),
        said.search(),
        look.at(),
        said.who(),
        said.reason(),
        standing,
        keys.size() - standing.size(),
        lines,
        more ? place.get() : Optional.empty(),
        place.get().map(Entries.Place::at).orElse(look.at()));
  }

  /** Which identifier of an entry speaks of which mention, and what is known of the reasons. */
  private Named named(Officer by, Set<MentionKey> keys, List<Mention> standing) {
    Named named = new Named();
    for (MentionKey key : keys) {
      named.add(key.id().toString(), key);
    }
    for (Mention mention : standing) {
      switch (mention) {
        case Mention.OfCase(Mentions.InRequest request, String reference, var partner, var open) ->
            store
                .read(tx -> casework.items().whole(tx, request.caseId()))
                .ifPresent(whole -> {
                  whole.names().forEach(name -> named.add(name, mention.key()));
                  named.cases.put(mention.key(), whole);
                  named.restricted.putAll(
                      casework.cases().reasonsOfRestrictedLooks(by, whole.id()));
                  reviews
                      .of(by, whole.id())
                      .ifPresent(view ->
                          view.steps()
                              .forEach(step -> {
                                named.add(step.id().toString(), mention.key());
                                named.keeping.put(step.id().toString(), step.reason());
                              }));
                });
        case Mention.OfRecord(var record, var likeness) ->
            mentions
                .names(RecordId.of(record.id().toString()))
                .forEach(name -> named.add(name, mention.key()));
        case Mention.OfSearch(Mentions.Searched searched) ->
            named.asked.put(mention.key(), Asked.of(searched.question()));
        case Mention.OfList(Mentions.Listed line, String reason) ->
            named.lists.put(mention.key(), reason);
        case Mention.OfCheck(CheckMentions.AskedAbout check) -> {
          named.checks.put(mention.key(), check);
          check.list().ifPresent(list -> named.add(list, mention.key()));
        }
        case Mention.OfMeasure(MeasureMentions.AboutPerson measure) ->
            named.measures.put(mention.key(), measure.reference());
      }
    }
    return named;
  }

  /** What entries are compared with. */
  private final class Named {
    private final Map<String, Set<MentionKey>> names = new HashMap<>();
    private final Map<MentionKey, Items.Whole> cases = new HashMap<>();
    private final Map<MentionKey, String> asked = new HashMap<>();
    private final Map<MentionKey, String> lists = new HashMap<>();
    private final Map<MentionKey, CheckMentions.AskedAbout> checks = new HashMap<>();
    private final Map<MentionKey, String> measures = new HashMap<>();
    private final Map<String, String> restricted = new HashMap<>();
    private final Map<String, String> keeping = new HashMap<>();
    private final Map<MentionKey, String> purposes = new HashMap<>();

    void add(String name, MentionKey key) {
      names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(key);
    }

    Optional<History.Line> line(Entries.Line line) {
      Set<MentionKey> about = new LinkedHashSet<>();
      for (String value : line.entry().references().values()) {
        for (String name : value.split(" ", -1)) {
          about.addAll(names.getOrDefault(name, Set.of()));
        }
      }
      return about.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new History.Line(
                  line,
                  List.copyOf(about),
                  partner(line.entry(), about),
                  articles(line.entry()),
                  why(line.entry(), about)));
    }

    private String partner(LedgerEntry entry, Set<MentionKey> about) {
      Map<String, String> said = entry.references();
      if (said.containsKey("recipient")) {
        return said.get("recipient");
      }
      if (said.containsKey("sender")) {
        return said.get("sender");
      }
      boolean exchanged =
          Set.of(Event.RECEIVED.code(), Event.NOTICE_RECEIVED.code()).contains(entry.event());
      return exchanged
          ? about.stream()
              .map(cases::get)
              .filter(Objects::nonNull)
              .findFirst()
              .map(whole -> whole.partner().value())
              .orElse("")
          : "";
    }

    private static List<String> articles(LedgerEntry entry) {
      return Several.of(entry.references(), "articles", " + ");
    }

    private History.Why why(LedgerEntry entry, Set<MentionKey> about) {
      String hash = entry.content().map(h -> h.hex()).orElse("");
      Optional<Event> event = Event.ofCode(entry.event());
      if (event.filter(e -> e == Event.RESTRICTED_READ).isPresent()) {
        return new History.Why(History.Why.Kind.RESTRICTED, restricted.getOrDefault(hash, ""));
      }
      if (entry.references().containsKey("look")) {
        return new History.Why(
            History.Why.Kind.OVERSIGHT, supervised(entry.references().get("look")));
      }
      String step = entry.references().getOrDefault("step", "");
      if (keeping.containsKey(step)) {
        return new History.Why(History.Why.Kind.KEEPING, keeping.get(step));
      }
      for (MentionKey key : about) {
        if (asked.containsKey(key)) {
          return new History.Why(History.Why.Kind.ASKED, asked.get(key));
        }
        if (lists.containsKey(key)) {
          return new History.Why(History.Why.Kind.LIST, lists.get(key));
        }
        if (checks.containsKey(key)) {
          var why = checks.get(key).about().why();
          return new History.Why(
              History.Why.Kind.CHECK, why.purpose() + " (" + why.caseReference() + ")");
        }
      }
      for (MentionKey key : about) {
        if (measures.containsKey(key)) {
          return new History.Why(History.Why.Kind.CASE, measures.get(key));
        }
        Items.Whole whole = cases.get(key);
        if (whole != null) {
          return new History.Why(
              History.Why.Kind.CASE, purposes.computeIfAbsent(key, k -> purpose(whole)));
        }
      }
      return new History.Why(
          entry.actor().equals(LedgerEntry.NODE) ? History.Why.Kind.NODE : History.Why.Kind.NONE,
          "");
    }

    private String purpose(Items.Whole whole) {
      return whole.reference()
          + Purposes.of(store, casework, whole).map(text -> ": " + text).orElse("");
    }

    private String supervised(String look) {
      return looks
          .find(LookId.of(look), Looks.Kind.HISTORY, Said.class)
          .map(opened -> opened.said().reason())
          .orElse("");
    }
  }
}
