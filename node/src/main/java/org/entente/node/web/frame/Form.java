package org.entente.node.web.frame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a form sent, read field by field; what is missing reads as empty. */
public final class Form {
  /** What the page writes into a form, beside the fields whose names begin with a low line. */
  static final Set<String> OF_THE_PAGE = Set.of("seen", "kind", "step", "next");

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

  /** What was filled in, by field; without what the page itself writes into a form. */
  public Map<String, List<String>> typed() {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    fields.forEach((name, values) -> {
      List<String> said =
          values.stream().filter(value -> value != null && !value.isEmpty()).toList();
      if (!name.startsWith("_") && !OF_THE_PAGE.contains(name) && !said.isEmpty()) {
        typed.put(name, said);
      }
    });
    return typed;
  }

  /** Every field, also what the page itself writes into a form. */
  public Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> all.put(name, values.stream().filter(value -> value != null).toList()));
    return all;
  }

  /** The same without some fields. */
  public Map<String, List<String>> without(Collection<String> names) {
    Map<String, List<String>> rest = typed();
    rest.keySet().removeAll(names);
    return rest;
  }

  /** The form with these fields as another form has them. */
  public Form with(Form other, Collection<String> names) {
    MultiValueMap<String, String> merged = new LinkedMultiValueMap<>(fields);
    for (String name : names) {
      merged.remove(name);
      List<String> values = other.fields.get(name);
      if (values != null) {
        merged.put(name, values);
      }
    }
    return new Form(merged);
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

  /** A day, as people write it. */
  public Optional<LocalDate> date(String name) {
    return AsWritten.day(text(name));
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
