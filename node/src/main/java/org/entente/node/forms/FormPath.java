package org.entente.node.forms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something stands in a form.
 *
 * @param group empty where the field is the form's own
 * @param row of the group, from 0
 * @param name of the field, with what stands beside it
 */
record FormPath(String group, int row, String name) {
  private static final String NAME = "[a-z][a-z0-9-]{0,39}";
  private static final Pattern PATH =
      Pattern.compile("(?:(" + NAME + ")\\.([0-9]{1,2})\\.)?(" + NAME + ")");

  static Optional<FormPath> of(String path) {
    Matcher at = PATH.matcher(path);
    if (!at.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        at.group(1) == null
            ? new FormPath("", 0, at.group(3))
            : new FormPath(at.group(1), Integer.parseInt(at.group(2)), at.group(3)));
  }

  /**
   * The field that a path belongs to, behind the group that it stands in; of a field that is not
   * known the group alone, and nothing where that is not known either.
   */
  static List<FormField> fields(FormDescription description, String path) {
    FormPath at = of(path).orElse(null);
    if (at == null) {
      return List.of();
    }
    if (at.group.isEmpty()) {
      return field(description.fields(), at.name).map(List::of).orElse(List.of());
    }
    FormField group = description.field(at.group).orElse(null);
    if (group == null || !(group.type() instanceof FieldType.Group(List<FormField> inner, int m))) {
      return List.of();
    }
    return field(inner, at.name).map(field -> List.of(group, field)).orElse(List.of(group));
  }

  /** The field with a name, or that the name stands beside. */
  static Optional<FormField> field(List<FormField> fields, String name) {
    return fields.stream()
        .filter(field ->
            name.equals(field.code())
                || switch (field.type()) {
                  case FieldType.Codes c -> name.equals(field.code() + FieldType.OTHER_SUFFIX);
                  case FieldType.Quantity q ->
                      name.equals(field.code() + FieldType.UNIT_SUFFIX)
                          || name.equals(
                              field.code() + FieldType.UNIT_SUFFIX + FieldType.OTHER_SUFFIX);
                  case FieldType.Group g -> false;
                  case FieldType.Count c -> false;
                  case FieldType.Percent p -> false;
                  case FieldType.Day d -> false;
                  case FieldType.Expiry e -> false;
                  case FieldType.Words w -> false;
                  case FieldType.YesNo y -> false;
                })
        .findFirst();
  }
}
