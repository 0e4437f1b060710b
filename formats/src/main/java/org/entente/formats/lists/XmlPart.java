package org.entente.formats.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An element with what is in it.
 *
 * @param name without its namespace
 */
record XmlPart(String name, Map<String, String> attributes, String text, List<XmlPart> parts) {
  XmlPart {
    attributes = Map.copyOf(attributes);
    parts = List.copyOf(parts);
  }

  /** An attribute; empty if there is none. */
  String attribute(String named) {
    return attributes.getOrDefault(named, "").strip();
  }

  /** The elements at the end of a path of names parted by slashes. */
  List<XmlPart> all(String path) {
    int slash = path.indexOf('/');
    String first = slash < 0 ? path : path.substring(0, slash);
    List<XmlPart> found = new ArrayList<>();
    for (XmlPart part : parts) {
      if (part.name.equals(first)) {
        if (slash < 0) {
          found.add(part);
        } else {
          found.addAll(part.all(path.substring(slash + 1)));
        }
      }
    }
    return found;
  }

  /** The texts at the end of a path that are not blank. */
  List<String> texts(String path) {
    return all(path).stream().map(part -> part.text.strip()).filter(t -> !t.isEmpty()).toList();
  }

  /** The first text at the end of a path; empty if there is none. */
  String one(String path) {
    List<String> texts = texts(path);
    return texts.isEmpty() ? "" : texts.getFirst();
  }

  @Override
  public String toString() {
    return "XmlPart[" + name + "]";
  }
}
