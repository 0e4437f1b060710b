package org.entente.node.web.cases;

import java.util.Map;
import java.util.Set;
import org.entente.node.casework.Content;
import org.entente.node.casework.MessageView;
import org.entente.node.web.frame.Form;
import org.springframework.util.LinkedMultiValueMap;

/**
 * What was typed into a form of the case page, so that nothing is lost when it comes back.
 *
 * @param place which form: the kind of a new message, or the identifier of a draft
 * @param faults sentences by field
 */
public record Typed(String place, Form form, String said, Map<String, String> faults) {
  /** Fields of content that are one text field on the page. */
  private static final Set<String> TEXTS = Set.of("reasons", "outcome", "text");

  static Typed nothing() {
    return in("", new Form(new LinkedMultiValueMap<>()));
  }

  static Typed in(String place, Form form) {
    return new Typed(place, form, "", Map.of());
  }

  Typed with(String said, Map<String, String> found) {
    return new Typed(place, form, said, found);
  }

  Typed with(Form other) {
    return new Typed(place, other, said, faults);
  }

  /** The field of the page that a field of the content is typed into. */
  String field(String of) {
    return TEXTS.contains(of) ? "text" : of;
  }

  /** Whether this form is the one that came back. */
  public boolean at(String asked) {
    return place.equals(asked);
  }

  /**
   * The fields for a new message of this kind.
   *
   * @param filled what the form begins with
   */
  public Form fresh(String kind, Form filled) {
    return at(kind) ? form : filled;
  }

  /** The fields for a draft that is to be changed: what was typed, else what it says. */
  public Form draft(MessageView message) {
    Content content = message.content();
    return at(message.id().toString()) && !form.typed().isEmpty() ? form : AnswerForm.of(content);
  }

  /** What an approver wrote when giving this message back. */
  public String note(String asked) {
    return at(asked) ? form.text("note") : "";
  }

  public Map<String, String> faults(String asked) {
    return at(asked) ? faults : Map.of();
  }

  @Override
  public String toString() {
    return "Typed[" + place + "]";
  }
}
