package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of a page as a browser sees it.
 *
 * @param texts the fields into which something can be typed
 * @param hidden what the page wrote into it
 * @param search whether it only searches
 */
public record PageForm(
    String page, String action, Set<String> texts, Map<String, String> hidden, boolean search) {
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\"([^>]*)>(.*?)</form>", Pattern.DOTALL);

  private static final Pattern FIELD = Pattern.compile("<(input|textarea)\\b([^>]*)>");

  private static final Set<String> TYPES =
      Set.of("", "text", "search", "date", "number", "datetime-local");

  /** All forms of a page. */
  public static List<PageForm> of(String page, String html) {
    List<PageForm> forms = new ArrayList<>();
    Matcher form = FORM.matcher(html);
    while (form.find()) {
      String id = attribute(form.group(1), "id");
      Set<String> texts = new LinkedHashSet<>();
      Map<String, String> hidden = new LinkedHashMap<>();
      List<String[]> fields = new ArrayList<>();
      fields(form.group(2), fields);
      List<String[]> elsewhere = new ArrayList<>();
      fields(html, elsewhere);
      elsewhere.stream()
          .filter(field -> !id.isEmpty() && attribute(field[1], "form").equals(id))
          .forEach(fields::add);
      for (String[] field : fields) {
        String type = attribute(field[1], "type");
        String name = attribute(field[1], "name");
        if (type.equals("hidden")) {
          hidden.put(name, attribute(field[1], "value"));
        } else if (!name.isEmpty() && (field[0].equals("textarea") || TYPES.contains(type))) {
          texts.add(name);
        }
      }
      boolean search =
          attribute(form.group(1), "role").equals("search")
              || form.group(1).contains("data-search");
      forms.add(new PageForm(page, attribute(form.group(1), "action"), texts, hidden, search));
    }
    return forms;
  }

  private static void fields(String html, List<String[]> into) {
    Matcher field = FIELD.matcher(html);
    while (field.find()) {
      into.add(new String[] {field.group(1), field.group(2)});
    }
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile("(?<![\\w-])" + name + "=\"([^\"]*)\"").matcher(tag);
    return value.find() ? value.group(1) : "";
  }

  /** What is typed here can be lost. */
  boolean takesText() {
    return !texts.isEmpty() && !search;
  }

  /** Which form of the product it is, whatever it is about. */
  String kind() {
    return action.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}", "*")
        + " "
        + hidden.getOrDefault("kind", "")
        + " "
        + texts;
  }

  /** The fields as they are sent with a text in each. */
  Map<String, String> typed(String text) {
    Map<String, String> fields = new LinkedHashMap<>(hidden);
    texts.forEach(name -> fields.put(name, text));
    return fields;
  }
}
