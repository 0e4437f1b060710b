package org.entente.node.oversight;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.TwoHands;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Direction;
import org.entente.node.casework.Items;
import org.entente.node.casework.PersonSought;
import org.entente.node.checks.CheckMentions;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.records.Mentions;
import org.entente.node.records.Provisions;
import org.entente.node.records.RecordView;
import org.entente.node.retention.Reviews;
import org.entente.node.store.Paged;
import org.entente.node.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The draft of an answer to a person who asks what is held about them (Directive (EU) 2016/680 Art.
 * 14, 15). A supervisor decides for each mention whether it is told; what is not told needs a
 * ground of Art. 15(1) and a reason, which stay sealed on this node (Art. 15(4)).
 *
 * <p><b>Guarantees.</b> What is withheld leaves no mark on the letter: a letter with something
 * withheld is the letter that would be written if it did not exist. Safe for use by many threads.
 */
public final class AccessAnswers {

  private final Looks looks;
  private final PersonSearch search;
  private final Store store;
  private final Casework casework;
  private final Reviews reviews;

  AccessAnswers(Looks looks, PersonSearch search, Store store, Casework casework, Reviews reviews) {
    this.looks = looks;
    this.search = search;
    this.store = store;
    this.casework = casework;
    this.reviews = reviews;
  }

  /**
   * What becomes of one mention.
   *
   * @param withheld the ground; null where it is told
   * @param reason why, for the internal record; empty where it is told
   */
  public record Choice(
      @JsonAlias("trace") String mention, @Nullable Withholding withheld, String reason) {
    public Choice {
      reason = reason.strip();
    }

    /** The mention is told. */
    public static Choice told(MentionKey mention) {
      return new Choice(mention.toString(), null, "");
    }

    public static Choice withheld(MentionKey mention, Withholding ground, String reason) {
      return new Choice(mention.toString(), ground, reason);
    }

    @Override
    public String toString() {
      return "Choice[" + mention + "]";
    }
  }

  /** What is kept of an answer. */
  record Said(LookId history, PersonDescription who, String reason, List<Choice> choices) {
    Said {
      choices = List.copyOf(choices);
    }
  }

  /** The internal record of an answer, Art. 15(4). */
  public record Kept(
      LookId id,
      OfficerId by,
      Instant at,
      PersonDescription who,
      String reason,
      List<Choice> choices,
      Optional<OfficerId> confirmedBy) {
    public Kept {
      choices = List.copyOf(choices);
    }

    public long withheld() {
      return choices.stream().filter(choice -> choice.withheld() != null).count();
    }

    @Override
    public String toString() {
      return "Kept[" + id + "]";
    }
  }

  /** What the letter says. */
  public record Letter(PersonDescription who, Instant at, List<Disclosed> told) {
    public Letter {
      told = List.copyOf(told);
    }

    @Override
    public String toString() {
      return "Letter[…]";
    }
  }

  /** Drafts an answer about a history; every mention of it is either told or withheld. */
  public Outcome<LookId> draft(Officer by, LookId history, List<Choice> choices) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    Optional<Looks.Opened<Histories.Said>> look =
        looks.own(by, history, Looks.Kind.HISTORY, Histories.Said.class);
    if (look.isEmpty()) {
      return Outcome.refused(Usual.NOT_FOUND);
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (Choice choice : choices) {
      chosen.add(choice.mention());
      if (choice.withheld() != null && Reasons.missing(choice.reason())) {
        return Outcome.refused(OversightRefusal.GROUND_MISSING);
      }
    }
    if (chosen.size() != choices.size()
        || !chosen.equals(new LinkedHashSet<>(look.get().said().mentions()))) {
      return Outcome.refused(OversightRefusal.NOTHING_CHOSEN);
    }
    Histories.Said seen = look.get().said();
    return Outcome.done(
        looks.keep(
            by,
            Looks.Kind.ANSWER,
            new Said(history, seen.who(), seen.reason(), choices),
            Map.of("history", history.toString())));
  }

  /**
   * The internal record, for every supervisor as long as it is kept, and for an approver who is
   * asked to confirm it.
   */
  public Outcome<Kept> kept(Officer by, LookId id) {
    if (!Rights.may(by, Right.CONFIRM_ANSWERS)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return looks
        .find(id, Looks.Kind.ANSWER, Said.class)
        .map(look -> Outcome.done(kept(look)))
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  /** The newest answers, newest first. */
  public Outcome<Paged<Kept>> newest(Officer by, Paged.Wanted wanted) {
    return Rights.may(by, Right.OVERSEE)
        ? Outcome.done(looks.newest(Looks.Kind.ANSWER, Said.class, wanted).map(AccessAnswers::kept))
        : Outcome.refused(Usual.ROLE_MISSING);
  }

  private static Kept kept(Looks.Opened<Said> look) {
    return new Kept(
        look.id(),
        look.by(),
        look.at(),
        look.said().who(),
        look.said().reason(),
        look.said().choices(),
        look.confirmedBy());
  }

  /** A second person stands for what is told and what is withheld; only then is there a letter. */
  public Outcome<LookId> confirm(Officer by, LookId id) {
    return kept(by, id)
        .then(kept -> {
          Optional<Refusal> refusal = TwoHands.ACCESS_ANSWER.againstSecond(by, kept.by());
          if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
          }
          looks.confirm(by, id);
          return Outcome.done(id);
        });
  }

  /** What the mentions of an answer stand for now; what was erased meanwhile is not among them. */
  public List<Mention> mentions(Kept kept) {
    Set<MentionKey> keys = new LinkedHashSet<>();
    kept.choices().forEach(choice -> MentionKey.read(choice.mention()).ifPresent(keys::add));
    return search.mentions(keys, kept.who());
  }

  /**
   * What the letter says now, for the officer who drafted it, for a day, once a second person
   * confirmed it.
   */
  public Outcome<Letter> letter(Officer by, LookId id) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    return looks
        .own(by, id, Looks.Kind.ANSWER, Said.class)
        .map(look ->
            look.confirmedBy().isPresent()
                ? Outcome.done(letter(by, look))
                : Outcome.<Letter>refused(OversightRefusal.NOT_CONFIRMED))
        .orElseGet(() -> Outcome.refused(Usual.NOT_FOUND));
  }

  private Letter letter(Officer by, Looks.Opened<Said> look) {
    Set<MentionKey> told = new LinkedHashSet<>();
    for (Choice choice : look.said().choices()) {
      if (choice.withheld() == null) {
        MentionKey.read(choice.mention()).ifPresent(told::add);
      }
    }
    List<Disclosed> items = new ArrayList<>();
    for (Mention mention : search.mentions(told, look.said().who())) {
      items.add(disclosed(by, mention));
    }
    return new Letter(look.said().who(), look.at(), items);
  }

  private Disclosed disclosed(Officer by, Mention mention) {
    return switch (mention) {
      case Mention.OfCase(
              Mentions.InRequest request,
              String reference,
              AuthorityId partner,
              var open) ->
          ofCase(by, request, reference, partner);
      case Mention.OfRecord(RecordView record, var likeness) -> ofRecord(record);
      case Mention.OfSearch(Mentions.Searched searched) ->
          looked(
              mention.key().kind(),
              searched.at(),
              Map.of("text", List.of(Asked.of(searched.question()))),
              List.of());
      case Mention.OfList(Mentions.Listed line, String reason) ->
          looked(
              mention.key().kind(),
              line.at(),
              Map.of("text", List.of(SubjectText.of(line.subject()))),
              List.of());
      case Mention.OfMeasure(MeasureMentions.AboutPerson measure) -> ofMeasure(measure);
      case Mention.OfCheck(CheckMentions.AskedAbout check) ->
          new Disclosed(
              mention.key().kind(),
              check.at(),
              Map.of("text", List.of(SubjectText.of(check.about().subject()))),
              "",
              "",
              Optional.of(check.about().why().category()),
              Optional.of(check.about().why().offence()),
              Set.of(),
              List.of(),
              check.partners(),
              Optional.empty());
    };
  }

  private static Disclosed looked(
      MentionKey.Kind kind,
      Instant at,
      Map<String, List<String>> data,
      List<AuthorityId> recipients) {
    return new Disclosed(
        kind,
        at,
        data,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        recipients,
        Optional.empty());
  }

  private static Disclosed ofMeasure(MeasureMentions.AboutPerson measure) {
    return new Disclosed(
        MentionKey.Kind.MEASURE,
        measure.at(),
        data(measure.person()),
        measure.ours() || measure.partners().isEmpty() ? "" : measure.partners().getFirst().value(),
        measure.reference(),
        measure.stated().subject(),
        Optional.of(measure.stated().offence()),
        Set.of(DataCategory.PERSONAL_DETAILS),
        measure.articles(),
        measure.ours() ? measure.partners() : List.of(),
        measure.keptUntil());
  }

  private static Disclosed ofRecord(RecordView record) {
    Provisions provisions = record.provisions();
    return new Disclosed(
        MentionKey.Kind.RECORD,
        record.createdAt(),
        record.described().written(),
        record.source(),
        "",
        Optional.of(provisions.category()),
        Optional.of(provisions.offence()),
        Set.of(),
        List.of(),
        provisions.checkableBy(),
        Optional.of(provisions.eraseBy()));
  }

  private Disclosed ofCase(
      Officer by, Mentions.InRequest request, String reference, AuthorityId partner) {
    Optional<Act> act = store.read(tx -> casework.items().act(tx, request.message()));
    Optional<Items.Item> item = store.read(tx -> casework.items().find(tx, request.message()));
    Optional<Items.Whole> whole = store.read(tx -> casework.items().whole(tx, request.caseId()));
    Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
    act.ifPresent(a -> a.data().bySubject().values().forEach(kinds::addAll));
    boolean came = item.map(i -> i.direction() == Direction.IN).orElse(false);
    Optional<Instant> review =
        reviews.of(by, request.caseId()).flatMap(view -> view.review().reviewBy());
    Optional<DataSubjectCategory> category = Optional.of(request.person().category());
    Optional<OffenceArea> offence = whole.map(Items.Whole::offence);
    return new Disclosed(
        MentionKey.Kind.CASE,
        opened(request),
        data(request.person()),
        came ? partner.value() : "",
        reference,
        category,
        offence,
        kinds,
        store.read(tx -> casework.items().articles(tx, request.message())),
        came ? List.of() : List.of(partner),
        review);
  }

  private Instant opened(Mentions.InRequest request) {
    return casework
        .cases()
        .summary(request.caseId())
        .map(summary -> summary.openedAt())
        .orElse(Instant.EPOCH);
  }

  private static Map<String, List<String>> data(PersonSought person) {
    Map<String, List<String>> data = new LinkedHashMap<>();
    put(data, "familyName", person.familyName());
    put(data, "givenName", person.givenName());
    if (!person.otherSpellings().isEmpty()) {
      data.put("otherSpellings", person.otherSpellings());
    }
    put(data, "birthDate", person.birthDate());
    put(data, "birthPlace", person.birthPlace());
    put(data, "nationality", person.nationality());
    put(data, "document", person.document());
    return data;
  }

  private static void put(Map<String, List<String>> data, String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      data.put(field, List.of(text.strip()));
    }
  }
}
