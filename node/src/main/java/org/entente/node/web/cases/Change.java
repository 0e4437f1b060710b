package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Act;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.Safeguards;
import org.entente.node.casework.Attached;
import org.entente.node.casework.Content;
import org.entente.node.casework.GivenBack;
import org.entente.node.casework.MessageView;
import org.entente.node.followup.Passages;
import org.entente.node.web.frame.Reader;
import org.entente.node.web.frame.ToldText;

/**
 * What of a message differs from what was given back, in one field.
 *
 * @param field what the field is called on the page
 * @param head what stands before the difference, in both
 * @param removed what stood there; empty where something was only added
 * @param added what stands there now; empty where something was only removed
 * @param tail what stands after the difference, in both
 */
public record Change(String field, String head, String removed, String added, String tail) {
  /** Every field that differs, in the order of the message; none without an earlier version. */
  static List<Change> since(Reader reader, MessageView message) {
    return message
        .givenBack()
        .flatMap(GivenBack::version)
        .map(before ->
            between(
                fields(reader, before.header().act(), before.content()),
                fields(reader, message.header().act(), message.content())))
        .orElse(List.of());
  }

  static List<Change> between(Map<String, String> before, Map<String, String> now) {
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(before.keySet());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      String was = before.getOrDefault(name, "");
      String is = now.getOrDefault(name, "");
      if (!was.equals(is)) {
        changes.add(of(name, was, is));
      }
    }
    return changes;
  }

  /** Cuts off the words that both begin and end with. */
  private static Change of(String field, String was, String is) {
    int most = Math.min(was.length(), is.length());
    int head = 0;
    while (head < most && was.charAt(head) == is.charAt(head)) {
      head++;
    }
    while (!(betweenWords(was, head) && betweenWords(is, head))) {
      head--;
    }
    int tail = 0;
    while (tail < most - head
        && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
      tail++;
    }
    while (!(betweenWords(was, was.length() - tail) && betweenWords(is, is.length() - tail))) {
      tail--;
    }
    return new Change(
        field,
        was.substring(0, head),
        was.substring(head, was.length() - tail),
        is.substring(head, is.length() - tail),
        was.substring(was.length() - tail));
  }

  private static boolean betweenWords(String text, int at) {
    return at == 0
        || at == text.length()
        || Character.isWhitespace(text.charAt(at - 1))
        || Character.isWhitespace(text.charAt(at));
  }

  /** Everything an approver decides about, as the page shows it, by what the page calls it. */
  private static Map<String, String> fields(Reader reader, Act act, Content content) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(reader.t("field.offence"), act.offence().label(reader.locale()));
    fields.put(reader.t("field.urgency"), act.urgency().label(reader.locale()));
    fields.put(
        reader.t("field.urgencyReason"),
        act.urgencyReason().map(r -> r.label(reader.locale())).orElse(""));
    Safeguards safeguards = act.safeguards();
    fields.put(reader.t("sensitive.title"), yes(reader, safeguards.specialCategories()));
    fields.put(
        reader.t("field.strictlyNecessary"), yes(reader, safeguards.strictNecessityStated()));
    fields.put(
        reader.t("field.political"),
        yes(reader, safeguards.predominantlyPoliticalMilitaryReligiousRacial()));
    act.particulars()
        .maxPenaltyMonths()
        .ifPresent(months -> fields.put(reader.t("change.penalty"), Integer.toString(months)));
    Passages.of(content)
        .forEach((name, text) -> {
          if (!name.equals(Passages.WHOLE) && !name.startsWith(Passages.FILE)) {
            fields.put(reader.passage(name), text);
          }
        });
    coded(reader, fields, content);
    fields.put(reader.t("subjects.title"), ToldText.whole(reader, content.tells()));
    fields.put(reader.t("field.copy"), content.copied().map(c -> reader.of("copy", c)).orElse(""));
    fields.put(reader.t("field.handling"), handling(reader, content));
    fields.put(
        reader.t("release.files"),
        content.attachments().stream().map(Attached::name).collect(Collectors.joining("\n")));
    return fields;
  }

  /** What a content says in codes, beside its texts. */
  private static void coded(Reader reader, Map<String, String> fields, Content content) {
    switch (content) {
      case Content.Request r -> {
        if (r.person() != null) {
          fields.put(
              reader.t("field.otherSpellings"), String.join("\n", r.person().otherSpellings()));
          fields.put(reader.t("field.category"), r.person().category().label(reader.locale()));
        }
      }
      case Content.Information i -> {
        fields.put(reader.t("field.evaluation"), i.evaluation().code());
        fields.put(reader.t("field.assessment"), yes(reader, i.assessment()));
      }
      case Content.Reply r -> {
        fields.put(reader.t("field.evaluation"), r.evaluation().code());
        fields.put(reader.t("field.assessment"), yes(reader, r.assessment()));
        fields.put(
            reader.t("field.refusedGround"),
            r.refusedPart() == null ? "" : reader.of("refusal", r.refusedPart().ground()));
      }
      case Content.Refusal r ->
          fields.put(reader.t("field.ground"), reader.of("refusal", r.ground()));
      case Content.Delay d -> fields.put(reader.t("field.expected"), reader.time(d.expected()));
      case Content.ConsentGrant g -> fields.put(reader.t("field.until"), reader.time(g.until()));
      case Content.Question q -> {}
      case Content.Answer a -> {}
      case Content.ConsentQuestion c -> {}
      case Content.ConsentDenial c -> {}
      case Content.Closure c -> {}
      case Content.Unfinished u -> {}
      case Content.Withheld w -> {}
    }
  }

  private static String handling(Reader reader, Content content) {
    return content.handlingCodes().stream()
        .sorted()
        .map((HandlingCode code) -> code.code() + " " + code.label(reader.locale()))
        .collect(Collectors.joining("\n"));
  }

  private static String yes(Reader reader, boolean stated) {
    return stated ? reader.t("change.stated") : "";
  }

  @Override
  public String toString() {
    return "Change[…]";
  }
}
