package org.entente.node.web.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sent, read field by field; what is missing reads as empty. */
public final class Form {
  private final MultiValueMap<String, String> fields;

  public Form(MultiValueMap<String, String> fields) {
    this.fields = fields;
  }

  /** One field, as typed. */
  public String text(String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  /** Puts a field that nobody types. */
  public void put(String name, String value) {
    fields.set(name, value);
  }

  /** Whether a choice among several was ticked. */
  public boolean has(String name, String value) {
    List<String> all = fields.get(name);
    return all != null && all.contains(value);
  }

  public @Nullable String optional(String name) {
    String value = text(name).strip();
    return value.isEmpty() ? null : value;
  }

  public Set<HandlingCode> handling() {
    Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
    for (HandlingCode code : HandlingCode.values()) {
      if (has("handling", code.code())) {
        codes.add(code);
      }
    }
    return codes;
  }

  public Optional<LocalDate> date(String name) {
    try {
      return Optional.of(LocalDate.parse(text(name)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public Optional<Evaluation> evaluation() {
    Optional<Evaluation.Source> source =
        Arrays.stream(Evaluation.Source.values())
            .filter(s -> s.name().equals(text("source")))
            .findFirst();
    return source.flatMap(s ->
        Arrays.stream(Evaluation.Information.values())
            .filter(i -> i.digit().equals(text("information")))
            .findFirst()
            .map(i -> new Evaluation(s, i)));
  }

  @Override
  public String toString() {
    return "Form[…]";
  }
}
