package org.entente.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** A number of the instrument's own counting, such as {@code 11} or {@code 11bis}. */
  String numeral() {
    return json.isIntegralNumber() ? Integer.toString(json.intValue()) : json.stringValue();
  }

  int number() {
    return json.intValue();
  }

  boolean flag() {
    return json.booleanValue();
  }

  LocalText localText() {
    SortedMap<String, String> wordings = new TreeMap<>();
    json.properties().forEach(each -> wordings.put(each.getKey(), each.getValue().stringValue()));
    return new LocalText(wordings);
  }

  AuthorityId authority() {
    return new AuthorityId(text());
  }

  /** The members of a closed list; one that is not in it is a fault that says what is. */
  <E> Set<E> each(E[] list, Function<E, String> code, FaultCode unknown) {
    Set<E> all = new LinkedHashSet<>();
    for (Value item : items()) {
      Optional<E> found =
          Arrays.stream(list).filter(each -> code.apply(each).equals(item.text())).findFirst();
      if (found.isEmpty()) {
        item.add(unknown, Nearest.sentence(item.text(), Arrays.stream(list).map(code).toList()));
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
