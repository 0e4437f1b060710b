package org.entente.node.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.PersonalData;

/**
 * A form as it is described, once for everything that is done with it.
 *
 * @param code its stable name
 * @param source the law or publication that its fields follow
 * @param carries the personal data that it is however little of it is filled in
 * @param act what a request with it asks for beside, so that the agreement decides on that as well
 */
public record FormDescription(
    String code,
    String source,
    PersonalData carries,
    List<FormField> fields,
    List<FormRule> rules,
    Optional<ActKind> act) {
  /** A form that asks for nothing but what its message asks for. */
  public FormDescription(
      String code,
      String source,
      PersonalData carries,
      List<FormField> fields,
      List<FormRule> rules) {
    this(code, source, carries, fields, rules, Optional.empty());
  }

  public FormDescription {
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
    distinct(fields);
  }

  private static void distinct(List<FormField> fields) {
    Set<String> names = new HashSet<>();
    for (FormField field : fields) {
      boolean fresh =
          switch (field.type()) {
            case FieldType.Codes c ->
                names.add(field.code()) && names.add(field.code() + FieldType.OTHER_SUFFIX);
            case FieldType.Quantity q ->
                names.add(field.code())
                    && names.add(field.code() + FieldType.UNIT_SUFFIX)
                    && names.add(field.code() + FieldType.UNIT_SUFFIX + FieldType.OTHER_SUFFIX);
            case FieldType.Group g -> {
              distinct(g.fields());
              yield names.add(field.code());
            }
            case FieldType.Count c -> names.add(field.code());
            case FieldType.Percent p -> names.add(field.code());
            case FieldType.Day d -> names.add(field.code());
            case FieldType.Expiry e -> names.add(field.code());
            case FieldType.Words w -> names.add(field.code());
            case FieldType.YesNo y -> names.add(field.code());
          };
      if (!fresh) {
        throw new IllegalArgumentException("Two fields of a form have one name");
      }
    }
  }

  /** The field with this name, of the form itself. */
  public Optional<FormField> field(String name) {
    return fields.stream().filter(field -> field.code().equals(name)).findFirst();
  }

  /** The groups of the form, which are asked for several times. */
  public Stream<FormField> groups() {
    return fields.stream().filter(field -> field.type() instanceof FieldType.Group);
  }
}
