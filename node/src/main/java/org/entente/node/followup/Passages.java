package org.entente.node.followup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.node.casework.Attached;
import org.entente.node.casework.Content;
import org.entente.node.casework.PersonSought;
import org.jspecify.annotations.Nullable;

/**
 * What of an item a correction can name: {@value #WHOLE}, a field by the name it has in the
 * content, or {@value #FILE} and the identifier of an attachment.
 */
public final class Passages {
  public static final String WHOLE = "whole";
  public static final String FILE = "attachment/";

  private Passages() {}

  /** The passages of a content with what they say, in its order; empty for what is withheld. */
  public static Map<String, String> of(Content content) {
    Map<String, String> passages = new LinkedHashMap<>();
    switch (content) {
      case Content.Request r -> {
        if (r.person() != null) {
          person(passages, r.person());
        }
        passages.put("informationSought", r.informationSought());
        passages.put("purpose", r.purpose());
        passages.put("facts", r.facts());
        passages.put("reasonsToBelieve", r.reasonsToBelieve());
        passages.put("link", r.link());
        put(passages, "urgencyReasons", r.urgencyReasons());
        put(passages, "restrictions", r.restrictions());
      }
      case Content.Information i -> {
        if (i.person() != null) {
          person(passages, i.person());
        }
        passages.put("text", i.text());
        passages.put("relevance", i.relevance());
        put(passages, "handlingText", i.handlingText());
        passages.put("asOf", i.asOf());
      }
      case Content.Reply r -> {
        passages.put("text", r.text());
        put(passages, "handlingText", r.handlingText());
        passages.put("asOf", r.asOf());
        if (r.refusedPart() != null) {
          passages.put("refusedPart", r.refusedPart().part());
          passages.put("refusedReasons", r.refusedPart().reasons());
        }
      }
      case Content.Question q -> passages.put("text", q.text());
      case Content.Answer a -> passages.put("text", a.text());
      case Content.Refusal r -> passages.put("reasons", r.reasons());
      case Content.Delay d -> passages.put("reasons", d.reasons());
      case Content.ConsentQuestion c -> passages.put("reasons", c.reasons());
      case Content.ConsentGrant c -> passages.put("text", c.text());
      case Content.ConsentDenial c -> passages.put("text", c.text());
      case Content.Closure c -> passages.put("outcome", c.outcome());
      case Content.Unfinished u ->
          u.fields().forEach((field, values) -> passages.put(field, String.join("\n", values)));
      case Content.Withheld w -> {
        return Map.of();
      }
    }
    for (Attached file : content.attachments()) {
      passages.put(FILE + file.id(), file.name());
    }
    passages.put(WHOLE, "");
    return passages;
  }

  private static void person(Map<String, String> passages, PersonSought person) {
    passages.put("familyName", person.familyName());
    passages.put("givenName", person.givenName());
    put(passages, "birthDate", person.birthDate());
    put(passages, "birthPlace", person.birthPlace());
    put(passages, "nationality", person.nationality());
    put(passages, "document", person.document());
  }

  private static void put(Map<String, String> passages, String name, @Nullable String text) {
    passages.put(name, text == null ? "" : text);
  }

  /** What stands there, if the content has such a passage. */
  static Optional<String> text(Content content, String passage) {
    return Optional.ofNullable(of(content).get(passage));
  }
}
