package org.entente.node.web.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.casework.Subjects;
import org.entente.node.forms.Amount;
import org.entente.node.forms.FieldType;
import org.entente.node.forms.FilledForm;
import org.entente.node.forms.FormDescription;
import org.entente.node.forms.FormField;
import org.entente.node.forms.Forms;
import org.entente.node.web.frame.AsWritten;
import org.entente.node.web.frame.Form;
import org.springframework.util.MultiValueMap;

/**
 * The forms of a field of crime on a page: from its fields to what was filled in and back. Dates
 * and amounts are read as officers write them; what cannot be read stays as it was typed.
 */
public final class FormRows {
  /** The form that is wanted next. */
  public static final String MORE = "form-more";

  private static final Pattern NAME =
      Pattern.compile(
          "forms\\.([0-9]{1,2})\\.((?:[a-z0-9-]{1,40}\\.[0-9]{1,2}\\.)?[a-z0-9-]{1,40})");

  private static final String FORM = "form";
  private static final String REMOVE = "remove";

  private FormRows() {}

  /**
   * A form on a page.
   *
   * @param at its number in the names of its fields
   */
  public record Row(int at, FormDescription described, FilledForm filled, boolean removed) {
    /** The name of one of its fields. */
    public String name(String path) {
      return Subjects.formField(at, path);
    }

    /**
     * The rows of a group to show: each in which something stands, and one more if there is room.
     */
    public List<Integer> rows(FormField field, int most) {
      List<Integer> rows = new ArrayList<>(filled.rows(field.code()));
      int next = rows.isEmpty() ? 0 : rows.getLast() + 1;
      if (next < most) {
        rows.add(next);
      }
      return rows;
    }

    /** What it says in fields that its description does not have. */
    public Map<String, List<String>> later() {
      Map<String, List<String>> later = new LinkedHashMap<>(filled.said());
      later.keySet().removeIf(path -> filled.known(path));
      return later;
    }

    @Override
    public String toString() {
      return "Row[" + at + "]";
    }
  }

  /** Whether a field is one of these. */
  static boolean ours(String name) {
    return name.equals(MORE) || NAME.matcher(name).matches();
  }

  /** Every name under which a page has something of a form. */
  static Set<String> names(Form form) {
    Set<String> names = new TreeSet<>();
    for (String name : form.typed().keySet()) {
      if (ours(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The forms of a page, in their order. */
  public static List<Row> rows(Form form) {
    Map<String, List<String>> typed = form.typed();
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : typed.keySet()) {
      Matcher ours = NAME.matcher(name);
      if (ours.matches() && ours.group(2).equals(FORM)) {
        numbers.add(Integer.valueOf(ours.group(1)));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int at : numbers) {
      Forms.ofCode(form.text(Subjects.formField(at, FORM)))
          .ifPresent(described ->
              rows.add(
                  new Row(
                      at,
                      described,
                      filled(typed, at, described),
                      form.has(Subjects.formField(at, REMOVE), "true"))));
    }
    return rows;
  }

  private static FilledForm filled(
      Map<String, List<String>> typed, int at, FormDescription described) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    String prefix = Subjects.formField(at, "");
    typed.forEach((name, values) -> {
      String path = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      if (NAME.matcher(name).matches()
          && !path.isEmpty()
          && !path.equals(FORM)
          && !path.equals(REMOVE)) {
        all.put(path, values);
      }
    });
    Map<String, List<String>> said = new LinkedHashMap<>();
    FilledForm typedForm = new FilledForm(described.code(), all);
    for (FormField field : described.fields()) {
      if (field.type() instanceof FieldType.Group(List<FormField> inner, int most)) {
        for (int row : typedForm.rows(field.code())) {
          for (FormField each : inner) {
            take(typedForm, FilledForm.path(field.code(), row, each.code()), each, said);
          }
        }
      } else {
        take(typedForm, field.code(), field, said);
      }
    }
    all.forEach((path, values) -> {
      if (!typedForm.known(path)) {
        said.put(path, values);
      }
    });
    return new FilledForm(described.code(), said);
  }

  /** Takes what was typed into a field, and what stands beside it. */
  private static void take(
      FilledForm typed, String path, FormField field, Map<String, List<String>> said) {
    List<String> values =
        switch (field.type()) {
          case FieldType.Codes(var list, boolean several) ->
              several ? typed.values(path) : first(typed, path);
          case FieldType.Quantity q -> numbers(typed, path);
          case FieldType.Percent p -> numbers(typed, path);
          case FieldType.Day d -> first(typed, path).stream().map(AsWritten::date).toList();
          case FieldType.Expiry e -> first(typed, path).stream().map(AsWritten::date).toList();
          case FieldType.Count c -> first(typed, path);
          case FieldType.Words w -> first(typed, path);
          case FieldType.YesNo y -> first(typed, path);
          case FieldType.Group g -> List.of();
        };
    put(said, path, values);
    for (String beside : BESIDE) {
      put(said, path + beside, first(typed, path + beside));
    }
  }

  private static final List<String> BESIDE =
      List.of(
          FieldType.OTHER_SUFFIX,
          FieldType.UNIT_SUFFIX,
          FieldType.UNIT_SUFFIX + FieldType.OTHER_SUFFIX);

  private static void put(Map<String, List<String>> said, String path, List<String> values) {
    if (!values.isEmpty()) {
      said.put(path, values);
    }
  }

  private static List<String> first(FilledForm typed, String path) {
    return Optional.of(typed.value(path).strip())
        .filter(text -> !text.isEmpty())
        .map(List::of)
        .orElse(List.of());
  }

  private static List<String> numbers(FilledForm typed, String path) {
    return first(typed, path).stream().map(text -> Amount.read(text).orElse(text)).toList();
  }

  /** What the forms say that were not removed; nothing where there is none. */
  static List<FilledForm> forms(Form form) {
    return rows(form).stream().filter(row -> !row.removed()).map(Row::filled).toList();
  }

  /** The fields that these forms fill. */
  static void fill(MultiValueMap<String, String> fields, List<FilledForm> forms) {
    for (int i = 0; i < forms.size(); i++) {
      FilledForm form = forms.get(i);
      fields.set(Subjects.formField(i, FORM), form.form());
      int at = i;
      form.said()
          .forEach((path, values) ->
              fields.put(
                  Subjects.formField(at, path),
                  new ArrayList<>(
                      values.stream().map(value -> shown(form, path, value)).toList())));
    }
  }

  private static String shown(FilledForm form, String path, String value) {
    return form.type(path)
        .map(type ->
            switch (type) {
              case FieldType.Day d -> AsWritten.shown(value);
              case FieldType.Expiry e -> AsWritten.shown(value);
              case FieldType.Quantity q -> value;
              case FieldType.Percent p -> value;
              case FieldType.Codes c -> value;
              case FieldType.Count c -> value;
              case FieldType.Words w -> value;
              case FieldType.YesNo y -> value;
              case FieldType.Group g -> value;
            })
        .orElse(value);
  }

  /** The form that the page wants next, as the last of those there are, if there is room. */
  static void more(Form form, MultiValueMap<String, String> fields) {
    int next = forms(form).size();
    Forms.ofCode(form.text(MORE))
        .filter(wanted -> next < Subjects.FORMS_MOST)
        .ifPresent(wanted -> fields.set(Subjects.formField(next, FORM), wanted.code()));
  }
}
