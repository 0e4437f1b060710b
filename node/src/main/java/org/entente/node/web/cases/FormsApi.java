package org.entente.node.web.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.Language;
import org.entente.node.forms.CodeList;
import org.entente.node.forms.FieldType;
import org.entente.node.forms.FormDescription;
import org.entente.node.forms.FormField;
import org.entente.node.forms.Forms;
import org.entente.node.web.frame.FormText;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forms of the fields of crime as they are described, and the lists they choose from. */
@RestController
@RequestMapping("/api/v1")
class FormsApi {
  /**
   * A form.
   *
   * @param source the law or publication that its fields follow
   */
  record Described(String form, String source, List<Field> fields, List<Listed> lists) {}

  /**
   * A field.
   *
   * @param type what it takes: codes of a list, quantity, day, group and so on
   * @param list from which it, or its unit, is chosen
   * @param fields of a group
   */
  record Field(
      String code,
      String type,
      boolean needed,
      boolean several,
      Optional<String> list,
      List<Field> fields) {}

  /** A list, with the names of its codes by language. */
  record Listed(
      String list, String source, String licence, Map<String, Map<String, String>> codes) {}

  @GetMapping("/forms")
  List<Described> forms() {
    return Forms.ALL.stream().map(FormsApi::described).toList();
  }

  private static Described described(FormDescription form) {
    return new Described(
        form.code(),
        form.source(),
        form.fields().stream().map(FormsApi::field).toList(),
        FormText.lists(form).values().stream().map(FormsApi::listed).toList());
  }

  private static Field field(FormField field) {
    return switch (field.type()) {
      case FieldType.Codes(CodeList list, boolean several) ->
          plain(field, "codes", several, Optional.of(list.name()));
      case FieldType.Quantity(CodeList units, List<String> apart) ->
          plain(field, "quantity", false, Optional.of(units.name()));
      case FieldType.Count c -> plain(field, "count", false, Optional.empty());
      case FieldType.Percent p -> plain(field, "percent", false, Optional.empty());
      case FieldType.Day d -> plain(field, "day", false, Optional.empty());
      case FieldType.Expiry e -> plain(field, "expiry", false, Optional.empty());
      case FieldType.Words w -> plain(field, "words", false, Optional.empty());
      case FieldType.YesNo y -> plain(field, "yes-no", false, Optional.empty());
      case FieldType.Group(List<FormField> inner, int most) ->
          new Field(
              field.code(),
              "group",
              field.needed(),
              true,
              Optional.empty(),
              inner.stream().map(FormsApi::field).toList());
    };
  }

  private static Field plain(FormField field, String type, boolean several, Optional<String> list) {
    return new Field(field.code(), type, field.needed(), several, list, List.of());
  }

  private static Listed listed(CodeList list) {
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    for (String code : list.codes()) {
      Map<String, String> names = new LinkedHashMap<>();
      for (Language language : Language.values()) {
        list.label(code, Locale.forLanguageTag(language.tag()))
            .ifPresent(name -> names.put(language.tag(), name));
      }
      codes.put(code, names);
    }
    return new Listed(list.name(), list.source(), list.licence(), codes);
  }
}
