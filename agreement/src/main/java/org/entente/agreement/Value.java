package org.entente.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A value inside a file that already satisfies its schema, so that its type is known. What a schema
 * cannot say is added to the list of faults.
 *
 * @param source the file
 * @param pointer where it stands
 * @param json the value
 * @param faults where faults are collected
 */
record Value(Source source, String pointer, JsonNode json, List<Fault> faults) {

  static Value root(Source source, List<Fault> faults) {
    return new Value(source, "", source.root(), faults);
  }

  boolean has(String name) {
    return json.has(name);
  }

  Value at(String name) {
    return new Value(source, Source.step(pointer, name), json.path(name), faults);
  }

  Optional<Value> optional(String name) {
    return has(name) ? Optional.of(at(name)) : Optional.empty();
  }

  List<Value> items() {
    List<Value> items = new ArrayList<>();
    for (JsonNode item : json) {
      items.add(new Value(source, pointer + "/" + items.size(), item, faults));
    }
    return items;
  }

  String text() {
    return json.stringValue();
  }

  int number() {
    return json.intValue();
  }

  boolean flag() {
    return json.booleanValue();
  }

  LocalText localText() {
    Map<Language, String> wordings = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      optional(language.tag()).ifPresent(value -> wordings.put(language, value.text()));
    }
    return new LocalText(wordings);
  }

  AuthorityId authority() {
    return new AuthorityId(text());
  }

  /** The members of a closed list; one that is not in it is a fault. */
  <E> Set<E> each(Function<String, Optional<E>> ofCode, FaultCode unknown) {
    Set<E> all = new LinkedHashSet<>();
    for (Value item : items()) {
      Optional<E> found = ofCode.apply(item.text());
      if (found.isEmpty()) {
        item.add(unknown, "\"" + Source.shortened(item.text()) + "\" is not in the closed list.");
      }
      found.ifPresent(all::add);
    }
    return all;
  }

  /** One fault for every item whose key occurred before. */
  static <K> void unique(List<Value> items, Function<Value, K> key, String what) {
    Set<K> seen = new HashSet<>();
    for (Value item : items) {
      if (!seen.add(key.apply(item))) {
        item.add(FaultCode.DUPLICATE, what + " stands twice.");
      }
    }
  }

  void add(FaultCode code, String sentence) {
    faults.add(source.fault(pointer, code, sentence));
  }
}
