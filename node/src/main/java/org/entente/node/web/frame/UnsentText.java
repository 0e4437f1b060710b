package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form that was kept, as a page shows them again. */
public final class UnsentText {
  /** What stands in a list of choices is a code, never typed. */
  private static final String CODE = "[a-z0-9-]{0,40}|[A-Z][0-9]?|[A-Z_]{2,40}|[0-9a-f]{64}";

  private UnsentText() {}

  /**
   * One field.
   *
   * @param typed whether the officer typed it; otherwise it was chosen, and goes along unseen
   */
  public record Field(String name, String value, boolean typed) {
    public boolean isLong() {
      return value.length() > 60 || value.indexOf('\n') >= 0;
    }
  }

  public static List<Field> fields(Map<String, List<String>> form) {
    List<Field> fields = new ArrayList<>();
    List<String> typed =
        List.of(String.join(",", form.getOrDefault(TypedText.TYPED, List.of())).split(",", -1));
    form.forEach((name, values) -> {
      if (!name.equals(TypedText.TYPED)) {
        values.forEach(value ->
            fields.add(new Field(name, value, typed.contains(name) || !value.matches(CODE))));
      }
    });
    return fields;
  }

  /** How the page calls a field; its own name where it has no text. */
  public static String label(Reader reader, String name) {
    String[] parts = name.split("\\.", 3);
    if (parts.length == 3 && "forms".equals(parts[0])) {
      return reader.t("form-field.of", FormText.anyLabel(reader, parts[2]));
    }
    if (parts.length == 3 && parts[1].matches("[0-9]{1,3}")) {
      String part = "links".equals(parts[0]) ? "link" : "subject";
      String inner = part + "-field." + parts[2];
      String field = "record-field." + parts[2];
      String said =
          reader.sentences().has(reader.locale(), inner)
              ? reader.t(inner)
              : reader.sentences().has(reader.locale(), field) ? reader.t(field) : parts[2];
      return reader.t(part + "-field.of", Integer.parseInt(parts[1]) + 1, said);
    }
    String key = "field." + name;
    return reader.sentences().has(reader.locale(), key) ? reader.t(key) : name;
  }
}
