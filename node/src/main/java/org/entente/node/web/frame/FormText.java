package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.node.forms.CodeList;
import org.entente.node.forms.FieldType;
import org.entente.node.forms.FilledForm;
import org.entente.node.forms.FormDescription;
import org.entente.node.forms.FormField;
import org.entente.node.forms.Forms;

/** How a form of a field of crime is read: each field by its name, each code by its label. */
public final class FormText {
  private FormText() {}

  /**
   * A field that says something, or a group.
   *
   * @param label what the field is called
   * @param text what it says; empty for a group
   * @param rows of a group
   * @param sums of a group, in words
   */
  public record Line(String label, String text, List<List<Line>> rows, List<String> sums) {
    public Line {
      rows = List.copyOf(rows);
      sums = List.copyOf(sums);
    }
  }

  /** How a form is called; its code where this version does not know it. */
  public static String title(Reader reader, String code) {
    return said(reader, "form." + code).orElse(code);
  }

  /** How a field is called; its path where this version does not know it. */
  public static String label(Reader reader, String form, String path) {
    return said(reader, key("form-field", form, path)).orElse(path);
  }

  /** How a field is called of which it is not known in which form it stands. */
  public static String anyLabel(Reader reader, String path) {
    return Forms.ALL.stream()
        .map(form -> said(reader, key("form-field", form.code(), path)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> beside(reader, "forms.unit", path, FieldType.UNIT_SUFFIX))
        .or(() -> beside(reader, "forms.say-what", path, FieldType.OTHER_SUFFIX))
        .orElse(path);
  }

  /** How a field is called that stands beside another and has no name of its own. */
  private static Optional<String> beside(Reader reader, String key, String path, String suffix) {
    return path.endsWith(suffix)
        ? Optional.of(
            reader.t(key, anyLabel(reader, path.substring(0, path.length() - suffix.length()))))
        : Optional.empty();
  }

  /** What helps to fill a field in; empty where it says all itself. */
  public static String hint(Reader reader, String form, String path) {
    return said(reader, key("form-hint", form, path)).orElse("");
  }

  private static String key(String prefix, String form, String path) {
    return prefix
        + "."
        + form
        + "."
        + String.join(
            ".",
            Arrays.stream(path.split("\\.", -1)).filter(part -> !part.matches("[0-9]+")).toList());
  }

  private static Optional<String> said(Reader reader, String key) {
    return reader.sentences().has(reader.locale(), key)
        ? Optional.of(reader.t(key))
        : Optional.empty();
  }

  /** Everything a form says, in the order of its description; then what it does not know. */
  public static List<Line> lines(Reader reader, FilledForm form) {
    List<Line> lines = new ArrayList<>();
    FormDescription description = form.described().orElse(null);
    if (description != null) {
      for (FormField field : description.fields()) {
        if (field.type() instanceof FieldType.Group(List<FormField> inner, int most)) {
          group(reader, form, field, inner).ifPresent(lines::add);
        } else {
          line(reader, form, field, field.code()).ifPresent(lines::add);
          understood(reader, form, field, field.code()).ifPresent(lines::add);
        }
      }
    }
    form.said()
        .forEach((path, values) -> {
          if (!form.known(path)) {
            lines.add(new Line(path, String.join("; ", values), List.of(), List.of()));
          }
        });
    return lines;
  }

  private static Optional<Line> group(
      Reader reader, FilledForm form, FormField group, List<FormField> inner) {
    List<List<Line>> rows = new ArrayList<>();
    for (int row : form.rows(group.code())) {
      List<Line> cells = new ArrayList<>();
      for (FormField each : inner) {
        String path = FilledForm.path(group.code(), row, each.code());
        line(reader, form, each, path).ifPresent(cells::add);
        understood(reader, form, each, path).ifPresent(cells::add);
      }
      rows.add(cells);
    }
    List<String> sums = new ArrayList<>();
    for (FormField each : inner) {
      if (each.type() instanceof FieldType.Quantity quantity) {
        for (FilledForm.Total total : form.totals(group.code(), each, quantity)) {
          sums.add(sum(reader, inner, quantity, total));
        }
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(label(reader, form.form(), group.code()), "", rows, sums));
  }

  private static String sum(
      Reader reader, List<FormField> inner, FieldType.Quantity quantity, FilledForm.Total total) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < total.apart().size(); i++) {
      String code = total.apart().get(i);
      String name = quantity.apart().get(i);
      if (!code.isEmpty()) {
        inner.stream()
            .filter(field -> field.code().equals(name))
            .findFirst()
            .ifPresent(field ->
                parts.add(
                    field.type() instanceof FieldType.Codes(CodeList list, boolean several)
                        ? list.label(code, reader.locale()).orElse(code)
                        : code));
      }
    }
    String unit = quantity.units().label(total.unit(), reader.locale()).orElse(total.unit());
    parts.add(total.sum() + " " + unit);
    return String.join(" · ", parts);
  }

  private static Optional<Line> line(Reader reader, FilledForm form, FormField field, String path) {
    String text = text(reader, form, field, path);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(label(reader, form.form(), path), text, List.of(), List.of()));
  }

  /** What was understood of a mark, on a line of its own below the mark itself. */
  private static Optional<Line> understood(
      Reader reader, FilledForm form, FormField field, String path) {
    String said = field.marked().map(as -> MarkText.of(reader, as, form.value(path))).orElse("");
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(new Line(reader.t("mark.understood"), said, List.of(), List.of()));
  }

  /** An answer to a question of yes or no, in words. */
  public static String answer(Reader reader, String answer) {
    return said(reader, "form-answer." + answer).orElse(answer);
  }

  /** What one field says. */
  private static String text(Reader reader, FilledForm form, FormField field, String path) {
    return switch (field.type()) {
      case FieldType.Codes(CodeList list, boolean several) -> codes(reader, form, list, path);
      case FieldType.Quantity(CodeList units, List<String> apart) ->
          (form.value(path) + " " + codes(reader, form, units, path + FieldType.UNIT_SUFFIX))
              .strip();
      case FieldType.Percent p -> form.value(path).isEmpty() ? "" : form.value(path) + " %";
      case FieldType.Day d -> form.value(path).isEmpty() ? "" : AsWritten.shown(form.value(path));
      case FieldType.Expiry e ->
          form.value(path).isEmpty() ? "" : AsWritten.shown(form.value(path));
      case FieldType.YesNo y ->
          form.values(path).stream().map(answer -> answer(reader, answer)).findFirst().orElse("");
      case FieldType.Count c -> form.value(path);
      case FieldType.Words w -> form.value(path);
      case FieldType.Group g -> "";
    };
  }

  private static String codes(Reader reader, FilledForm form, CodeList list, String path) {
    Locale locale = reader.locale();
    List<String> said = new ArrayList<>();
    for (String code : form.values(path)) {
      String other = form.value(path + FieldType.OTHER_SUFFIX);
      said.add(
          code.equals(CodeList.OTHER) && !other.isEmpty()
              ? other
              : list.label(code, locale).orElse(code));
    }
    return String.join("; ", said);
  }

  /** What a form dates, by what it says of the day; the day by ISO 8601. */
  public static Map<String, String> days(Reader reader, FilledForm form) {
    Map<String, String> days = new LinkedHashMap<>();
    form.said()
        .forEach((path, values) -> {
          boolean day =
              form.type(path)
                  .filter(type -> type instanceof FieldType.Day || type instanceof FieldType.Expiry)
                  .isPresent();
          if (day && !form.value(path).isEmpty()) {
            days.put(dated(reader, form, path), form.value(path));
          }
        });
    return days;
  }

  /** What stands beside a day: its field, and of a row of a group the rest of the row. */
  private static String dated(Reader reader, FilledForm form, String path) {
    List<String> parts = new ArrayList<>(List.of(title(reader, form.form())));
    parts.add(label(reader, form.form(), path));
    String[] at = path.split("\\.", -1);
    if (at.length == 3) {
      form.described()
          .flatMap(description -> description.field(at[0]))
          .ifPresent(group -> {
            if (group.type() instanceof FieldType.Group(List<FormField> inner, int most)) {
              parts.add(stage(reader, form, group, inner, Integer.parseInt(at[1])));
            }
          });
    }
    return String.join(" · ", parts);
  }

  private static String stage(
      Reader reader, FilledForm form, FormField group, List<FormField> inner, int row) {
    List<String> cells = new ArrayList<>();
    for (FormField each : inner) {
      String text = text(reader, form, each, FilledForm.path(group.code(), row, each.code()));
      if (!text.isEmpty()) {
        cells.add(text);
      }
    }
    return String.join(" · ", cells);
  }

  /** The ways that a form describes, by their titles, stage by stage as they were filled in. */
  public static Map<String, List<String>> ways(Reader reader, FilledForm form) {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    form.described()
        .ifPresent(description ->
            description
                .groups()
                .forEach(group -> {
                  if (group.type() instanceof FieldType.Group(List<FormField> inner, int most)
                      && group.isWay()
                      && !form.rows(group.code()).isEmpty()) {
                    ways.put(
                        title(reader, form.form())
                            + " · "
                            + label(reader, form.form(), group.code()),
                        form.rows(group.code()).stream()
                            .map(row -> stage(reader, form, group, inner, row))
                            .toList());
                  }
                }));
    return ways;
  }

  /** A form in lines of plain text, where one text is compared with another. */
  public static String whole(Reader reader, FilledForm form) {
    List<String> lines = new ArrayList<>(List.of(title(reader, form.form())));
    for (Line line : lines(reader, form)) {
      if (line.rows().isEmpty()) {
        lines.add(line.label() + ": " + line.text());
      }
      for (List<Line> row : line.rows()) {
        lines.add(
            line.label()
                + ": "
                + String.join(
                    " · ", row.stream().map(each -> each.label() + " " + each.text()).toList()));
      }
    }
    return String.join("\n", lines);
  }

  /** The lists a form chooses from, by their names, for anyone who asks where codes come from. */
  public static Map<String, CodeList> lists(FormDescription form) {
    Map<String, CodeList> lists = new LinkedHashMap<>();
    collect(form.fields(), lists);
    return lists;
  }

  private static void collect(List<FormField> fields, Map<String, CodeList> lists) {
    for (FormField field : fields) {
      switch (field.type()) {
        case FieldType.Codes(CodeList list, boolean several) -> lists.put(list.name(), list);
        case FieldType.Quantity(CodeList units, List<String> apart) ->
            lists.put(units.name(), units);
        case FieldType.Group(List<FormField> inner, int most) -> collect(inner, lists);
        case FieldType.Count c -> {}
        case FieldType.Percent p -> {}
        case FieldType.Day d -> {}
        case FieldType.Expiry e -> {}
        case FieldType.Words w -> {}
        case FieldType.YesNo y -> {}
      }
    }
  }
}
