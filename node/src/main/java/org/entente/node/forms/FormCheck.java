package org.entente.node.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.agreement.DataPolicy;
import org.entente.agreement.DataSubjectCategory;

/** Looks through a form that was filled in, by its description. */
final class FormCheck {
  private static final int CODE_MOST = 60;
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FilledForm filled;
  private final FormDescription description;
  private final LocalDate today;
  private final List<FormFault> faults = new ArrayList<>();

  FormCheck(FilledForm filled, FormDescription description, LocalDate today) {
    this.filled = filled;
    this.description = description;
    this.today = today;
  }

  List<FormFault> faults() {
    if (filled.said().size() > FilledForm.PATHS_MOST) {
      fault("form", "many", FilledForm.PATHS_MOST);
      return faults;
    }
    for (String path : filled.said().keySet()) {
      if (FormPath.of(path).isEmpty()) {
        fault("form", "many", FilledForm.PATHS_MOST);
        return faults;
      }
    }
    filled.said().forEach(this::bounds);
    for (FormField field : description.fields()) {
      if (field.type() instanceof FieldType.Group(List<FormField> inner, int most)) {
        for (int row : filled.rows(field.code())) {
          if (row >= most) {
            fault(FilledForm.path(field.code(), row, inner.getFirst().code()), "many", most);
          }
          for (FormField each : inner) {
            field(FilledForm.path(field.code(), row, each.code()), each);
          }
        }
        if (field.needed() && filled.rows(field.code()).isEmpty()) {
          fault(FilledForm.path(field.code(), 0, inner.getFirst().code()), "missing", 0);
        }
      } else {
        field(field.code(), field);
      }
    }
    description.rules().forEach(this::rule);
    return faults;
  }

  private void fault(String path, String key, int limit) {
    faults.add(new FormFault(path, key, limit));
  }

  /** What holds for every field, known or not. */
  private void bounds(String path, List<String> values) {
    if (values.size() > FilledForm.VALUES_MOST) {
      fault(path, "many", FilledForm.VALUES_MOST);
    }
    List<FormField> fields = FormPath.fields(description, path);
    int most =
        fields.isEmpty() || !(fields.getLast().type() instanceof FieldType.Words(int words))
            ? FieldType.LINE
            : words;
    for (String value : values) {
      if (value.length() > most) {
        fault(path, "long", most);
      }
      if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
        fault(path, "control", 0);
      }
    }
    boolean unknown =
        !fields.isEmpty() && fields.getLast().type() instanceof FieldType.Group && !blank(path);
    if (unknown && reduced(fields.getLast())) {
      fault(path, "reduced", 0);
    }
  }

  /**
   * Whether a group is about persons of whom the law lets less be exchanged than of suspects: then
   * nothing may stand in it of which nobody can tell what it is.
   */
  private static boolean reduced(FormField group) {
    return group.carries().bySubject().keySet().stream()
        .anyMatch(whom ->
            DataPolicy.allowedFor(whom).size()
                < DataPolicy.allowedFor(DataSubjectCategory.SUSPECT_OR_CONVICTED).size());
  }

  private boolean blank(String path) {
    return filled.values(path).isEmpty();
  }

  private void field(String path, FormField field) {
    if (field.needed() && blank(path)) {
      fault(path, field.type() instanceof FieldType.Codes ? "choose" : "missing", 0);
    }
    switch (field.type()) {
      case FieldType.Codes(CodeList list, boolean several) -> codes(path, several);
      case FieldType.Quantity q -> quantity(path);
      case FieldType.Count c -> {
        if (!blank(path) && !WHOLE.matcher(filled.value(path)).matches()) {
          fault(path, "whole", 0);
        }
      }
      case FieldType.Percent p -> {
        if (!blank(path)
            && Amount.value(filled.value(path))
                .filter(value -> value.compareTo(HUNDRED) <= 0)
                .isEmpty()) {
          fault(path, "percent", 0);
        }
      }
      case FieldType.Day d -> {
        if (!blank(path) && !day(filled.value(path))) {
          fault(path, "date", 0);
        }
      }
      case FieldType.Expiry e -> expiry(path);
      case FieldType.YesNo y -> {
        if (!blank(path) && !FieldType.YesNo.ANSWERS.contains(filled.value(path))) {
          fault(path, "unknown", 0);
        }
      }
      case FieldType.Words w -> {}
      case FieldType.Group g -> {}
    }
  }

  /** A code of a later version is kept; what is no code at all is not. */
  private void codes(String path, boolean several) {
    List<String> values = filled.values(path);
    if (!several && values.size() > 1) {
      fault(path, "many", 1);
    }
    for (String value : values) {
      if (value.length() > CODE_MOST || !CODE.matcher(value).matches()) {
        fault(path, "unknown", 0);
      }
    }
    if (values.contains(CodeList.OTHER) && blank(path + FieldType.OTHER_SUFFIX)) {
      fault(path + FieldType.OTHER_SUFFIX, "say-what", 0);
    }
  }

  private void quantity(String path) {
    String unit = path + FieldType.UNIT_SUFFIX;
    if (!blank(path) && !Amount.kept(filled.value(path))) {
      fault(path, "amount", 0);
    }
    if (blank(path) && !blank(unit)) {
      fault(path, "missing", 0);
    }
    if (!blank(path) && blank(unit)) {
      fault(unit, "unit", 0);
    }
    codes(unit, false);
  }

  private void expiry(String path) {
    if (blank(path)) {
      return;
    }
    String value = filled.value(path);
    if (value.length() != "2026-01-01".length() || !day(value)) {
      fault(path, "date", 0);
    } else if (LocalDate.parse(value).isBefore(today)) {
      fault(path, "past", 0);
    }
  }

  private void rule(FormRule rule) {
    boolean there =
        !blank(rule.field())
            || description
                .field(rule.field())
                .filter(field -> field.type() instanceof FieldType.Group)
                .filter(group -> !filled.rows(group.code()).isEmpty())
                .isPresent();
    switch (rule) {
      case FormRule.Unless(String field, String other, String answer, String key) -> {
        if (!there && !filled.values(other).contains(answer)) {
          fault(field, key, 0);
        }
      }
      case FormRule.UnlessOneOf(String field, String other, Set<String> answers, String key) -> {
        boolean said = !filled.values(other).isEmpty();
        if (!there && said && filled.values(other).stream().noneMatch(answers::contains)) {
          fault(field, key, 0);
        }
      }
      case FormRule.With(String field, String other) -> {
        if (!there && !blank(other)) {
          fault(field, "missing", 0);
        }
      }
      case FormRule.Unnamed u -> {} // Of whom else the message tells is not known here.
    }
  }

  private static boolean day(String value) {
    try {
      if (value.matches("\\d{4}")) {
        Year.parse(value);
      } else if (value.matches("\\d{4}-\\d{2}")) {
        YearMonth.parse(value);
      } else if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate.parse(value);
      } else {
        return false;
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
