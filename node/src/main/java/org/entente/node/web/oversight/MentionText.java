package org.entente.node.web.oversight;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.node.checks.CheckMentions;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.oversight.Mention;
import org.entente.node.oversight.MentionKey;
import org.entente.node.records.Mentions;
import org.entente.node.records.RecordView;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.RecordText;
import org.entente.node.web.frame.SubjectText;

/** A mention of a person in one line. */
public final class MentionText {
  private MentionText() {}

  /** What tells the mention from others. */
  public static String title(Reader reader, Mention mention) {
    return switch (mention) {
      case Mention.OfCase(Mentions.InRequest request, String reference, var partner, var open) ->
          reference
              + " · "
              + (request.person().givenName() + " " + request.person().familyName()).strip();
      case Mention.OfRecord(RecordView record, var likeness) -> RecordText.headline(record);
      case Mention.OfSearch(Mentions.Searched search) ->
          search.question().name().isBlank()
              ? reader.time(search.at())
              : search.question().name().strip();
      case Mention.OfList(Mentions.Listed line, String reason) ->
          SubjectText.headline(line.subject());
      case Mention.OfCheck(CheckMentions.AskedAbout check) ->
          SubjectText.headline(check.about().subject());
      case Mention.OfMeasure(MeasureMentions.AboutPerson measure) ->
          measure.reference()
              + " · "
              + (measure.person().givenName() + " " + measure.person().familyName()).strip();
    };
  }

  /** What else is known of it, without a person's data. */
  public static String about(Reader reader, Mention mention, OversightNames names) {
    return switch (mention) {
      case Mention.OfCase(Mentions.InRequest request, String reference, var partner, var open) ->
          reader.name(partner.value())
              + born(request.person().birthDate() == null ? "" : request.person().birthDate());
      case Mention.OfRecord(RecordView record, var likeness) ->
          record.source()
              + born(RecordText.born(record))
              + " · "
              + record.provisions().category().label(reader.locale());
      case Mention.OfSearch(Mentions.Searched search) ->
          names.of(search.by()) + " · " + reader.time(search.at());
      case Mention.OfList(Mentions.Listed line, String reason) ->
          names.of(line.by())
              + " · "
              + reader.time(line.at())
              + (reason.isEmpty() ? "" : " · " + reason);
      case Mention.OfCheck(CheckMentions.AskedAbout check) ->
          names.of(check.by())
              + " · "
              + reader.time(check.at())
              + " · "
              + check.about().why().purpose();
      case Mention.OfMeasure(MeasureMentions.AboutPerson measure) ->
          measure.partners().stream()
                  .map(partner -> reader.name(partner.value()))
                  .collect(Collectors.joining(", "))
              + " · "
              + reader.time(measure.at());
    };
  }

  private static String born(String date) {
    return date.isEmpty() ? "" : " · " + date;
  }

  /** Where a supervisor may read on; empty where the mention has no page for them. */
  public static String address(Mention mention) {
    return switch (mention) {
      case Mention.OfCase(Mentions.InRequest request, String reference, var partner, var open) ->
          "/cases/" + request.caseId();
      case Mention.OfCheck(CheckMentions.AskedAbout check) -> "/checks/" + check.id();
      case Mention.OfMeasure(MeasureMentions.AboutPerson measure) -> "/measures/" + measure.id();
      case Mention.OfRecord r -> "";
      case Mention.OfSearch s -> "";
      case Mention.OfList l -> "";
    };
  }

  /** Matters that go on first: they need a thought before anything is told. */
  public static List<Mention> openFirst(List<Mention> mentions) {
    return mentions.stream().sorted(Comparator.comparing((Mention t) -> !t.open())).toList();
  }

  /** Who is asked before the person is told of a matter that goes on. */
  public static String toAsk(Reader reader, Mention mention) {
    return mention.partners().stream()
        .map(partner -> reader.name(partner.value()))
        .collect(Collectors.joining(", "));
  }

  /** The mention of a decision in words; its kind alone once it was erased. */
  public static String title(Reader reader, List<Mention> mentions, String key) {
    return mentions.stream()
        .filter(mention -> mention.key().toString().equals(key))
        .map(mention -> title(reader, mention))
        .findFirst()
        .orElse("–");
  }

  /** Whether what it says is restricted. */
  public static boolean restricted(Mention mention) {
    return mention instanceof Mention.OfCase c && c.request().restricted();
  }

  /** Which kind of mention a key names, in words. */
  public static String kind(Reader reader, MentionKey key) {
    return reader.of("mention-kind", key.kind());
  }
}
